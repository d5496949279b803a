import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { channelActsHandlers } from './chat/channel-acts.ts';
import { mask, maskHandlers, maskWizard } from './chat/mask.ts';
import { channelWizard, thingWizard } from './chat/thing-wizard.ts';
import { bots, channels, projects, thingsHandlers } from './chat/things.ts';

/** Projects, bots and channels, and their hidden columns. */
export const resources = defineFeature({
  commands: [bots, projects, channels, mask],
  actions,
  handlers: { ...thingsHandlers, ...channelActsHandlers, ...maskHandlers },
  wizards: [thingWizard, channelWizard, maskWizard],
  notices: {},
});
