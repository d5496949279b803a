import type { Feature } from '../../chat/feature.ts';
import { keyListAction, keysCommand, newKeyAction } from './chat/keys.ts';
import { askRevocationAction, confirmRevocationAction } from './chat/keys-revoke.ts';
import { keyWizard } from './chat/keys-wizard.ts';

/** The chat of API keys: seeing, making and revoking them. */
export const keys: Feature = {
  commands: [keysCommand],
  actions: [keyListAction, newKeyAction, askRevocationAction, confirmRevocationAction],
  wizards: [keyWizard],
};
