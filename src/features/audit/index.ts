import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { auditCommand, auditHandlers } from './chat/audit.ts';

/** What happened in a workspace. */
export const audit = defineFeature({
  commands: [auditCommand],
  actions,
  handlers: auditHandlers,
  wizards: [],
  notices: {},
});
