import type { Feature } from '../../chat/feature.ts';
import { invite } from './chat/invite.ts';
import { invitationAnswers } from './chat/invite-answer.ts';
import { invitationManagement } from './chat/invite-manage.ts';
import { inviteButtons, inviteWizard } from './chat/invite-wizard.ts';
import { invitationPages, invites } from './chat/invites.ts';

/** The chat of invitations. */
export const invitations: Feature = {
  commands: [invite, invites],
  actions: [...inviteButtons, ...invitationAnswers, ...invitationManagement, ...invitationPages],
  wizards: [inviteWizard],
};
