import type { Feature } from '../command.ts';
import { confirmLink, linkCommand, showCodeAction } from '../commands/link.ts';
import { askUnlink, confirmUnlink, unlinkAction, unlinkCommand } from '../commands/unlink.ts';

/** The chat of who is who: linking accounts. */
export const identity: Feature = {
  commands: [linkCommand, unlinkCommand],
  actions: [showCodeAction, confirmLink, unlinkAction, askUnlink, confirmUnlink],
  wizards: [],
};
