import type { Feature } from '../../chat/feature.ts';
import { grant, grantLists } from '../grants/chat/grant.ts';
import { grantButtons, grantWizard } from '../grants/chat/grant-wizard.ts';
import { publish, publishButtons, publishWizard } from '../publishing/chat/publish.ts';
import { messengerButton } from './chat/channel-acts.ts';
import { mask, maskWizard, unmaskButton } from './chat/mask.ts';
import { channelWizard, thingWizard } from './chat/thing-wizard.ts';
import { bots, channels, projects, thingButtons } from './chat/things.ts';

/** The chat of projects, bots and channels, of roles on them, of publishing and of hidden columns. */
export const things: Feature = {
  commands: [bots, projects, channels, grant, publish, mask],
  actions: [
    ...thingButtons,
    messengerButton,
    ...grantLists,
    ...grantButtons,
    ...publishButtons,
    unmaskButton,
  ],
  wizards: [thingWizard, channelWizard, grantWizard, publishWizard, maskWizard],
};
