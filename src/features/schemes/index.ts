import { listHolders } from '../../chat/actions/core-actions.ts';
import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { schemeNotices } from './chat/notices.ts';
import { roles, rolesHandlers } from './chat/roles.ts';
import { schemeCommand, schemeHandlers } from './chat/scheme.ts';
import { schemeEditHandlers } from './chat/scheme-edit.ts';
import { schemeRulesHandlers } from './chat/scheme-rules.ts';
import { schemeSaveHandlers } from './chat/scheme-save.ts';
import { schemeSwitchHandlers } from './chat/scheme-switch.ts';
import { schemeWizard, schemeWizardHandlers } from './chat/scheme-wizard.ts';

/** A workspace's roles and rules: drafts, switching, versions. */
export const schemes = defineFeature({
  commands: [roles, schemeCommand],
  actions: { ...actions, listHolders },
  handlers: {
    ...rolesHandlers,
    ...schemeHandlers,
    ...schemeEditHandlers,
    ...schemeRulesHandlers,
    ...schemeWizardHandlers,
    ...schemeSaveHandlers,
    ...schemeSwitchHandlers,
  },
  wizards: [schemeWizard],
  notices: schemeNotices,
});
