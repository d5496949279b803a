import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { about } from '../../../../src/domain/about.ts';
import type { KnownPerson, Resolved, Who } from '../../../../src/domain/who.ts';
import { expiryOf, isByPossession, stateAt } from '../../../../src/features/invitations/invitation.ts';
import {
  enforceInviting,
  type InviteTools,
  inviteByLink,
  invitePeople,
  nameOf,
  prospect,
  recipientOf as recipientOfInvite,
} from '../../../../src/features/invitations/invite.ts';
import { noTerms, noteFrom, offerEnd } from '../../../../src/features/invitations/terms.ts';
import {
  actorWith,
  countedIds,
  hoursLater,
  idOf,
  invitationOf,
  kindsOf,
  membershipOf,
  NOW,
  recipientOf,
  refusalOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company, platform, bot_access } = presets;
const owner = actorWith(['owner']);
const offering = { roles: ['designer'], resources: [], ...noTerms };
const noHolders = new Map<string, number>();

function toolsOf(patch: Partial<InviteTools> = {}): InviteTools {
  return {
    messenger: 'telegram',
    now: NOW,
    newId: countedIds(),
    tokenHash: () => Buffer.alloc(32),
    mail: null,
    ...patch,
  };
}

function known(name: string, patch: Partial<KnownPerson> = {}): KnownPerson {
  return { ...recipientOf(name), username: null, membership: null, ...patch };
}

function resolved(
  who: Who,
  people: readonly KnownPerson[] = [],
  pending: Resolved['pending'] = null,
): Resolved {
  return { who, people, pending };
}

const boris = resolved({ kind: 'username', username: 'boris' }, [known('Boris')]);
const waiting = { id: idOf('old'), version: 0, roles: ['designer'], expiresAt: hoursLater(1) };

describe('what inviting somebody would come to', () => {
  test.each<[string, Resolved]>([
    ['open', boris],
    ['several_found', resolved({ kind: 'name', name: 'B' }, [known('Boris'), known('Bella')])],
    ['self', resolved({ kind: 'name', name: 'Anna' }, [known('Anna')])],
    [
      'already_member',
      resolved(boris.who, [known('Boris', { membership: membershipOf('Boris', ['designer']) })]),
    ],
    ['already_invited', resolved(boris.who, [known('Boris')], waiting)],
    ['nobody_found', resolved({ kind: 'name', name: 'Zoe' })],
    ['not_registered', resolved({ kind: 'phone', phone: '+100', name: null })],
  ])('%s', (kind, one) => {
    expect(prospect(owner, company, one).kind).toBe(kind);
  });
});

