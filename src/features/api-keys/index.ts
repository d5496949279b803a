import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { keysCommand, keysHandlers } from './chat/keys.ts';
import { keysRevokeHandlers } from './chat/keys-revoke.ts';
import { keyWizard } from './chat/keys-wizard.ts';

/** API keys: seeing, making and revoking them. */
export const apiKeys = defineFeature({
  commands: [keysCommand],
  actions,
  handlers: { ...keysHandlers, ...keysRevokeHandlers },
  wizards: [keyWizard],
  notices: {},
});
