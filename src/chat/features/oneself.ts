import type { Feature } from '../command.ts';
import { cancelAction, cancelCommand } from '../commands/cancel.ts';
import { helpCommand } from '../commands/help.ts';
import { languageAction, languageCommand } from '../commands/language.ts';
import { meCommand } from '../commands/me.ts';

/** The chat about oneself and about the chat. */
export const oneself: Feature = {
  commands: [languageCommand, meCommand, helpCommand, cancelCommand],
  actions: [languageAction, cancelAction],
  wizards: [],
};
