import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { emailCommand, emailHandlers, emailWizard } from './chat/email.ts';
import { languageCommand, languageHandlers } from './chat/language.ts';
import { linkCommand, linkHandlers } from './chat/link.ts';
import { meCommand } from './chat/me.ts';
import { accountNotices } from './chat/notices.ts';
import { phoneCommand, phoneHandlers, phoneWizard } from './chat/phone.ts';
import { recoveryHandlers } from './chat/recovery.ts';
import { timezoneCommand, timezoneHandlers, timezoneWizard } from './chat/timezone.ts';
import { unlinkCommand, unlinkHandlers } from './chat/unlink.ts';

/** Who a person is: their linked accounts, what they can be reached by, their language and time zone. */
export const accounts = defineFeature({
  commands: [
    linkCommand,
    unlinkCommand,
    emailCommand,
    phoneCommand,
    timezoneCommand,
    languageCommand,
    meCommand,
  ],
  actions,
  handlers: {
    ...linkHandlers,
    ...unlinkHandlers,
    ...emailHandlers,
    ...phoneHandlers,
    ...timezoneHandlers,
    ...languageHandlers,
    ...recoveryHandlers,
  },
  wizards: [emailWizard, phoneWizard, timezoneWizard],
  notices: accountNotices,
});
