import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import type { RoleDeclaration, SchemeDeclaration } from '../../../../src/access/define-scheme.ts';
import { mayChangeRoles, rolesHeldAt } from '../../../../src/access/governance/change-roles.ts';
import { presets } from '../../../../src/access/presets.ts';
import { type HeldRole, type Subject, type Target, workspaceWide } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  nextWeek,
  now,
  on,
  retail,
  shopBot,
  shopChannel,
  stranger,
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';

const reaches = ['workspace', 'things', 'workspace_or_things', 'granted_things'] as const;

/** A role of each reach. */
function office(
  rules: Partial<SchemeDeclaration> = {},
  limits: Partial<RoleDeclaration> = {},
): CompiledScheme {
  return compile({
    key: 'office',
    rolesPerMember: 'many',
    keystone: { role: 'head', holders: 'exactly_one' },
    edits: 'broader',
    roles: [
      { key: 'head', can: 'everything' },
      { key: 'second', can: { bot: ['view'] } },
      ...reaches.map((reach): RoleDeclaration => ({ key: reach, reach, can: { bot: ['view'] }, ...limits })),
    ],
    ...rules,
  });
}

const hana = member('hana', ['head']);
const rest = { actor: hana, ownerRoleHolders: 1, holders: {}, now };
const verdict = (
  scheme: CompiledScheme,
  question: {
    actor?: Subject;
    target: Subject;
    roles: readonly HeldRole[];
    at?: Target;
    ownerRoleHolders?: number;
    holders?: Record<string, number>;
  },
): string => {
  const decision = mayChangeRoles(scheme, { ...rest, at: workspaceWide, ...question });
  return decision.allow
    ? 'lawful'
    : [decision.rule, ...(decision.about === null ? [] : [decision.about])].join(' ');
};

describe('where a role is held', () => {
  const lot: Target = { path: [{ kind: 'project', id: 'shop' }] };

  test('what somebody holds in a place is what names exactly that place', () => {
    const grants = [...on(shopBot, ['things']), ...on(retail, ['things']), ...on(lot, ['second'], yesterday)];
    const mia = member('mia', ['second'], grants);
    const held = [workspaceWide, shopBot, retail, lot, bankBot, shopChannel].map((at) =>
      rolesHeldAt(mia, at),
    );
    expect(held).toEqual([
      forGood('second'),
      on(shopBot, ['things']),
      on(retail, ['things']),
      on(lot, ['second'], yesterday),
      [],
      [],
    ]);
  });

  test.each([
    ['workspace', 'lawful', 'workspace_only'],
    ['things', 'resource_needed', 'lawful'],
    ['workspace_or_things', 'lawful', 'lawful'],
    ['granted_things', 'lawful', 'role_not_held'],
  ] as const)(
    '%s: on the membership %s, on a project or bot %s, on a channel never',
    (role, named, granted) => {
      const about = (rule: string) => (rule === 'lawful' ? rule : `${rule} ${role}`);
      const mia = member('mia', ['second']);
      const ask = (at: Target) => verdict(office(), { target: mia, roles: forGood(role), at });
      expect(ask(workspaceWide)).toBe(about(named));
      expect([retail, shopBot].map(ask)).toEqual([about(granted), about(granted)]);
      expect(ask(shopChannel)).toBe(`resource_needed ${role}`);
    },
  );

  test('a role that needs granted resources is granted to whom the membership names it, for as long as it does', () => {
    const roles = forGood('granted_things');
    const ask = (held: readonly HeldRole[]) =>
      verdict(office(), { target: { ...member('mia', []), roles: held }, roles, at: shopBot });
    expect(ask(roles)).toBe('lawful');
    expect(ask([...forGood('second'), ...untilThen(tomorrow, 'granted_things')])).toBe('lawful');
    expect(ask(untilThen(yesterday, 'granted_things'))).toBe('role_not_held granted_things');
    expect(ask(forGood('second', 'things'))).toBe('role_not_held granted_things');
  });
});

