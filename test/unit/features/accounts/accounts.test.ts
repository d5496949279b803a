import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { enterEmailCode, requestCode } from '../../../../src/features/accounts/email.ts';
import { acceptLink, mayTry, previewLink } from '../../../../src/features/accounts/link.ts';
import { mergePersons } from '../../../../src/features/accounts/merge.ts';
import {
  isLivingMember,
  mergeMemberships,
  moveMembership,
} from '../../../../src/features/accounts/merge-workspace.ts';
import { recipientAt, type WholePerson } from '../../../../src/features/accounts/person.ts';
import { unlinkAccount } from '../../../../src/features/accounts/unlink.ts';
import {
  countedIds,
  hoursLater,
  idOf,
  kindsOf,
  NOW,
  presetNamed,
  refusalOf,
} from '../../../support/builders.ts';
import { accountOf, joinedAs, personOf } from '../../../support/whole-person.ts';

const tools = {
  now: NOW,
  newId: countedIds(),
  scheme: ({ scheme }: { readonly scheme: string }) => presetNamed(scheme),
};

describe('an address', () => {
  const drawn = { code: '123456', codeHash: Buffer.alloc(32), now: NOW };
  const person = { id: idOf('Anna'), name: 'Anna', language: 'en' } as const;

  test('gets a code, unless it is none or too many were sent', () => {
    const { changes, notices } = requestCode(person, ' Anna@Example.org ', 2, drawn);
    expect(changes).toMatchObject([{ kind: 'email.requested', email: 'anna@example.org' }]);
    expect(notices).toMatchObject([{ kind: 'email.code', code: '123456' }]);
    expect(refusalOf(() => requestCode(person, 'nonsense', 0, drawn))).toBe('email_wrong');
    expect(refusalOf(() => requestCode(person, 'a@example.org', 3, drawn))).toBe('email_codes');
  });

  test('is the person’s by the right code, and a wrong one is a try less', () => {
    const pending = {
      email: 'a@example.org',
      codeHash: Buffer.alloc(32),
      tries: 0,
      expiresAt: hoursLater(1),
    };
    const enter = (patch: Partial<typeof pending>, right: boolean) =>
      enterEmailCode(person.id, { pending: { ...pending, ...patch }, sends: 1 }, () => right, NOW);
    expect(enter({}, true)).toMatchObject({ right: true, changes: [{ kind: 'email.confirmed' }] });
    expect(enter({}, false)).toMatchObject({ right: false, changes: [{ kind: 'email.missed' }] });
    expect(enter({ tries: 5 }, true)).toBeNull();
    expect(enter({ expiresAt: NOW }, true)).toBeNull();
    expect(enterEmailCode(person.id, { pending: null, sends: 0 }, () => true, NOW)).toBeNull();
  });
});

describe('linking two accounts', () => {
  const keep = personOf('Anna', { memberships: [joinedAs('Anna', ['owner'])] });
  const gone = personOf('Annie', { memberships: [joinedAs('Annie', ['designer'])] });
  const link = { linkId: idOf('link'), keep, shownTo: accountOf('Anna'), gone };

  test('makes one person of two, and tells the account that showed the code', () => {
    const { changes, notices } = acceptLink(link, tools);
    expect(kindsOf(changes)).toEqual(['persons.merged']);
    expect(notices).toMatchObject([{ kind: 'account.linked', to: { personId: keep.personId } }]);
    expect(previewLink(link, tools).clashes).toMatchObject([
      { after: [{ role: 'owner' }], suspended: false },
    ]);
    const broader = {
      ...link,
      keep: personOf('Anna', { memberships: [joinedAs('Anna', ['viewer'], 'platform')] }),
      gone: personOf('Annie', { memberships: [joinedAs('Annie', ['manager'], 'platform')] }),
    };
    expect(kindsOf(acceptLink(broader, tools).changes)).toEqual(['guard.scheme', 'persons.merged']);
  });

  test('is refused to one person, and after too many wrong codes', () => {
    expect(refusalOf(() => previewLink({ ...link, gone: keep }, tools))).toBe('link_own');
    expect(refusalOf(() => mayTry(5))).toBe('code_tries');
    expect(() => mayTry(4)).not.toThrow();
  });

  test('a membership that lives goes before one that ended', () => {
    const living = joinedAs('Annie', ['designer']);
    const ended = joinedAs('Anna', ['owner'], 'company', { state: 'left' });
    expect(isLivingMember(ended)).toBe(false);
    expect(mergeMemberships(ended, living, presets.company, tools)).toMatchObject({
      kept: [{ membershipId: living.membership.id }],
      dropped: [{ membershipId: ended.membership.id, living: false }],
    });
    expect(moveMembership(living).after).toMatchObject({ state: 'active' });
    expect(moveMembership(ended).after).toBeNull();
  });

  test('of invitations to one workspace the broader stays, and none where the person is a member', () => {
    const invitation = (name: string, workspace: string, roles: readonly string[]) => ({
      id: idOf(name),
      workspaceId: idOf(workspace),
      scheme: 'company',
      roles,
    });
    const { change } = mergePersons(
      { ...keep, invitations: [invitation('narrow', 'other', ['designer'])] },
      {
        ...gone,
        invitations: [invitation('broad', 'other', ['manager']), invitation('own', 'workspace', ['manager'])],
      },
      idOf('link'),
      tools,
    );
    expect(change.closedInvitations).toEqual([idOf('narrow'), idOf('own')]);
  });
});

describe('taking an account off', () => {
  const two: WholePerson = personOf('Anna', { accounts: [accountOf('Anna'), accountOf('Anna at work')] });
  const [first, second] = two.accounts;
  if (!first || !second) throw new Error('Anna has two accounts');

  test('makes it a person of its own; another account is told where it asked itself', () => {
    const own = unlinkAccount(two, second, second, idOf('new'));
    expect(own.changes).toMatchObject([{ kind: 'account.unlinked', newPersonId: idOf('new') }]);
    expect(own.notices).toMatchObject([{ to: { personId: two.personId } }]);
    expect(unlinkAccount(two, second, first, idOf('new')).notices).toMatchObject([
      { to: { personId: idOf('new') } },
    ]);
  });

  test('is refused for the only one, and for one that is theirs no more', () => {
    expect(refusalOf(() => unlinkAccount(personOf('Anna', { accounts: [first] }), first, first, 'n'))).toBe(
      'last_account',
    );
    expect(refusalOf(() => unlinkAccount(two, accountOf('Zoe'), first, 'n'))).toBe('button_stale');
    expect(refusalOf(() => unlinkAccount(null, first, first, 'n'))).toBe('button_stale');
  });

  test('an account without a private chat cannot be told', () => {
    expect(recipientAt(two, first).address).toMatchObject({ chatId: 'chat of Anna' });
    expect(recipientAt(two, { ...first, privateChatId: null }).address).toBeNull();
  });
});
