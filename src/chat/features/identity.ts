import type { Feature } from '../command.ts';
import { emailCommand, emailWizard, removeEmail } from '../commands/email.ts';
import { forgetCommand, forgetWizard } from '../commands/forgetme.ts';
import { confirmLink, linkCommand, showCodeAction } from '../commands/link.ts';
import { mydataCommand } from '../commands/mydata.ts';
import { phoneCommand, phoneWizard, removePhone } from '../commands/phone.ts';
import { askRecovery, makeRecovery, takeRecovery } from '../commands/recovery.ts';
import { timezoneCommand, timezoneWizard, zoneAction } from '../commands/timezone.ts';
import { askUnlink, confirmUnlink, unlinkAction, unlinkCommand } from '../commands/unlink.ts';

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