describe('what is kept, given and taken', () => {
  test('somebody without the right to give a role may keep, shorten and take it', () => {
    const scheme = office({
      roles: [
        { key: 'head', can: 'everything' },
        { key: 'clerk', can: { member: 'all' } },
        { key: 'teller', can: { billing: 'all' } },
        { key: 'guest', can: {} },
      ],
    });
    const clerk = member('carl', ['clerk']);
    const ask = (held: readonly HeldRole[], roles: readonly HeldRole[]) =>
      verdict(scheme, { actor: clerk, target: { ...member('tom', []), roles: held }, roles });
    const teller = forGood('teller');
    expect(ask(teller, [...teller, ...forGood('guest')])).toBe('lawful');
    expect(ask(teller, untilThen(tomorrow, 'teller'))).toBe('lawful');
    expect(ask([...teller, ...forGood('guest')], forGood('guest'))).toBe('lawful');
    expect(ask(untilThen(tomorrow, 'teller'), teller)).toBe('exceeds_own teller');
    expect(ask(untilThen(yesterday, 'teller'), untilThen(tomorrow, 'teller'))).toBe('exceeds_own teller');
    expect(ask(forGood('guest'), teller)).toBe('exceeds_own teller');
  });

  test('a role that has ended is not kept: giving it on is giving it anew', () => {
    const target: Subject = { ...member('mia', ['second']), roles: untilThen(yesterday, 'second') };
    expect(verdict(office(), { target, roles: target.roles })).toBe('ends_in_past second');
    expect(verdict(office(), { target, roles: forGood('second') })).toBe('lawful');
  });

  test('a membership keeps a role, a resource need not', () => {
    const mia = member('mia', ['second'], on(shopBot, ['things']));
    expect(verdict(office(), { target: mia, roles: [] })).toBe('role_needed');
    expect(verdict(office(), { target: mia, roles: [], at: shopBot })).toBe('lawful');
  });
});

describe('a role for one', () => {
  const scheme = office({}, { maxHolders: 1 });
  const holders = { things: 1, workspace: 1 };

  test('is not given to a second member, but its holder may have it longer and in more places', () => {
    const holder = member('mia', ['second'], on(shopBot, ['things'], tomorrow));
    const other = member('tom', ['second']);
    const ask = (target: Subject, at: Target) =>
      verdict(scheme, { target, roles: forGood('things'), at, holders });
    expect(ask(holder, shopBot)).toBe('lawful');
    expect(ask(holder, bankBot)).toBe('lawful');
    expect(ask(other, bankBot)).toBe('max_holders things');
    expect(ask(member('ned', ['second'], on(shopBot, ['things'], yesterday)), bankBot)).toBe(
      'max_holders things',
    );
  });

  test('holding another role makes nobody its holder', () => {
    const mia = member('mia', ['second'], on(shopBot, ['things']));
    expect(verdict(scheme, { target: mia, roles: forGood('second', 'workspace'), holders })).toBe(
      'max_holders workspace',
    );
    expect(verdict(scheme, { target: mia, roles: forGood('second', 'workspace') })).toBe('lawful');
  });

  test('stays lawful for who holds it and is kept', () => {
    const mia = member('mia', ['workspace']);
    expect(verdict(scheme, { target: mia, roles: forGood('workspace', 'second'), holders })).toBe('lawful');
  });
});

