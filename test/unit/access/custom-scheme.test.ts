import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { decide } from '../../../src/access/decide.ts';
import { defineScheme } from '../../../src/access/define-scheme.ts';
import { diff, diffRoles, rightsOf } from '../../../src/access/diff.ts';
import { explain } from '../../../src/access/explain.ts';
import { assignableRoles } from '../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../src/access/governance/change-roles.ts';
import { mayInvite, placesOf } from '../../../src/access/governance/invite.ts';
import { formerOwnerRole, mayLeave, mayTransfer, mayUpdate } from '../../../src/access/governance/members.ts';
import { presets } from '../../../src/access/presets.ts';
import { workspaceWide } from '../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  now,
  on,
  retail,
  shopBot,
  shopChannel,
  stranger,
  tomorrow,
  untilThen,
  yesterday,
} from './people.ts';

/** A studio that uses every rule a scheme can have. */
const studio = compile(
  defineScheme({
    key: 'studio',
    rolesPerMember: 'many',
    keystone: { role: 'head', holders: 'exactly_one' },
    edits: 'broader',
    roles: [
      { key: 'head', can: 'everything' },
      { key: 'treasurer', can: { billing: 'all' }, maxHolders: 1 },
      { key: 'honorary', can: {} },
      {
        key: 'lead',
        reach: 'workspace_or_things',
        can: { member: 'all', invitation: 'all', bot: 'all', channel: 'all' },
      },
      { key: 'publisher', reach: 'workspace_or_things', can: { bot: ['publish'] }, requires: ['tester'] },
      { key: 'tester', reach: 'workspace_or_things', can: { bot: ['approve'] }, requires: ['maker'] },
      { key: 'maker', reach: 'workspace_or_things', can: { bot: ['view', 'update'], channel: ['view'] } },
      { key: 'author', can: { report: ['view'] }, canOnOwn: { scenario: ['update'], performance: ['view'] } },
      { key: 'visitor', can: { report: ['view'] }, withoutBaseline: true },
    ],
  }),
);
const hana = member('hana', ['head']);
const leo = member('leo', ['lead']);
const mia = member('mia', ['maker']);
const rest = { ownerRoleHolders: 1, holders: {}, now };
const change = { ...rest, actor: hana, target: mia, at: workspaceWide };

describe('roles held on the membership or on resources', () => {
  test('on the membership it reaches everything, on a project what is inside', () => {
    expect(decide(studio, mia, 'bot.view', bankBot, now)).toMatchObject({
      by: { role: 'maker', via: 'membership' },
    });
    const granted = member('gil', [], on(retail, ['maker']));
    expect(decide(studio, granted, 'bot.view', shopChannel, now)).toMatchObject({ by: { via: 'grant' } });
    expect(decide(studio, granted, 'bot.view', bankBot, now)).toMatchObject({ rule: 'no_grant_here' });
  });

  test('a bot and a project of one id are two resources', () => {
    const granted = member('gil', [], on({ path: [{ kind: 'project', id: 'shop' }] }, ['maker']));
    expect(decide(studio, granted, 'bot.view', shopBot, now).allow).toBe(false);
  });

  test('of several roles the broadest is named, one on the membership before one that is granted', () => {
    const two = member('tom', ['maker', 'lead']);
    expect(decide(studio, two, 'bot.view', shopBot, now)).toMatchObject({
      by: { role: 'lead', via: 'membership' },
    });
    const mixed = member('tom', ['maker'], on(shopBot, ['lead']));
    expect(decide(studio, mixed, 'bot.view', shopBot, now)).toMatchObject({
      by: { role: 'maker', via: 'membership' },
    });
  });

  test('an invitation with resources grants them, one without names the role', () => {
    expect(placesOf(studio, forGood('maker'), [shopBot])).toEqual({
      onMembership: [],
      onResources: forGood('maker'),
    });
    expect(placesOf(studio, forGood('maker'), [])).toEqual({
      onMembership: forGood('maker'),
      onResources: [],
    });
  });

  test('who leads one bot manages its people, and nobody elsewhere', () => {
    const botLead = member('bo', [], on(shopBot, ['lead']));
    const onBot = { ...change, actor: botLead, target: stranger('x'), roles: forGood('maker') };
    expect(mayChangeRoles(studio, { ...onBot, target: member('vic', ['visitor']), at: shopBot })).toEqual({
      allow: true,
    });
    expect(
      mayChangeRoles(studio, { ...onBot, target: member('vic', ['visitor']), at: bankBot }),
    ).toMatchObject({
      rule: 'no_grant_here',
      roles: ['head', 'lead'],
    });
    expect(mayChangeRoles(studio, { ...onBot, target: mia, at: shopBot })).toEqual({ allow: true });
    expect(mayChangeRoles(studio, { ...onBot, at: shopBot })).toMatchObject({ rule: 'target_not_member' });
    const invitation = { actor: botLead, roles: forGood('maker'), registered: true, holders: {}, now };
    expect(mayInvite(studio, { ...invitation, resources: [shopBot] })).toEqual({ allow: true });
    expect(mayInvite(studio, { ...invitation, resources: [shopBot, bankBot] })).toMatchObject({
      rule: 'no_grant_here',
    });
    expect(mayInvite(studio, { ...invitation, resources: [] })).toMatchObject({ rule: 'no_grant_here' });
  });
});

