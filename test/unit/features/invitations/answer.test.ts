import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import { presets } from '../../../../src/access/presets.ts';
import { type Acceptor, acceptInvitation } from '../../../../src/features/invitations/accept.ts';
import { declineInvitation } from '../../../../src/features/invitations/decline.ts';
import { denialDetails, invitationDenial, namesOf } from '../../../../src/features/invitations/denial.ts';
import type { Offer } from '../../../../src/features/invitations/queries.ts';
import {
  countedIds,
  idOf,
  kindsOf,
  membershipOf,
  NOW,
  offerOf,
  refusalOf,
  resourceOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company, bot_access } = presets;
const boris: Acceptor = {
  personId: idOf('Boris'),
  names: ['telegram:1'],
  person: { id: idOf('Boris'), name: 'Boris', language: 'en' },
  username: null,
  account: { messenger: 'telegram', accountId: '1' },
};

const accept = (offer: Offer | null, scheme = company, by = boris) =>
  acceptInvitation(offer, by, scheme, { now: NOW, membershipId: idOf('new'), newId: countedIds() });

/** What stands against taking each of these. */
const denied: readonly [ReturnType<typeof invitationDenial>, Offer | null][] = [
  ['invitation_not_found', null],
  ['invitation_for_another', offerOf({ addressee: `person:${idOf('Vera')}` })],
  ['already_member', offerOf({}, { viewerMembership: membershipOf('Boris', ['designer']) })],
  ['invitation_used_up', offerOf({ addressee: null, uses: 1 })],
  ['invitation_used_up', offerOf({ addressee: null, state: 'accepted' })],
  ['invitation_accepted', offerOf({ state: 'accepted' })],
  ['invitation_declined', offerOf({ state: 'declined' })],
  ['invitation_revoked', offerOf({ state: 'revoked' })],
  ['invitation_expired', offerOf({ expiresAt: NOW })],
  [
    'invitation_own',
    offerOf({ addressee: null }, { inviter: { ...offerOf().inviter, personId: idOf('Boris') } }),
  ],
];

test.each(denied)('%s stands against accepting and declining', (code, offer) => {
  expect(invitationDenial(offer, boris, NOW)).toBe(code);
  expect(refusalOf(() => accept(offer))).toBe(code);
  expect(refusalOf(() => declineInvitation(offer, boris, NOW))).toBe(code);
});

test('a refusal names nobody to whom the invitation is not for', () => {
  expect(denialDetails(offerOf(), 'invitation_for_another')).toEqual({});
  expect(denialDetails(offerOf(), 'invitation_expired').values).toMatchObject({ inviter: 'Anna' });
  expect(namesOf(offerOf({}, { viewerNames: ['phone:+1', 'telegram:1'] }), boris)).toEqual([
    `person:${idOf('Boris')}`,
    'telegram:1',
    'phone:+1',
  ]);
});

describe('accepting', () => {
  test('makes a member with the roles offered, and tells the inviter', () => {
    const { changes, notices } = accept(offerOf());
    expect(kindsOf(changes)).toEqual([
      'guard.scheme',
      'guard.membership',
      'invitation.accepted',
      'membership.added',
      'account.activated',
    ]);
    expect(changes[3]).toMatchObject({ roles: [{ role: 'designer', sole: false }], grants: [] });
    expect(notices).toMatchObject([{ kind: 'invitation.accepted', to: { name: 'Anna' } }]);
  });

  test('gives roles on resources there, and binds an address that only the mail could tell', () => {
    const bot = resourceOf('bot', 'Helper');
    const offer = offerOf(
      { roles: ['admin'], resources: [bot], addressee: 'email:b@example.org' },
      { byMail: true, inviterMembership: membershipOf('Anna', ['super_admin']) },
    );
    const { changes } = accept(offer, bot_access);
    expect(changes.find(({ kind }) => kind === 'membership.added')).toMatchObject({
      roles: [],
      grants: [{ role: 'admin', place: { kind: 'bot', id: bot.id } }],
    });
    expect(changes.at(-1)).toMatchObject({ kind: 'email.bound', email: 'b@example.org' });
  });

  test('is refused where the inviter could not invite any more', () => {
    const lost = offerOf({}, { inviterMembership: membershipOf('Anna', ['designer']) });
    expect(refusalOf(() => accept(lost))).toBe('inviter_lost_right');
    expect(refusalOf(() => accept(offerOf({}, { inviterMembership: null })))).toBe('inviter_lost_right');
    const gone = offerOf({ roles: ['admin'] }, { inviterMembership: membershipOf('Anna', ['super_admin']) });
    expect(refusalOf(() => accept(gone, bot_access))).toBe('invitation_resources_gone');
  });

  test('is refused while as many as may hold the role do', () => {
    const roles = company.declaration.roles.map((role) =>
      role.key === 'designer' ? { ...role, maxHolders: 1 } : role,
    );
    const limited = compile({ ...company.declaration, roles });
    expect(refusalOf(() => accept(offerOf({}, { holders: { designer: 1 } }), limited))).toBe('max_holders');
    expect(kindsOf(accept(offerOf({}, { holders: { designer: 0 } }), limited).changes)).toContain(
      'guard.governance',
    );
  });
});

test('declining tells the inviter, and leaves a link for anybody as it is', () => {
  const { changes, notices } = declineInvitation(offerOf(), boris, NOW);
  expect(kindsOf(changes)).toEqual(['invitation.declined']);
  expect(notices).toMatchObject([{ to: { name: 'Anna' }, workspace: { name: workspaceOf().name } }]);
  expect(declineInvitation(offerOf({ addressee: null }), boris, NOW)).toEqual({ changes: [], notices: [] });
});
