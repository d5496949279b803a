import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { grantableRoles } from '../../../../src/domain/scheme-roles.ts';
import {
  changeGrants,
  decisionOnGrants,
  dependentsOf,
  type GrantWish,
  heldOn,
  previewGrants,
  rolesToGrant,
} from '../../../../src/features/grants/change-grants.ts';
import { endGrants } from '../../../../src/features/grants/end-grants.ts';
import {
  actOn,
  countedIds,
  grantOn,
  hoursLater,
  idOf,
  kindsOf,
  membershipOf,
  memberWith,
  recipientOf,
  refusalOf,
  resourceOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { bot_access, company } = presets;
const shop = resourceOf('bot', 'Shop bot');
const bank = resourceOf('bot', 'Bank bot');
const boris = memberWith('Boris', [], { grants: [grantOn(shop, 'developer'), grantOn(shop, 'approver')] });
const act = actOn(bot_access, ['super_admin'], boris);

function wish(patch: Partial<GrantWish>): GrantWish {
  return { mode: 'give', resources: [shop], roles: [], end: 'kept', ...patch };
}

describe('changing roles on resources', () => {
  test('they are given on all of them, taken, or made exactly these', () => {
    const given = changeGrants(act, wish({ resources: [shop, bank], roles: ['insights'] }), countedIds());
    expect(kindsOf(given.changes)).toEqual(['guard.scheme', 'guard.membership', 'grants.changed']);
    expect(given.changes.at(-1)).toMatchObject({
      add: [
        { id: idOf('new 1'), role: 'insights', place: { id: shop.id } },
        { id: idOf('new 2'), role: 'insights', place: { id: bank.id } },
      ],
      remove: [],
    });
    expect(given.notices).toMatchObject([{ kind: 'grants.changed', to: { name: 'Boris' } }]);
    const [taken] = previewGrants(act, wish({ mode: 'take' }));
    expect(taken).toMatchObject({ after: [], rights: { gained: [] } });
    const [set] = previewGrants(act, wish({ mode: 'set', roles: ['insights'], end: hoursLater(5) }));
    expect(set?.after).toEqual([{ role: 'insights', until: hoursLater(5) }]);
  });

  test('they are refused by every rule against them', () => {
    const refused = (patch: Partial<GrantWish>, about = act) =>
      refusalOf(() => previewGrants(about, wish(patch)));
    expect(refused({ resources: Array.from({ length: 21 }, () => shop), roles: ['admin'] })).toBe(
      'too_many_resources',
    );
    expect(refused({ roles: ['chief'] })).toBe('unknown_role');
    expect(refused({ resources: [resourceOf('channel', 'Line')], roles: ['admin'] })).toBe('bad_request');
    expect(refused({ resources: [bank], roles: ['approver'] })).toBe('grant_requires');
    expect(refused({ mode: 'take', roles: ['developer'] })).toBe('grant_required');
    expect(refused({ roles: ['developer'] })).toBe('nothing_changed');
    expect(refused({ roles: ['super_admin'] })).toBe('workspace_only');
    expect(refused({ roles: ['admin'], end: hoursLater(-1) })).toBe('ends_in_past');
    const byMember = actOn(bot_access, [], boris, { actor: { grants: [grantOn(shop, 'admin')] } });
    expect(refused({ roles: ['admin'] }, byMember)).toBe('no_role_allows');
    const alone = actOn(bot_access, ['super_admin'], memberWith('Anna', ['super_admin']));
    expect(refused({ roles: ['admin'] }, alone)).toBe('self');
  });

  test('what can be given, and what goes along, is known before anything is chosen', () => {
    expect(grantableRoles(company)).toEqual([]);
    expect(grantableRoles(bot_access)).not.toContain('super_admin');
    expect(rolesToGrant(act, bank).map(({ role }) => role)).toContain('admin');
    expect(heldOn(act, shop).map(({ role }) => role)).toEqual(['developer', 'approver']);
    expect(decisionOnGrants(act, shop)).toEqual({ allow: true });
    const byMember = actOn(bot_access, [], boris);
    expect(decisionOnGrants(byMember, shop)).toMatchObject({ allow: false });
    expect(dependentsOf(act, wish({ mode: 'take', roles: ['developer'] }))).toEqual(['approver']);
    expect(dependentsOf(act, wish({ mode: 'give', roles: ['developer'] }))).toEqual([]);
  });
});

test('grants whose time is over are taken away, and their holder is told', () => {
  const place = { kind: 'bot', id: shop.id } as const;
  const { changes, notices } = endGrants({
    membership: membershipOf('Boris', []),
    workspace: workspaceOf(),
    holder: recipientOf('Boris'),
    grants: [
      { role: 'admin', place, name: 'Shop bot' },
      { role: 'developer', place, name: 'Shop bot' },
    ],
  });
  expect(changes).toMatchObject([{ kind: 'grants.changed', add: [], names: ['Shop bot'] }]);
  expect(notices).toMatchObject([{ resources: ['Shop bot'], roles: ['admin', 'developer'] }]);
});