describe('what is lent and what ends', () => {
  test('a role counts until its end and not a moment longer', () => {
    const lent = { ...member('lea', []), roles: untilThen(tomorrow, 'maker') };
    expect(decide(studio, lent, 'bot.view', shopBot, new Date(tomorrow.getTime() - 1)).allow).toBe(true);
    expect(decide(studio, lent, 'bot.view', shopBot, tomorrow)).toMatchObject({ rule: 'ended' });
  });

  test('an end must lie ahead', () => {
    expect(mayChangeRoles(studio, { ...change, roles: untilThen(yesterday, 'author') })).toMatchObject({
      rule: 'ends_in_past',
    });
    expect(mayChangeRoles(studio, { ...change, roles: untilThen(now, 'author') })).toMatchObject({
      rule: 'ends_in_past',
    });
    expect(mayChangeRoles(studio, { ...change, roles: untilThen(tomorrow, 'author') })).toEqual({
      allow: true,
    });
  });

  test('a lead for a day may give for that day to the moment', () => {
    const lent = { ...member('lea', []), roles: untilThen(tomorrow, 'lead') };
    const lending = { ...change, actor: lent, target: member('vic', ['visitor']) };
    const later = new Date(tomorrow.getTime() + 1);
    expect(mayChangeRoles(studio, { ...lending, roles: untilThen(tomorrow, 'maker') })).toEqual({
      allow: true,
    });
    expect(mayChangeRoles(studio, { ...lending, roles: untilThen(later, 'maker') })).toMatchObject({
      rule: 'outlasts_own',
    });
  });

  test('extending is giving, shortening is not', () => {
    const lent = { ...member('lea', []), roles: untilThen(tomorrow, 'treasurer') };
    const held = { ...change, target: lent, holders: { treasurer: 1 } };
    expect(mayChangeRoles(studio, { ...held, roles: forGood('treasurer') })).toEqual({ allow: true });
    const lender = { ...held, actor: leo };
    expect(mayChangeRoles(studio, { ...lender, roles: forGood('treasurer') })).toMatchObject({
      rule: 'not_broader',
    });
  });
});

describe('requirements through requirements', () => {
  test('one missing link puts the chain to sleep', () => {
    expect(
      decide(studio, member('pia', ['publisher', 'tester', 'maker']), 'bot.publish', shopBot, now).allow,
    ).toBe(true);
    expect(decide(studio, member('pia', ['publisher', 'tester']), 'bot.publish', shopBot, now)).toMatchObject(
      {
        rule: 'requires_missing',
      },
    );
    expect(decide(studio, member('pia', ['publisher', 'maker']), 'bot.publish', shopBot, now).allow).toBe(
      false,
    );
  });

  test('the first missing role is named, and a required one stays', () => {
    expect(mayChangeRoles(studio, { ...change, roles: forGood('maker', 'publisher') })).toMatchObject({
      rule: 'requires_missing',
      about: 'tester',
    });
    const pia = member('pia', ['publisher', 'tester', 'maker']);
    expect(
      mayChangeRoles(studio, { ...change, target: pia, roles: forGood('publisher', 'tester') }),
    ).toMatchObject({
      rule: 'requires_held',
      about: 'publisher',
    });
    expect(mayChangeRoles(studio, { ...change, target: pia, roles: forGood('maker') })).toEqual({
      allow: true,
    });
  });

  test('the picker gives a role together with what it requires', () => {
    const picker = { ...change, target: member('vic', ['visitor']) };
    expect(assignableRoles(studio, picker).map(({ role }) => role)).toContain('publisher');
  });
});