describe('the keystone role', () => {
  const { company, platform } = presets;
  const temp: Subject = { ...member('tim', []), roles: untilThen(nextWeek, 'admin') };
  const alice = member('alice', ['admin']);

  test('of an owner is neither taken, shortened nor lent, but moves by transfer', () => {
    const peers = compile({ ...company.declaration, edits: 'peers' });
    const olga = member('olga', ['owner']);
    const ask = (actor: Subject, target: Subject, roles: readonly HeldRole[]) =>
      verdict(peers, { actor, target, roles });
    expect(ask(member('ann', ['owner']), olga, forGood('designer'))).toBe('keystone_by_transfer_only owner');
    expect(ask(member('ann', ['owner']), olga, untilThen(tomorrow, 'owner'))).toBe(
      'keystone_by_transfer_only owner',
    );
    expect(ask(olga, member('dora', ['designer']), untilThen(tomorrow, 'owner'))).toBe(
      'keystone_by_transfer_only owner',
    );
    expect(ask(member('ann', ['owner']), olga, forGood('owner'))).toBe('lawful');
  });

  test('of the last administrator stays for good, whatever is added', () => {
    const ask = (target: Subject, roles: readonly HeldRole[], ownerRoleHolders = 1) =>
      verdict(platform, { actor: temp, target, roles, ownerRoleHolders });
    expect(ask(alice, untilThen(tomorrow, 'viewer'))).toBe('last_keystone admin');
    expect(ask(alice, untilThen(tomorrow, 'admin'))).toBe('last_keystone admin');
    expect(ask(alice, [...forGood('admin'), ...untilThen(tomorrow, 'viewer')])).toBe('lawful');
    expect(ask(alice, untilThen(tomorrow, 'viewer'), 2)).toBe('lawful');
    expect(ask({ ...alice, state: 'suspended' }, untilThen(tomorrow, 'viewer'))).toBe('lawful');
    const viewer = member('vic', ['admin', 'viewer']);
    expect(ask(viewer, forGood('admin'))).toBe('lawful');
  });
});

describe('who is refused is told', () => {
  test('first that nobody changes their own roles, then that they lack the right, then whom they cannot change', () => {
    const { company } = presets;
    const ask = (actor: Subject, target: Subject, roles = forGood('designer')) =>
      verdict(company, { actor, target, roles });
    const dora = member('dora', ['designer']);
    expect(ask(dora, dora)).toBe('self');
    expect(ask(dora, stranger('sid'))).toBe('no_role_allows');
    expect(ask(member('adam', ['administrator']), stranger('sid'))).toBe('target_not_member');
    expect(ask(member('adam', ['administrator']), member('anna', ['administrator']), [])).toBe('not_broader');
    expect(ask(member('olga', ['owner']), dora, forGood('king'))).toBe('unknown_role king');
  });

  test('whoever could, also by a role that needs another one, and where it is held', () => {
    const scheme = compile({
      key: 'studio',
      rolesPerMember: 'many',
      keystone: { role: 'head', holders: 'exactly_one' },
      edits: 'peers',
      roles: [
        { key: 'head', can: 'everything' },
        { key: 'deputy', reach: 'things', can: { member: ['assign'] }, requires: ['maker'] },
        { key: 'maker', reach: 'things', can: { bot: ['view'] } },
        { key: 'clerk', can: { member: ['assign'] } },
      ],
    });
    const give = { ...rest, actor: member('eve', ['clerk']), target: member('mia', []) };
    const who = (at: Target, roles: readonly HeldRole[]) => {
      const decision = mayChangeRoles(scheme, { ...give, actor: stranger('eve'), roles, at });
      return decision.allow ? [] : decision.roles;
    };
    expect(who(shopBot, forGood('maker'))).toEqual(['head', 'deputy']);
    expect(who(retail, forGood('maker'))).toEqual(['head', 'deputy']);
    expect(who(workspaceWide, forGood('clerk'))).toEqual(['head', 'clerk']);
    expect(who(shopChannel, forGood('maker'))).toEqual([]);
    // No role is held on a channel, only on what holds it.
    const alone: Target = { path: [{ kind: 'channel', id: 'shop-telegram' }] };
    expect([shopChannel, alone].map((at) => who(at, []))).toEqual([
      ['head', 'deputy', 'clerk'],
      ['head', 'clerk'],
    ]);
    expect(mayChangeRoles(scheme, { ...give, roles: forGood('maker'), at: shopBot })).toEqual({
      allow: false,
      rule: 'exceeds_own',
      about: 'maker',
      roles: ['head', 'deputy'],
    });
  });
});
