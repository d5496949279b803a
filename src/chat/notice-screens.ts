import type { Notice } from '../workspace/notices.ts';
import type { Translator } from './i18n.ts';
import type { Button, Screen } from './reply.ts';
import { roleTitles } from './role-titles.ts';

/** What is noted down when a notice was delivered or turned out to be undeliverable. */
export interface Tracking {
  readonly kind: 'invitation.card';
  readonly invitationId: string;
}

type ButtonOf = (label: string, verb: string, ...args: string[]) => Button;

/** A notice as its recipient reads it, in their language. `button` signs for the recipient. */
export function noticeScreen(
  notice: Notice,
  t: Translator,
  button: ButtonOf,
): { screen: Screen; tracking: Tracking | null } {
  const names = { workspace: notice.workspace.name, actor: notice.actorName };
  const titles = (roles: readonly string[]) => roleTitles(t, notice.workspace.scheme, roles);
  const plain = (
    key: string,
    values: Parameters<Translator['rich']>[1] = {},
  ): { screen: Screen; tracking: null } => ({
    screen: { text: t.rich(key, { ...names, ...values }), buttons: [] },
    tracking: null,
  });
  switch (notice.kind) {
    case 'invitation.card':
      return {
        screen: invitationCard(notice, t, button),
        tracking: { kind: 'invitation.card', invitationId: notice.invitationId },
      };
    case 'invitation.accepted':
      return plain('notice-invitation-accepted', { roles: titles(notice.roles) });
    case 'invitation.declined':
      return plain('notice-invitation-declined');
    case 'member.roles':
      return plain('notice-member-roles', { roles: titles(notice.roles) });
    case 'member.removed':
      return plain('notice-member-removed');
    case 'member.left':
      return plain('notice-member-left');
    case 'transfer.offered':
      return {
        screen: {
          text: t.rich('notice-transfer-offered', { ...names, expires: t.date(notice.expiresAt) }),
          buttons: [
            [
              button(t.text('button-transfer-accept'), 'ta', notice.transferId),
              button(t.text('button-transfer-decline'), 'td', notice.transferId),
            ],
          ],
        },
        tracking: null,
      };
    case 'transfer.accepted':
      return plain('notice-transfer-accepted');
    case 'transfer.declined':
      return plain('notice-transfer-declined');
    case 'transfer.cancelled':
      return plain('notice-transfer-cancelled');
  }
}

/** The card an invitee decides on; the same one that an opened invitation link shows. */
export function invitationCard(
  card: {
    readonly invitationId: string;
    readonly workspace: { readonly name: string; readonly scheme: string };
    readonly actorName: string;
    readonly roles: readonly string[];
    readonly note: string | null;
    readonly accessUntil: Date | null;
    readonly expiresAt: Date;
  },
  t: Translator,
  button: ButtonOf,
): Screen {
  return {
    text: [
      ...t.rich('invitation-card', {
        actor: card.actorName,
        workspace: card.workspace.name,
        roles: roleTitles(t, card.workspace.scheme, card.roles),
      }),
      ...(card.accessUntil
        ? ['\n', ...t.rich('invitation-card-until', { until: t.date(card.accessUntil) })]
        : []),
      ...(card.note ? ['\n\n', ...t.rich('invitation-card-note', { note: card.note })] : []),
      '\n\n',
      ...t.rich('invitation-card-expires', { expires: t.date(card.expiresAt) }),
    ],
    buttons: [
      [
        button(t.text('button-accept'), 'ia', card.invitationId),
        button(t.text('button-decline'), 'id', card.invitationId),
      ],
      [button(t.text('button-what-can-i-do'), 'iw', card.invitationId)],
    ],
  };
}
