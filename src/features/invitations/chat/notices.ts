import { goHome } from '../../../chat/actions/core-actions.ts';
import { defineNotices } from '../../../chat/notice.ts';
import { newsScreen, told, workspaceButton } from '../../../chat/parts/notice.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import { openMember } from '../../members/chat/actions.ts';
import { resendInvitation } from './actions.ts';
import { invitationCard, invitationMail, invitationReminder } from './invitation-card.ts';
import { expiredNotice, unreachableNotice } from './invitation-notices.ts';

const card = {
  ...told,
  tracking: ({ invitationId }: { readonly invitationId: string }) =>
    ({ kind: 'invitation.card', invitationId }) as const,
};

/** How the notices about invitations are told. */
export const invitationNotices = defineNotices({
  'invitation.card': { ...card, screen: (notice, { t, button }) => invitationCard(notice, t, button) },
  'invitation.reminder': {
    ...card,
    screen: (notice, { t, button }) => invitationReminder(notice, t, button),
  },
  'invitation.mail': { ...card, screen: (notice, { t }) => invitationMail(notice, t) },
  'invitation.accepted': {
    ...told,
    screen: (notice, reader) => {
      const { t, button } = reader;
      const roles = roleTitles(t, notice.workspace.scheme, notice.roles);
      return newsScreen(notice, reader, 'notice-invitation-accepted', { roles }, [
        button(t.text('button-member-card'), openMember, { member: notice.membershipId }),
        workspaceButton(notice, reader),
      ]);
    },
  },
  'invitation.declined': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-invitation-declined', {}, [
        reader.button(reader.t.text('button-invitation-again'), resendInvitation, {
          invitation: notice.invitationId,
        }),
        workspaceButton(notice, reader),
      ]),
  },
  'invitation.over': {
    ...told,
    to: ({ card: { messageId, ...address } }) => ({ address, messageId }),
    tracking: () => null,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'refusal-invitation-expired', { inviter: notice.actorName }, [
        reader.button(reader.t.text('button-home'), goHome),
      ]),
  },
  'invitation.expired': { ...told, screen: (notice, { t, button }) => expiredNotice(notice, t, button) },
  'invitation.unreachable': {
    ...told,
    screen: (notice, { t, button }) => unreachableNotice(notice, t, button),
  },
});
