import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { channelActsHandlers } from './chat/channel-acts.ts';
import { mask, maskHandlers, maskWizard } from './chat/mask.ts';
import { channelWizard, resourceWizard } from './chat/resource-wizard.ts';
import { bots, channels, projects, resourcesHandlers } from './chat/resources.ts';

/** Projects, bots and channels, and their hidden columns. */
export const resources = defineFeature({
  commands: [bots, projects, channels, mask],
  actions,
  handlers: { ...resourcesHandlers, ...channelActsHandlers, ...maskHandlers },
  wizards: [resourceWizard, channelWizard, maskWizard],
  notices: {},
});