describe('inviting people', () => {
  const invite = (people: readonly Resolved[], tools = toolsOf(), scheme = company, actor = owner) =>
    invitePeople(actor, scheme, offering, { resolved: people, holders: noHolders }, tools);

  test('each who can be is invited once, the others are told apart', () => {
    const { rows, changes, notices } = invite([boris, boris, resolved({ kind: 'name', name: 'Zoe' })]);
    expect(kindsOf(rows)).toEqual(['invited', 'nobody_found']);
    expect(kindsOf(changes)).toEqual(['guard.scheme', 'guard.membership', 'invitation.created']);
    expect(changes[2]).toMatchObject({ addressee: `person:${idOf('Boris')}`, reached: true });
    expect(notices).toMatchObject([{ kind: 'invitation.card', to: { name: 'Boris' }, roles: ['designer'] }]);
    expect(invite([resolved({ kind: 'name', name: 'Zoe' })]).changes).toEqual([]);
  });

  test('whose address only is known gets a mail, or no card at all', () => {
    const mail = { link: () => 'https://example.org/i', tokenHash: () => Buffer.alloc(32) };
    const stranger = resolved({ kind: 'email', email: 'Zoe@example.org' });
    const admin = actorWith(['admin']);
    const wish = { ...offering, roles: ['viewer'] };
    const found = { resolved: [stranger], holders: noHolders };
    const mailed = invitePeople(admin, platform, wish, found, toolsOf({ mail }));
    expect(mailed.notices).toMatchObject([
      { kind: 'invitation.mail', to: { address: { messenger: 'email', chatId: 'zoe@example.org' } } },
    ]);
    const unsent = invitePeople(admin, platform, wish, found, toolsOf());
    expect(unsent.notices).toEqual([]);
    expect(unsent.rows).toMatchObject([{ kind: 'invited', reached: false }]);
    expect(recipientOfInvite(owner, stranger.who, null, { mail: null })).toBeNull();
  });

  test('it is refused without the right, for roles that cannot be offered, and for a crowd', () => {
    expect(refusalOf(() => invite([boris], toolsOf(), company, actorWith(['designer'])))).toBe(
      'no_role_allows',
    );
    expect(refusalOf(() => invite(Array.from({ length: 21 }, () => boris)))).toBe('too_many_people');
    const offer = (
      roles: readonly string[],
      accessUntil: Date | null = null,
      scheme = company,
      actor = owner,
    ) =>
      refusalOf(() => enforceInviting(actor, scheme, { roles, resources: [], accessUntil }, noHolders, NOW));
    expect(offer([])).toBe('role_needed');
    expect(offer(['chief'])).toBe('unknown_role');
    expect(offer(['owner'])).toBe('keystone_by_transfer_only');
    expect(offer(['manager', 'designer'])).toBe('one_role_only');
    expect(offer(['designer'], hoursLater(-1))).toBe('ends_in_past');
    expect(offer(['admin'], null, bot_access, actorWith(['super_admin']))).toBe('resource_needed');
  });
});

describe('a link', () => {
  const link = (uses: number, actor = owner) =>
    inviteByLink(actor, company, { ...offering, uses }, toolsOf());

  test('lets in as many as it says', () => {
    const { invitationId, changes } = link(5);
    expect(changes.at(-1)).toMatchObject({ invitationId, maxUses: 5, addressee: null });
  });

  test('is refused without the right, and for too many or no uses', () => {
    expect(refusalOf(() => link(5, actorWith(['designer'])))).toBe('no_role_allows');
    expect(refusalOf(() => link(0))).toBe('link_uses');
    expect(refusalOf(() => link(101))).toBe('link_uses');
  });
});

test('the terms of an offer are one line of a note, and an end no later than the access', () => {
  expect(noteFrom('  see\n you ')).toBe('see you');
  expect(noteFrom(' \u200b ')).toBeNull();
  expect(noteFrom('x'.repeat(400))).toHaveLength(300);
  expect(offerEnd(workspaceOf(), null, NOW)).toEqual(expiryOf(workspaceOf(), NOW));
  expect(offerEnd(workspaceOf(), hoursLater(1), NOW)).toEqual(hoursLater(1));
  expect(offerEnd(workspaceOf(), hoursLater(1000), NOW)).toEqual(hoursLater(72));
});

test('an invitation past its time is expired, and a number or address is proved by the link', () => {
  expect(stateAt(invitationOf(), NOW)).toBe('pending');
  expect(stateAt(invitationOf({ expiresAt: NOW }), NOW)).toBe('expired');
  expect(stateAt(invitationOf({ state: 'revoked', expiresAt: NOW }), NOW)).toBe('revoked');
  expect(['phone:+1', 'email:a@b.c', null, 'person:1', 'telegram:@a'].map(isByPossession)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a pointer reads back as it was written', () => {
  expect(nameOf({ kind: 'username', username: 'ann' })).toBe('@ann');
  expect(nameOf({ kind: 'phone', phone: '+1', name: null })).toBe('+1');
  expect(nameOf({ kind: 'phone', phone: '+1', name: 'Ann' })).toBe('Ann');
  expect(nameOf({ kind: 'email', email: 'a@b.c' })).toBe('a@b.c');
  expect(nameOf({ kind: 'name', name: 'Ann' })).toBe('Ann');
  expect(about(workspaceOf())).toEqual({ id: idOf('workspace'), name: 'Acme', scheme: 'company' });
});