describe('who may be given what', () => {
  test('a role that outranks the giver’s is too much even when it gives nothing', () => {
    const give = { ...change, actor: leo, target: member('vic', ['visitor']) };
    expect(mayChangeRoles(studio, { ...give, roles: forGood('honorary') })).toMatchObject({
      rule: 'exceeds_own',
      about: 'honorary',
      roles: ['head'],
    });
  });

  test('a role with any right that the giver lacks is too much, though it ranks below', () => {
    const give = { ...change, actor: leo, target: mia };
    expect(mayChangeRoles(studio, { ...give, roles: forGood('maker', 'author') })).toMatchObject({
      rule: 'exceeds_own',
      about: 'author',
    });
    expect(mayChangeRoles(studio, { ...give, roles: forGood('maker', 'tester') })).toEqual({ allow: true });
  });

  test('a role for one is given to one', () => {
    const give = { ...change, roles: forGood('maker', 'treasurer') };
    expect(mayChangeRoles(studio, { ...give, holders: { treasurer: 1 } })).toMatchObject({
      rule: 'max_holders',
      about: 'treasurer',
      roles: [],
    });
    expect(mayChangeRoles(studio, { ...give, holders: { treasurer: 0 } })).toEqual({ allow: true });
    const invitation = { actor: hana, roles: forGood('treasurer'), resources: [], registered: true, now };
    expect(mayInvite(studio, { ...invitation, holders: { treasurer: 1 } })).toMatchObject({
      rule: 'max_holders',
    });
    expect(mayInvite(studio, { ...invitation, holders: {} })).toEqual({ allow: true });
  });

  test('a member keeps a role, and only roles that exist', () => {
    expect(mayChangeRoles(studio, { ...change, roles: [] })).toMatchObject({ rule: 'role_needed' });
    expect(mayChangeRoles(studio, { ...change, roles: forGood('king') })).toMatchObject({
      rule: 'unknown_role',
      about: 'king',
    });
    const leftover = member('old', ['king', 'maker']);
    expect(mayChangeRoles(studio, { ...change, target: leftover, roles: leftover.roles })).toMatchObject({
      rule: 'unknown_role',
    });
    expect(mayChangeRoles(studio, { ...change, target: leftover, roles: forGood('maker') })).toEqual({
      allow: true,
    });
    expect(
      mayInvite(studio, {
        actor: hana,
        roles: forGood('king'),
        resources: [],
        registered: true,
        holders: {},
        now,
      }),
    ).toMatchObject({
      rule: 'unknown_role',
    });
  });

  test('a former owner keeps the next role that anybody can hold', () => {
    expect(formerOwnerRole(studio)).toBe('honorary');
    const [, ...others] = studio.declaration.roles;
    const modest = { key: 'head', can: { member: 'all', invitation: 'all', owner: 'all' } } as const;
    const below = others.filter(({ key }) => key === 'lead' || key === 'visitor');
    expect(formerOwnerRole(compile({ ...studio.declaration, roles: [modest, ...below] }))).toBeNull();
  });

  test('strangers and the suspended are named as such', () => {
    const suspended = { ...mia, state: 'suspended' } as const;
    expect(mayUpdate(studio, { ...rest, actor: hana, target: stranger('sid') })).toMatchObject({
      rule: 'target_not_member',
    });
    expect(mayUpdate(studio, { ...rest, actor: hana, target: suspended })).toEqual({ allow: true });
    expect(mayUpdate(studio, { ...rest, actor: { ...hana, state: 'suspended' }, target: mia })).toMatchObject(
      { rule: 'suspended' },
    );
    expect(mayTransfer(studio, { actor: hana, target: suspended, now })).toMatchObject({
      rule: 'target_suspended',
    });
    expect(mayLeave(studio, { actor: stranger('sid'), ownerRoleHolders: 1 })).toMatchObject({
      rule: 'not_member',
    });
    expect(mayLeave(studio, { actor: suspended, ownerRoleHolders: 1 })).toEqual({ allow: true });
  });
});

