import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { changeInvitationRoles } from '../../../../src/features/invitations/change-roles.ts';
import { expireInvitation } from '../../../../src/features/invitations/expire.ts';
import { guardOf, manageable } from '../../../../src/features/invitations/manage.ts';
import type { Managed } from '../../../../src/features/invitations/queries.ts';
import { recordCard } from '../../../../src/features/invitations/record-delivery.ts';
import { remindOfInvitation } from '../../../../src/features/invitations/remind.ts';
import { resendInvitation } from '../../../../src/features/invitations/resend.ts';
import { revokeInvitation } from '../../../../src/features/invitations/revoke.ts';
import {
  actorWith,
  hoursLater,
  kindsOf,
  managedOf,
  NOW,
  recipientOf,
  refusalOf,
} from '../../../support/builders.ts';

const { company } = presets;
const owner = actorWith(['owner']);
const designer = actorWith(['designer']);
const expired = managedOf({ expiresAt: NOW });

test('an invitation is managed only in the state that the act is for', () => {
  const manage = (found: Managed | null) => refusalOf(() => manageable(found, ['pending'], NOW));
  expect(manage(null)).toBe('invitation_not_found');
  expect(manage(managedOf({ state: 'accepted' }))).toBe('invitation_accepted');
  expect(manage(managedOf({ state: 'declined' }))).toBe('invitation_declined');
  expect(manage(managedOf({ state: 'revoked' }))).toBe('invitation_revoked');
  expect(manage(expired)).toBe('invitation_expired');
  expect(manageable(expired, ['expired'], NOW)).toBe(expired);
  expect(guardOf(owner)).toMatchObject({ kind: 'guard.membership', lock: false });
});

test('revoking makes it dead, for those who may', () => {
  expect(kindsOf(revokeInvitation(owner, company, managedOf(), NOW))).toEqual([
    'guard.membership',
    'invitation.revoked',
  ]);
  expect(refusalOf(() => revokeInvitation(designer, company, managedOf(), NOW))).toBe('no_role_allows');
  expect(refusalOf(() => revokeInvitation(owner, company, expired, NOW))).toBe('invitation_expired');
});

test('other roles are offered by those who may offer them', () => {
  const change = (actor: typeof owner, roles: readonly string[], found: Managed | null = managedOf()) =>
    changeInvitationRoles(actor, company, found, roles, NOW);
  expect(change(owner, ['manager']).at(-1)).toMatchObject({ from: ['designer'], to: ['manager'] });
  expect(refusalOf(() => change(owner, ['designer']))).toBe('nothing_changed');
  expect(refusalOf(() => change(owner, ['owner']))).toBe('keystone_by_transfer_only');
  expect(refusalOf(() => change(designer, ['manager']))).toBe('no_role_allows');
  expect(refusalOf(() => change(owner, ['manager'], null))).toBe('invitation_not_found');
});

describe('sending it again', () => {
  const mail = { link: () => 'https://example.org/i', tokenHash: () => Buffer.alloc(32) };
  const resend = (found: Managed | null, actor = owner) =>
    resendInvitation(actor, company, found, { now: NOW, tokenHash: () => Buffer.alloc(32), mail });

  test('gives a new time and a new link, also once it expired', () => {
    const again = resend(expired);
    expect(again).toMatchObject({ version: 2, reached: true, expiresAt: hoursLater(72) });
    expect(kindsOf(again.changes)).toEqual(['guard.scheme', 'guard.membership', 'invitation.resent']);
    expect(kindsOf(again.notices)).toEqual(['invitation.card']);
    const byMail = managedOf({ addressee: 'email:b@example.org' }, { invitee: null });
    expect(kindsOf(resend(byMail).notices)).toEqual(['invitation.mail']);
    expect(resend(managedOf({ addressee: 'phone:+1' }, { invitee: null })).reached).toBe(false);
  });

  test('is refused without the right, to a member, and beside another invitation', () => {
    expect(refusalOf(() => resend(managedOf(), designer))).toBe('no_role_allows');
    expect(refusalOf(() => resend(managedOf({}, { inviteeIsMember: true })))).toBe('already_member');
    expect(refusalOf(() => resend(managedOf({}, { hasRival: true })))).toBe('already_invited');
    expect(refusalOf(() => resend(managedOf({ state: 'accepted' })))).toBe('invitation_accepted');
    expect(refusalOf(() => resend(null))).toBe('invitation_not_found');
  });
});

test('time ends it: the inviter is told, and the invitee’s card says so', () => {
  const card = { messenger: 'telegram', chatId: '1', messageId: '2' } as const;
  expect(kindsOf(expireInvitation(managedOf({ card })).notices)).toEqual([
    'invitation.expired',
    'invitation.over',
  ]);
  expect(kindsOf(expireInvitation(managedOf()).notices)).toEqual(['invitation.expired']);
});

test('the invitee is reminded where they can be written to', () => {
  expect(kindsOf(remindOfInvitation(managedOf()).notices)).toEqual(['invitation.reminder']);
  const silent = managedOf({}, { invitee: recipientOf('Boris', { address: null }) });
  expect(remindOfInvitation(silent)).toMatchObject({
    changes: [{ kind: 'invitation.reminded' }],
    notices: [],
  });
});

test('a card that cannot be delivered is the inviter’s to forward, once', () => {
  const delivered = { kind: 'delivered', messenger: 'telegram', chatId: '1', messageId: '2' } as const;
  expect(kindsOf(recordCard(managedOf(), delivered, null).changes)).toEqual(['invitation.delivered']);
  const unreachable = recordCard(managedOf({ delivery: 'waiting' }), { kind: 'unreachable' }, 'link');
  expect(unreachable.notices).toMatchObject([
    { kind: 'invitation.unreachable', link: 'link', byMail: false },
  ]);
  expect(recordCard(managedOf(), { kind: 'unreachable' }, null)).toEqual({ changes: [], notices: [] });
});
