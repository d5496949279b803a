import { describe, expect, test } from 'vitest';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import {
  mayLeave,
  mayRemove,
  maySuspend,
  mayTransfer,
  mayUpdate,
} from '../../../../src/access/governance/members.ts';
import { presets } from '../../../../src/access/presets.ts';
import { capabilities } from '../../../../src/access/search.ts';
import { workspaceWide } from '../../../../src/access/subject.ts';
import { forGood, member, nextWeek, now, shopChannel, tomorrow, untilThen } from '../people.ts';
import { baseline } from '../role-table.ts';
import { schemeContract } from './scheme-contract.ts';
import { platformTable as table } from './tables.ts';

const scheme = presets.platform;
const alice = member('alice', ['admin']);
const aron = member('aron', ['admin']);
const max = member('max', ['manager']);

describe('platform', () => {
  schemeContract(
    scheme,
    [...table].map(([role, rights]) => ({
      role,
      rights,
      holder: member('holder', [role]),
      at: shopChannel,
      withBaseline: true,
    })),
  );

  test('several roles add up', () => {
    const both = new Set([...baseline, ...(table.get('operator') ?? []), ...(table.get('service') ?? [])]);
    expect(capabilities(scheme, member('sam', ['operator', 'service']), workspaceWide, now)).toEqual(both);
  });

  test('an admin gives every role, also service, whose rights no admin has', () => {
    const picker = { actor: alice, target: max, at: workspaceWide, ownerRoleHolders: 2, holders: {}, now };
    expect(assignableRoles(scheme, picker)).toEqual(forGood(...table.keys()));
    expect(assignableRoles(scheme, { ...picker, actor: max, target: aron })).toEqual([]);
  });

  test('admins manage each other, never themselves', () => {
    const act = { ownerRoleHolders: 2, now };
    for (const rule of [mayRemove, maySuspend, mayUpdate]) {
      expect(rule(scheme, { ...act, actor: alice, target: aron })).toEqual({ allow: true });
      expect(rule(scheme, { ...act, actor: alice, target: alice })).toMatchObject({ rule: 'self' });
      expect(rule(scheme, { ...act, actor: max, target: alice })).toMatchObject({ roles: ['admin'] });
    }
    expect(
      mayChangeRoles(scheme, {
        ...act,
        actor: alice,
        target: alice,
        roles: forGood('viewer'),
        at: workspaceWide,
        holders: {},
      }),
    ).toMatchObject({ rule: 'self' });
  });

  test('the last active admin for good is neither lowered, removed, suspended nor let go', () => {
    const temp = { ...member('tim', []), roles: untilThen(tomorrow, 'admin') };
    const last = { actor: temp, target: alice, ownerRoleHolders: 1, now };
    expect(mayRemove(scheme, last)).toMatchObject({ rule: 'last_keystone', about: 'admin', roles: [] });
    expect(maySuspend(scheme, last)).toMatchObject({ rule: 'last_keystone' });
    expect(mayUpdate(scheme, last)).toEqual({ allow: true });
    expect(mayLeave(scheme, { actor: alice, ownerRoleHolders: 1 })).toMatchObject({ rule: 'last_keystone' });
    expect(mayLeave(scheme, { actor: alice, ownerRoleHolders: 2 })).toEqual({ allow: true });
    expect(mayLeave(scheme, { actor: temp, ownerRoleHolders: 1 })).toEqual({ allow: true });

    const change = { ...last, at: workspaceWide, holders: {} };
    expect(mayChangeRoles(scheme, { ...change, roles: untilThen(tomorrow, 'manager') })).toMatchObject({
      rule: 'last_keystone',
    });
    expect(mayChangeRoles(scheme, { ...change, roles: untilThen(tomorrow, 'admin') })).toMatchObject({
      rule: 'last_keystone',
    });
    expect(
      mayChangeRoles(scheme, { ...change, ownerRoleHolders: 2, roles: forGood('manager') }),
    ).toMatchObject({
      rule: 'outlasts_own',
    });
    expect(
      mayChangeRoles(scheme, { ...change, ownerRoleHolders: 2, roles: untilThen(tomorrow, 'manager') }),
    ).toEqual({ allow: true });
  });

  test('a suspended admin is not counted on, so may be removed', () => {
    const suspended = { ...aron, state: 'suspended' } as const;
    expect(mayRemove(scheme, { actor: alice, target: suspended, ownerRoleHolders: 1, now })).toEqual({
      allow: true,
    });
  });

  test('an admin for a day gives roles for that day at most', () => {
    const temp = { ...member('tim', []), roles: untilThen(tomorrow, 'admin') };
    const change = { actor: temp, target: max, at: workspaceWide, ownerRoleHolders: 1, holders: {}, now };
    expect(
      mayChangeRoles(scheme, { ...change, roles: [...max.roles, ...untilThen(tomorrow, 'admin')] }),
    ).toEqual({
      allow: true,
    });
    expect(
      mayChangeRoles(scheme, { ...change, roles: [...max.roles, ...untilThen(nextWeek, 'admin')] }),
    ).toMatchObject({ rule: 'outlasts_own', about: 'admin', roles: ['admin'] });
    expect(assignableRoles(scheme, change)).toEqual([
      { role: 'admin', until: tomorrow },
      { role: 'manager', until: null },
      { role: 'operator', until: tomorrow },
      { role: 'viewer', until: tomorrow },
      { role: 'service', until: tomorrow },
    ]);
  });

  test('there is no owner, so nothing is transferred', () => {
    expect(mayTransfer(scheme, { actor: alice, target: max, now })).toMatchObject({ rule: 'no_transfer' });
  });

  test('recommends a role for each kind of colleague', () => {
    expect(scheme.declaration.recommendations).toEqual([
      { person: 'leader', role: 'admin' },
      { person: 'project_manager', role: 'manager' },
      { person: 'operator', role: 'operator' },
      { person: 'analyst', role: 'viewer' },
      { person: 'technical_specialist', role: 'service' },
    ]);
  });
});
