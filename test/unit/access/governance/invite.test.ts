import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import type { RoleDeclaration, RoleReach } from '../../../../src/access/define-scheme.ts';
import { type InviteQuestion, mayInvite, placesOf } from '../../../../src/access/governance/invite.ts';
import { presetKeys, presets } from '../../../../src/access/presets.ts';
import type { Subject, Target } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  now,
  on,
  shopBot,
  stranger,
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';

/** A role of each reach, and one that lets people in on the resources it is held on. */
const office = compile({
  key: 'office',
  rolesPerMember: 'many',
  keystone: { role: 'head', holders: 'exactly_one' },
  edits: 'broader',
  roles: [
    { key: 'head', can: 'everything' },
    { key: 'host', reach: 'things', can: { invitation: 'all', bot: ['view'] } },
    { key: 'porter', can: { invitation: 'all', bot: ['view'] } },
    ...(['workspace', 'things', 'workspace_or_things', 'granted_things'] as const).map(
      (reach): RoleDeclaration => ({ key: reach, reach, can: { bot: ['view'] } }),
    ),
  ],
});
const head = member('hana', ['head']);
const porter = member('paul', ['porter']);
const host = member('hugo', [], on(shopBot, ['host']));

const ask = (actor: Subject, roles: InviteQuestion['roles'], resources: readonly Target[] = []) =>
  mayInvite(office, { actor, roles, resources, registered: true, holders: {}, now });
const rule = (actor: Subject, role: RoleReach, resources: readonly Target[] = []) => {
  const decision = ask(actor, forGood(role), resources);
  return decision.allow ? 'lawful' : decision.rule;
};

describe('an invitation is accepted', () => {
  test.each([
    ['workspace', [], true, false],
    ['workspace', [shopBot], true, false],
    ['things', [], false, false],
    ['things', [shopBot], false, true],
    ['workspace_or_things', [], true, false],
    ['workspace_or_things', [shopBot], false, true],
    ['granted_things', [], true, false],
    ['granted_things', [shopBot], true, true],
    ['role_of_another_scheme', [], true, false],
    ['role_of_another_scheme', [shopBot], true, false],
  ] as const)(
    'with the role %s and the resources %j: on the membership %s, on the resources %s',
    (role, resources, named, granted) => {
      expect(placesOf(office, forGood(role), resources)).toEqual({
        onMembership: named ? forGood(role) : [],
        onResources: granted ? forGood(role) : [],
      });
    },
  );

  test('each role in its own place', () => {
    expect(placesOf(office, forGood('porter', 'things', 'granted_things'), [shopBot])).toEqual({
      onMembership: forGood('porter', 'granted_things'),
      onResources: forGood('things', 'granted_things'),
    });
  });
});

describe('an invitation names the places its roles need', () => {
  test.each([
    ['workspace', 'lawful', 'workspace_only'],
    ['things', 'resource_needed', 'lawful'],
    ['workspace_or_things', 'lawful', 'lawful'],
    ['granted_things', 'lawful', 'lawful'],
  ] as const)('%s: without resources %s, with resources %s', (role, without, withResources) => {
    expect(rule(head, role)).toBe(without);
    expect(rule(head, role, [shopBot, bankBot])).toBe(withResources);
  });

  test('the role that is in the wrong place is the one named', () => {
    expect(ask(head, forGood('porter', 'things'))).toMatchObject({
      rule: 'resource_needed',
      about: 'things',
    });
    expect(ask(head, forGood('things', 'porter'), [shopBot])).toMatchObject({
      rule: 'workspace_only',
      about: 'porter',
    });
  });
});

