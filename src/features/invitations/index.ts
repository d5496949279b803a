import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { invite } from './chat/invite.ts';
import { inviteAnswerHandlers } from './chat/invite-answer.ts';
import { inviteManageHandlers } from './chat/invite-manage.ts';
import { inviteWizard, inviteWizardHandlers } from './chat/invite-wizard.ts';
import { invites, invitesHandlers } from './chat/invites.ts';
import { invitationNotices } from './chat/notices.ts';

/** Invitations: making, answering and managing them. */
export const invitations = defineFeature({
  commands: [invite, invites],
  actions,
  handlers: {
    ...inviteWizardHandlers,
    ...inviteAnswerHandlers,
    ...inviteManageHandlers,
    ...invitesHandlers,
  },
  wizards: [inviteWizard],
  notices: invitationNotices,
});
