import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { grant, grantHandlers } from './chat/grant.ts';
import { grantWizard, grantWizardHandlers } from './chat/grant-wizard.ts';
import { grantNotices } from './chat/notices.ts';

/** Roles on single resources. */
export const grants = defineFeature({
  commands: [grant],
  actions,
  handlers: { ...grantHandlers, ...grantWizardHandlers },
  wizards: [grantWizard],
  notices: grantNotices,
});
