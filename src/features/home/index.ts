import type { Feature } from '../../chat/feature.ts';
import { languageAction, languageCommand } from '../accounts/chat/language.ts';
import { meCommand } from '../accounts/chat/me.ts';
import { cancelAction, cancelCommand } from './chat/cancel.ts';
import { helpCommand } from './chat/help.ts';

/** The chat about oneself and about the chat. */
export const oneself: Feature = {
  commands: [languageCommand, meCommand, helpCommand, cancelCommand],
  actions: [languageAction, cancelAction],
  wizards: [],
};