describe('who invites where', () => {
  test('on a resource: whoever may there', () => {
    expect(rule(host, 'things', [shopBot])).toBe('lawful');
    expect(rule(host, 'workspace_or_things', [shopBot])).toBe('lawful');
    expect(rule(host, 'things', [bankBot])).toBe('no_grant_here');
    expect(rule(host, 'things', [shopBot, bankBot])).toBe('no_grant_here');
    expect(rule(host, 'things', [bankBot, shopBot])).toBe('no_grant_here');
    expect(rule(porter, 'things', [shopBot, bankBot])).toBe('lawful');
  });

  test('to the workspace, also where a role is named on the membership besides its resources', () => {
    expect(rule(host, 'workspace')).toBe('no_grant_here');
    expect(rule(host, 'granted_things', [shopBot])).toBe('no_grant_here');
    expect(rule(porter, 'granted_things', [shopBot])).toBe('lawful');
    expect(rule(porter, 'workspace')).toBe('lawful');
  });

  test('a refusal names those who could, held where the invitation is for', () => {
    const mia = member('mia', ['workspace']);
    expect(ask(mia, forGood('things'), [shopBot])).toEqual({
      allow: false,
      rule: 'no_role_allows',
      about: null,
      roles: ['head', 'host', 'porter'],
    });
    expect(ask(mia, forGood('workspace'))).toMatchObject({ roles: ['head', 'porter'] });
    expect(ask(mia, forGood('granted_things'), [shopBot])).toMatchObject({ roles: ['head', 'porter'] });
  });

  test('nobody gives more by an invitation than they hold in every place of it', () => {
    const tim: Subject = { ...member('tim', []), roles: untilThen(tomorrow, 'porter') };
    expect(ask(tim, forGood('workspace'))).toMatchObject({ rule: 'outlasts_own', about: 'workspace' });
    expect(ask(tim, untilThen(tomorrow, 'workspace'))).toEqual({ allow: true });
    expect(ask(tim, untilThen(yesterday, 'workspace'))).toMatchObject({ rule: 'ends_in_past' });
    expect(ask(porter, forGood('host'), [shopBot])).toMatchObject({ rule: 'exceeds_own', about: 'host' });
    const both = member('bea', ['porter'], on(shopBot, ['host']));
    expect(ask(both, forGood('host'), [shopBot])).toEqual({ allow: true });
    expect(ask(both, forGood('host'), [shopBot, bankBot])).toMatchObject({ rule: 'exceeds_own' });
    expect(ask(both, forGood('host'), [bankBot, shopBot])).toMatchObject({ rule: 'exceeds_own' });
  });
});

describe.each(presetKeys)('in %s', (key) => {
  const scheme = presets[key];
  const [keystone, second] = scheme.roles;
  const [narrowest] = scheme.roles.toReversed();
  const resources = narrowest?.reach === 'things' ? [shopBot] : [];
  const boss = member('ann', [keystone?.key ?? '']);
  const offer = { resources, registered: true, holders: {}, now };
  const roles = forGood(narrowest?.key ?? '');

  test('an invitation offers at least one role', () => {
    expect(mayInvite(scheme, { ...offer, actor: boss, roles })).toEqual({ allow: true });
    expect(mayInvite(scheme, { ...offer, actor: boss, roles: [] })).toEqual({
      allow: false,
      rule: 'role_needed',
      about: null,
      roles: [],
    });
  });

  test('only the company asks whether somebody is registered', () => {
    const refusal = { allow: false, rule: 'not_registered', about: null, roles: [] };
    expect(mayInvite(scheme, { ...offer, actor: boss, roles, registered: false })).toEqual(
      key === 'company' ? refusal : { allow: true },
    );
  });

  test('strangers and suspended members invite nobody, and are told so before anything else', () => {
    const nobody = { ...offer, roles: [], registered: false };
    expect(mayInvite(scheme, { ...nobody, actor: stranger('sid') })).toMatchObject({ rule: 'not_member' });
    expect(mayInvite(scheme, { ...nobody, actor: { ...boss, state: 'suspended' } })).toMatchObject({
      rule: 'suspended',
    });
  });

  test('whoever may not invite is told who may', () => {
    const reach = second?.reach === 'things' ? on(shopBot, [second.key]) : [];
    const other = member('bob', [second?.key ?? ''], reach);
    const decision = mayInvite(scheme, { ...offer, actor: other, roles });
    if (key === 'company') expect(decision).toEqual({ allow: true });
    else expect(decision).toMatchObject({ allow: false, roles: [keystone?.key] });
  });
});
