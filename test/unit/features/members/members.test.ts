import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import {
  changeRoles,
  decisionOnRoles,
  livingRoles,
  previewRoles,
  type RoleWish,
  rolesToGive,
} from '../../../../src/features/members/change-roles.ts';
import { decisionOnOwnLeaving } from '../../../../src/features/members/decisions.ts';
import { endRoles, rolesKeptAfterEnd } from '../../../../src/features/members/end-roles.ts';
import { decisionOnLeaving, leaveWorkspace } from '../../../../src/features/members/leave.ts';
import { decisionOnRemoval, enforceRemoval, removeMember } from '../../../../src/features/members/remove.ts';
import {
  actOn,
  actorWith,
  forGood,
  hoursLater,
  idOf,
  kindsOf,
  membershipOf,
  memberWith,
  NOW,
  recipientOf,
  refusalOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company, platform, cabinet } = presets;
const boris = memberWith('Boris', ['designer']);

describe('changing roles', () => {
  const wish = (roles: readonly string[], end: RoleWish['end'] = 'kept'): RoleWish => ({ roles, end });
  const refused = (wanted: RoleWish, ...act: Parameters<typeof actOn>) =>
    refusalOf(() => previewRoles(actOn(...act), wanted));

  test('the wished roles are the member’s, with what they gain and lose', () => {
    const { change, changes, notices } = changeRoles(actOn(company, ['owner'], boris), wish(['manager']));
    expect(change).toMatchObject({ before: [{ role: 'designer' }], after: [{ role: 'manager' }] });
    expect(change.rights.gained.map(({ right }) => right)).toContain('bot.create');
    expect(kindsOf(changes)).toEqual(['guard.scheme', 'guard.membership', 'membership.roles']);
    expect(changes.at(-1)).toMatchObject({ add: [{ role: 'manager' }], remove: ['designer'] });
    expect(notices).toMatchObject([{ kind: 'member.roles', to: { name: 'Boris' } }]);
    const keystone = changeRoles(
      actOn(platform, ['admin'], memberWith('Boris', ['viewer'])),
      wish(['admin']),
    );
    expect(kindsOf(keystone.changes)).toContain('guard.governance');
  });

  test('an end is set, taken off, or kept', () => {
    const act = actOn(
      company,
      ['owner'],
      memberWith('Boris', [], { roles: [{ role: 'designer', until: hoursLater(5) }] }),
    );
    expect(previewRoles(act, wish(['designer'], 'never')).after).toEqual(forGood('designer'));
    expect(previewRoles(act, wish(['designer'], hoursLater(9))).after).toEqual([
      { role: 'designer', until: hoursLater(9) },
    ]);
    expect(refusalOf(() => previewRoles(act, wish(['designer'])))).toBe('nothing_changed');
  });

  test('they are refused by every rule against them', () => {
    const vera = memberWith('Vera', ['administrator']);
    expect(refused(wish(['manager']), company, ['designer'], boris)).toBe('no_role_allows');
    expect(refused(wish(['manager']), company, ['owner'], memberWith('Anna', ['owner']))).toBe('self');
    expect(refused(wish(['manager']), company, ['administrator'], vera)).toBe('not_broader');
    expect(refused(wish(['manager']), company, ['owner'], memberWith('B', [], { state: 'left' }))).toBe(
      'target_not_member',
    );
    expect(refused(wish(['owner']), company, ['owner'], boris)).toBe('keystone_by_transfer_only');
    expect(refused(wish(['chief']), company, ['owner'], boris)).toBe('unknown_role');
    expect(refused(wish([]), company, ['owner'], boris)).toBe('role_needed');
    expect(refused(wish(['designer']), company, ['owner'], boris)).toBe('nothing_changed');
    expect(refused(wish(['manager', 'designer']), company, ['owner'], boris)).toBe('one_role_only');
    expect(refused(wish(['manager'], hoursLater(-1)), company, ['owner'], boris)).toBe('ends_in_past');
    const brief = { actor: { roles: [{ role: 'administrator', until: hoursLater(2) }] } };
    expect(refused(wish(['manager'], 'never'), company, ['administrator'], boris, brief)).toBe(
      'outlasts_own',
    );
    expect(refused(wish(['viewer']), platform, ['admin'], memberWith('Boris', ['admin']))).toBe(
      'last_keystone',
    );
    const suspended = { actor: { state: 'suspended' } } as const;
    expect(refused(wish(['manager']), company, ['owner'], boris, suspended)).toBe('suspended');
  });

  test('what can be given is known before anything is chosen', () => {
    const act = actOn(company, ['administrator'], boris);
    expect(rolesToGive(act).map(({ role }) => role)).toEqual(['administrator', 'manager', 'designer']);
    expect(decisionOnRoles(act)).toEqual({ allow: true });
    expect(decisionOnRoles(actOn(company, ['designer'], boris))).toMatchObject({ rule: 'no_role_allows' });
    const roles = [...forGood('designer', 'owner'), { role: 'manager', until: NOW }];
    expect(livingRoles(company, roles, NOW)).toEqual(forGood('owner', 'designer'));
  });
});

