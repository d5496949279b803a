import type { ButtonOf } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Notice } from '../../../domain/notices.ts';
import { askRevokingInvitation, resendInvitation } from './actions.ts';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** Hands an invitation's link on to someone through the messenger's own dialogue. */
export function shareButton(link: string, workspace: string, t: Translator): Button {
  return {
    kind: 'share',
    label: t.text('button-invitation-share'),
    url: link,
    text: t.text('invitation-share', { workspace }),
  };
}

/** To the inviter: an invitation ran out unanswered. */
export function expiredNotice(notice: Of<'invitation.expired'>, t: Translator, button: ButtonOf): Screen {
  const workspace = notice.workspace.name;
  const name = notice.addresseeName;
  return {
    text:
      name === null
        ? t.rich('notice-invitation-expired-link', { workspace })
        : t.rich('notice-invitation-expired', { workspace, name }),
    buttons: [
      [button(t.text('button-invitation-resend'), resendInvitation, { invitation: notice.invitationId })],
    ],
  };
}

/** To the inviter: the card cannot be brought; here is the link to forward. */
export function unreachableNotice(
  notice: Of<'invitation.unreachable'>,
  t: Translator,
  button: ButtonOf,
): Screen {
  const workspace = notice.workspace.name;
  const way = notice.byMail ? 'mail' : 'chat';
  return {
    text: [
      ...t.rich('notice-invitation-unreachable', { workspace, name: notice.addresseeName ?? '', way }),
      ...(notice.link === null ? [] : ['\n\n', { text: notice.link, url: notice.link }]),
    ],
    buttons: [
      ...(notice.link === null ? [] : [[shareButton(notice.link, workspace, t)]]),
      [
        button(t.text('button-invitation-revoke'), askRevokingInvitation, {
          invitation: notice.invitationId,
        }),
      ],
    ],
  };
}
