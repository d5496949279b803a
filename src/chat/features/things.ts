import type { Feature } from '../command.ts';
import { messengerButton } from '../commands/channel-acts.ts';
import { grant, grantLists } from '../commands/grant.ts';
import { mask, maskWizard, unmaskButton } from '../commands/mask.ts';
import { publish, publishButtons, publishWizard } from '../commands/publish.ts';
import { bots, channels, projects, thingButtons } from '../commands/things.ts';
import { grantButtons, grantWizard } from '../wizards/grant.ts';
import { channelWizard, thingWizard } from '../wizards/thing.ts';

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
