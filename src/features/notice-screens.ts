import type { Translator } from '../chat/i18n.ts';
import { listed } from '../chat/parts/name-list.ts';
import { heldRoles } from '../chat/parts/role-text.ts';
import { roleTitles } from '../chat/parts/role-titles.ts';
import type { Button, Screen } from '../chat/reply.ts';
import type { Notice } from '../domain/notices.ts';
import { accountNotice, codeMail } from './accounts/chat/account-notices.ts';
import { grantsNotice } from './grants/chat/grant-notice.ts';
import { invitationCard, invitationMail, invitationReminder } from './invitations/chat/invitation-card.ts';
import { expiredNotice, unreachableNotice } from './invitations/chat/invitation-notices.ts';
import { approvalCard } from './publishing/chat/publishing.ts';
import { schemeNotice } from './schemes/chat/scheme-notice.ts';

/** What is noted down when a notice was delivered or turned out to be undeliverable. */
export type Tracking =
  | { readonly kind: 'invitation.card'; readonly invitationId: string }
  /** What was to be said: where the account cannot be written to, another of the person's is. */
  | { readonly kind: 'notice'; readonly personId: string; readonly screen: Screen };

/** Signs a button for whoever reads the screen. */
export type ButtonOf = (label: string, verb: string, ...args: string[]) => Button;

/** A notice as its recipient reads it, in their language. `button` signs for the recipient. */
export function noticeScreen(
  notice: Notice,
  t: Translator,
  button: ButtonOf,
): { screen: Screen; tracking: Extract<Tracking, { kind: 'invitation.card' }> | null } {
  if (notice.kind === 'email.code') return { screen: codeMail(notice.code, t), tracking: null };
  if (notice.kind === 'account.linked' || notice.kind === 'account.unlinked') {
    return { screen: accountNotice(notice, t, button), tracking: null };
  }
  const names = { workspace: notice.workspace.name, actor: notice.actorName };
  const titles = (roles: readonly string[]) => roleTitles(t, notice.workspace.scheme, roles);
  const home = button(t.text('button-home'), 'hm');
  // Opens the workspace that the news is from, whichever is open now.
  const there = button(
    t.text('button-workspace-home', { workspace: notice.workspace.name }),
    'ws',
    notice.workspace.id,
  );
  const plain = (
    key: string,
    values: Parameters<Translator['rich']>[1] = {},
    onward: readonly Button[] = [there],
  ): { screen: Screen; tracking: null } => ({
    screen: { text: t.rich(key, { ...names, ...values }), buttons: [onward], aside: true },
    tracking: null,
  });
  switch (notice.kind) {
    case 'invitation.card':
    case 'invitation.reminder':
      return {
        screen:
          notice.kind === 'invitation.card'
            ? invitationCard(notice, t, button)
            : invitationReminder(notice, t, button),
        tracking: { kind: 'invitation.card', invitationId: notice.invitationId },
      };
    case 'invitation.mail':
      return {
        screen: invitationMail(notice, t),
        tracking: { kind: 'invitation.card', invitationId: notice.invitationId },
      };
    case 'invitation.accepted':
      return plain('notice-invitation-accepted', { roles: titles(notice.roles) }, [
        button(t.text('button-member-card'), 'mv', notice.membershipId),
        there,
      ]);
    case 'invitation.declined':
      return plain('notice-invitation-declined');
    case 'invitation.over':
      return plain('refusal-invitation-expired', { inviter: notice.actorName }, [home]);
    case 'invitation.expired':
      return { screen: expiredNotice(notice, t, button), tracking: null };
    case 'invitation.unreachable':
      return { screen: unreachableNotice(notice, t, button), tracking: null };
    case 'member.roles':
      return plain('notice-member-roles', {
        roles: heldRoles(t, notice.workspace.scheme, notice.roles),
      });
    case 'member.ended_roles':
      return notice.memberName === null
        ? plain('notice-own-roles-ended', { roles: titles(notice.roles) })
        : plain('notice-member-roles-ended', { roles: titles(notice.roles), member: notice.memberName });
    case 'recovery.issued':
      return notice.memberName === null
        ? plain('notice-own-recovery-issued')
        : plain('notice-recovery-issued', { member: notice.memberName });
    case 'recovery.used':
      return notice.memberName === null
        ? plain('notice-own-recovery-used', {}, [home])
        : plain('notice-recovery-used', { member: notice.memberName });
    case 'member.removed':
      return plain('notice-member-removed', {}, [home]);
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
      return plain('notice-transfer-accepted', { kept: titles([notice.kept]) });
    case 'transfer.declined':
      return plain('notice-transfer-declined');
    case 'transfer.cancelled':
      return plain('notice-transfer-cancelled');
    case 'transfer.expired':
      return plain('notice-transfer-expired');
    case 'grants.changed':
      return { screen: grantsNotice(notice, t, button), tracking: null };
    case 'grants.ended':
      return plain('notice-grants-ended', {
        things: listed(notice.things, t),
        roles: titles(notice.roles),
      });
    case 'scheme.changed':
      return {
        screen: {
          text: schemeNotice(notice, t),
          buttons: [[button(t.text('button-scheme-roles'), 'mo'), there]],
          aside: true,
        },
        tracking: null,
      };
    case 'approval.card':
      return { screen: approvalCard(notice, t, button), tracking: null };
    case 'approval.approved':
    case 'approval.refused':
    case 'approval.expired':
      return plain(`notice-${notice.kind.replace('.', '-')}`, {
        bot: notice.bot,
        version: notice.version,
      });
  }
}