describe('a role without the baseline', () => {
  const sees = (roles: readonly string[]) =>
    decide(studio, member('vic', roles), 'workspace.view', workspaceWide, now).allow;

  test('withholds it until another role brings it back', () => {
    expect([sees(['visitor']), sees(['visitor', 'maker']), sees(['maker']), sees([])]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test('is not named among those who would see the workspace', () => {
    const refusal = decide(studio, member('vic', ['visitor']), 'workspace.view', workspaceWide, now);
    expect(refusal).toMatchObject({ allow: false, rule: 'no_role_allows' });
    expect(refusal).toMatchObject({
      roles: studio.roles.map(({ key }) => key).filter((key) => key !== 'visitor'),
    });
  });
});

describe('what a change gives and takes', () => {
  test('a role change', () => {
    expect(diffRoles(studio, ['maker'], ['maker', 'author'])).toEqual({
      gained: [
        { right: 'scenario.update', only: 'own' },
        { right: 'report.view', only: null },
        { right: 'performance.view', only: 'own' },
      ],
      lost: [],
    });
    expect(diffRoles(studio, ['head'], ['author']).lost).toContainEqual({
      right: 'scenario.update',
      only: null,
    });
    expect(diffRoles(studio, ['head'], ['author']).lost).not.toContainEqual({
      right: 'workspace.view',
      only: null,
    });
  });

  test('an entrance and an exit', () => {
    const guest = [{ right: 'report.view', only: null }];
    expect(diffRoles(studio, [], ['visitor'])).toEqual({ gained: guest, lost: [] });
    expect(diffRoles(studio, ['visitor'], [])).toEqual({ gained: [], lost: guest });
    expect(diffRoles(studio, [], ['honorary']).gained.map(({ right }) => right)).toEqual([
      'workspace.view',
      'owner.view',
      'role.view',
    ]);
  });

  test('a change of scheme', () => {
    const switched = diff(rightsOf(presets.cabinet, ['observer']), rightsOf(presets.company, ['designer']));
    expect(switched.lost).toEqual([]);
    expect(switched.gained).toContainEqual({ right: 'bot.export', only: null });
  });
});

test('an explanation goes through every role the person holds', () => {
  const person = {
    ...member('per', [], [...on(bankBot, ['maker']), ...on(shopBot, ['tester'])]),
    roles: [...untilThen(yesterday, 'lead'), ...forGood('author', 'king')],
  };
  const contributions = (
    right: 'bot.view' | 'bot.approve' | 'scenario.update',
    ownerId: string | null = null,
  ) =>
    explain(studio, person, right, { ...shopBot, ownerId }, now).held.map(({ contribution }) => contribution);
  expect(contributions('bot.view')).toEqual(['ended', 'silent', 'silent', 'no_grant_here', 'silent']);
  expect(contributions('bot.approve')).toEqual(['ended', 'silent', 'silent', 'silent', 'requires_missing']);
  expect(contributions('scenario.update')).toEqual(['silent', 'own_only', 'silent', 'silent', 'silent']);
  expect(contributions('scenario.update', 'per')).toEqual(['silent', 'allows', 'silent', 'silent', 'silent']);
  expect(explain(studio, person, 'bot.view', shopBot, now)).toMatchObject({
    decision: { allow: false, rule: 'no_grant_here' },
    held: [
      { role: 'lead', until: yesterday, resource: null },
      { role: 'author', until: null, resource: null },
      { role: 'king' },
      { role: 'maker', resource: { kind: 'bot', id: 'bank' } },
      { role: 'tester', resource: { kind: 'bot', id: 'shop' } },
    ],
  });
});

test('the same question gets the very same answer, so that answering costs no memory', () => {
  for (const right of ['bot.view', 'billing.view', 'workspace.view'] as const) {
    expect(decide(studio, mia, right, shopBot, now)).toBe(
      decide(studio, { ...mia }, right, { ...shopBot }, now),
    );
  }
});