describe('roles whose time is over', () => {
  const ended = {
    membership: membershipOf('Boris', []),
    workspace: workspaceOf(),
    holder: recipientOf('Boris'),
    granter: recipientOf('Anna'),
    roles: ['manager'],
  };

  test('are taken away, and their holder and who gave them are told', () => {
    const { changes, notices } = endRoles(ended);
    expect(changes).toMatchObject([{ kind: 'membership.roles', remove: ['manager'], add: [] }]);
    expect(notices).toMatchObject([
      { to: { name: 'Boris' }, memberName: null },
      { to: { name: 'Anna' }, memberName: 'Boris' },
    ]);
    expect(endRoles({ ...ended, granter: null }).notices).toHaveLength(1);
    expect(endRoles({ ...ended, granter: ended.holder }).notices).toHaveLength(1);
  });

  test('stay written down where their holder would gain by their removal', () => {
    expect(rolesKeptAfterEnd([cabinet.declaration, company.declaration])).toEqual(['cabinet/guest']);
  });
});

describe('leaving', () => {
  const admins = { ownerRoleHolders: 1, others: [recipientOf('Vera')] };

  test('ends one’s own membership and tells who keeps the workspace', () => {
    const { changes, notices } = leaveWorkspace(actorWith(['designer']), company, admins);
    expect(changes).toMatchObject([{ kind: 'membership.ended', state: 'left', roles: ['designer'] }]);
    expect(notices).toMatchObject([{ kind: 'member.left', to: { name: 'Vera' } }]);
  });

  test('is refused to the owner and to the last administrator, who is free once there is another', () => {
    expect(refusalOf(() => leaveWorkspace(actorWith(['owner']), company, admins))).toBe('last_keystone');
    const admin = actorWith(['admin']);
    expect(refusalOf(() => leaveWorkspace(admin, platform, admins))).toBe('last_keystone');
    expect(decisionOnOwnLeaving(actOn(company, ['owner'], boris)).allow).toBe(false);
    expect(decisionOnOwnLeaving(actOn(company, ['designer'], boris)).allow).toBe(true);
    expect(decisionOnLeaving(admin, platform, { ...admins, ownerRoleHolders: 2 }).allow).toBe(true);
    expect(refusalOf(() => leaveWorkspace(actorWith([], { state: 'left' }), company, admins))).toBe(
      'not_member',
    );
  });
});

describe('removing', () => {
  test('closes a member’s access at once and tells them', () => {
    const { changes, notices } = removeMember(actOn(company, ['administrator'], boris));
    expect(kindsOf(changes)).toEqual(['guard.membership', 'membership.ended']);
    expect(changes[1]).toMatchObject({ personId: idOf('Boris'), state: 'removed' });
    expect(notices).toMatchObject([{ kind: 'member.removed', to: { name: 'Boris' } }]);
  });

  test('is refused without the right, to oneself, upwards, and for the last at the head', () => {
    const remove = (...act: Parameters<typeof actOn>) => refusalOf(() => enforceRemoval(actOn(...act)));
    expect(remove(company, ['designer'], boris)).toBe('no_role_allows');
    expect(remove(company, ['owner'], memberWith('Anna', ['owner']))).toBe('self');
    expect(remove(company, ['administrator'], memberWith('Vera', ['owner']))).toBe('not_broader');
    expect(remove(cabinet, ['administrator'], boris)).toBe('no_role_allows');
    expect(remove(platform, ['admin'], memberWith('Vera', ['admin']))).toBe('last_keystone');
    expect(remove(company, ['owner'], memberWith('Boris', [], { state: 'removed' }))).toBe(
      'target_not_member',
    );
    expect(decisionOnRemoval(actOn(company, ['owner'], boris)).allow).toBe(true);
  });
});
