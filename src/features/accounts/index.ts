import type { Feature } from '../../chat/feature.ts';
import { forgetCommand, forgetWizard } from '../privacy/chat/forgetme.ts';
import { mydataCommand } from '../privacy/chat/mydata.ts';
import { emailCommand, emailWizard, removeEmail } from './chat/email.ts';
import { confirmLink, linkCommand, showCodeAction } from './chat/link.ts';
import { phoneCommand, phoneWizard, removePhone } from './chat/phone.ts';
import { askRecovery, makeRecovery, takeRecovery } from './chat/recovery.ts';
import { timezoneCommand, timezoneWizard, zoneAction } from './chat/timezone.ts';
import { askUnlink, confirmUnlink, unlinkAction, unlinkCommand } from './chat/unlink.ts';

/** The chat of who is who: linking accounts, and what a person can be reached by. */
export const identity: Feature = {
  commands: [
    linkCommand,
    unlinkCommand,
    emailCommand,
    phoneCommand,
    timezoneCommand,
    mydataCommand,
    forgetCommand,
  ],
  actions: [
    showCodeAction,
    confirmLink,
    unlinkAction,
    askUnlink,
    confirmUnlink,
    removeEmail,
    removePhone,
    zoneAction,
    askRecovery,
    makeRecovery,
    takeRecovery,
  ],
  wizards: [emailWizard, phoneWizard, timezoneWizard, forgetWizard],
};
