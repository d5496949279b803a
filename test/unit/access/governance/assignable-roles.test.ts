import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import { presetKeys, presets } from '../../../../src/access/presets.ts';
import { noRoles } from '../../../../src/access/role-set.ts';
import { type Subject, workspaceWide } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  nextWeek,
  now,
  on,
  shopBot,
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';

const { platform, bot_access: botAccess } = presets;
const rest = { at: workspaceWide, ownerRoleHolders: 1, holders: {}, now };
const alice = member('alice', ['admin']);
const lent = (...roles: Subject['roles']): Subject => ({ ...member('tim', []), roles });

describe.each(presetKeys)('in %s the keystone’s holder is offered every role but ownership', (key) => {
  const scheme = presets[key];
  const actor = member('ann', [scheme.ownerRole.key]);
  const [, ...others] = scheme.roles;
  const offered = ['platform', 'agency'].includes(key) ? scheme.roles : others;
  const held = (reaches: readonly string[]) =>
    forGood(...offered.filter(({ reach }) => reaches.includes(reach)).map((role) => role.key));

  test('for somebody who is invited, wherever that is', () => {
    for (const at of [workspaceWide, shopBot]) {
      expect(assignableRoles(scheme, { ...rest, actor, target: null, at })).toEqual(
        held(['workspace', 'things', 'granted_things']),
      );
    }
  });

  test('for a member, where the roles can be held', () => {
    for (const { key: role, reach } of others.filter(({ requires }) => requires === noRoles)) {
      const target = reach === 'things' ? member('bob', [], on(shopBot, [role])) : member('bob', [role]);
      expect(assignableRoles(scheme, { ...rest, actor, target })).toEqual(
        held(['workspace', 'granted_things']),
      );
      // A client's bots are for who is named a client.
      const onResources = reach === 'granted_things' ? ['things', 'granted_things'] : ['things'];
      expect(assignableRoles(scheme, { ...rest, actor, target, at: shopBot })).toEqual(held(onResources));
    }
  });
});

describe('the role picker', () => {
  test('adds to what somebody holds: the last admin is offered every other role as well', () => {
    const tim = lent(...untilThen(tomorrow, 'admin'));
    expect(assignableRoles(platform, { ...rest, actor: tim, target: alice })).toEqual([
      { role: 'admin', until: null },
      ...untilThen(tomorrow, 'manager', 'operator', 'viewer', 'service'),
    ]);
  });

  test('is not hindered by roles that have ended', () => {
    const former = { ...member('fay', ['viewer']), roles: untilThen(yesterday, 'operator', 'viewer') };
    expect(assignableRoles(platform, { ...rest, actor: alice, target: former })).toEqual(
      forGood('admin', 'manager', 'operator', 'viewer', 'service'),
    );
  });

  test('offers a role that is held already with the end it has, though nobody could give it for so long', () => {
    const tim = lent(...untilThen(tomorrow, 'admin'));
    const max = { ...member('max', []), roles: untilThen(nextWeek, 'manager') };
    expect(assignableRoles(platform, { ...rest, actor: tim, target: max })).toContainEqual({
      role: 'manager',
      until: nextWeek,
    });
  });

  test('of several ends the latest lawful one is offered, in whatever order the roles are held', () => {
    const held = [...untilThen(nextWeek, 'admin'), ...untilThen(tomorrow, 'viewer')];
    for (const actor of [lent(...held), lent(...held.toReversed())]) {
      expect(assignableRoles(platform, { ...rest, actor, target: null })).toEqual(
        untilThen(nextWeek, 'admin', 'manager', 'operator', 'viewer', 'service'),
      );
    }
  });

  test('who leads a bot for a day lends roles there for that day', () => {
    const scheme = compile({
      key: 'studio',
      rolesPerMember: 'many',
      keystone: { role: 'head', holders: 'exactly_one' },
      edits: 'broader',
      roles: [
        { key: 'head', can: 'everything' },
        {
          key: 'lead',
          reach: 'workspace_or_things',
          can: { member: 'all', invitation: 'all', bot: 'all' },
        },
        { key: 'maker', reach: 'workspace_or_things', can: { bot: ['view'] } },
      ],
    });
    const bo = member('bo', [], on(shopBot, ['lead'], tomorrow));
    const picker = { ...rest, actor: bo, target: member('mia', []) };
    expect(assignableRoles(scheme, { ...picker, at: shopBot })).toEqual(untilThen(tomorrow, 'lead', 'maker'));
    expect(assignableRoles(scheme, { ...picker, at: bankBot })).toEqual([]);
    const lent = untilThen(tomorrow, 'lead', 'maker');
    expect(
      [shopBot, bankBot, workspaceWide].map((at) => assignableRoles(scheme, { ...picker, at, target: null })),
    ).toEqual([lent, [], []]);
  });

  test('a required role that is held for good stays so when the role that needs it is lent', () => {
    const { roles: known, ...rules } = botAccess.declaration;
    const scheme = compile({
      ...rules,
      keystone: { role: 'super_admin', holders: 'at_least_one' },
      roles: [
        ...known,
        { key: 'publisher', reach: 'things', can: { bot: ['publish'] }, requires: ['developer'] },
      ],
    });
    const tim = lent(...untilThen(tomorrow, 'super_admin'));
    const ada = member('ada', [], on(shopBot, ['developer', 'approver']));
    const picker = { ...rest, actor: tim, target: ada, at: shopBot };
    expect(assignableRoles(scheme, picker)).toContainEqual({ role: 'publisher', until: tomorrow });
    const roles = [...forGood('developer', 'approver'), ...untilThen(tomorrow, 'publisher')];
    expect(mayChangeRoles(scheme, { ...picker, roles })).toEqual({ allow: true });
  });
});
