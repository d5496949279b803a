import type { Feature } from '../command.ts';
import { invite } from '../commands/invite.ts';
import { invitationAnswers } from '../commands/invite-answer.ts';
import { invitationManagement } from '../commands/invite-manage.ts';
import { invitationPages, invites } from '../commands/invites.ts';
import { inviteButtons, inviteWizard } from '../wizards/invite.ts';

/** The chat of invitations. */
export const invitations: Feature = {
  commands: [invite, invites],
  actions: [...inviteButtons, ...invitationAnswers, ...invitationManagement, ...invitationPages],
  wizards: [inviteWizard],
};
