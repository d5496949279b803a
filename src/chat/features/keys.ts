import type { Feature } from '../command.ts';
import { keyListAction, keysCommand, newKeyAction } from '../commands/keys.ts';
import { askRevocationAction, confirmRevocationAction } from '../commands/keys-revoke.ts';
import { keyWizard } from '../wizards/keys.ts';

/** The chat of API keys: seeing, making and revoking them. */
export const keys: Feature = {
  commands: [keysCommand],
  actions: [keyListAction, newKeyAction, askRevocationAction, confirmRevocationAction],
  wizards: [keyWizard],
};
