import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/access/decide.ts';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import { mayInvite } from '../../../../src/access/governance/invite.ts';
import {
  formerOwnerRole,
  mayLeave,
  mayRemove,
  mayTransfer,
} from '../../../../src/access/governance/members.ts';
import { presets } from '../../../../src/access/presets.ts';
import { workspaceWide } from '../../../../src/access/subject.ts';
import { forGood, member, now, on, shopBot, shopChannel, untilThen, yesterday } from '../people.ts';
import { schemeContract } from './scheme-contract.ts';
import { cabinetTable as table } from './tables.ts';

const scheme = presets.cabinet;
const olga = member('olga', ['owner']);
const adam = member('adam', ['administrator']);
const eva = member('eva', ['editor']);
const rest = { ownerRoleHolders: 1, holders: {}, now };

describe('cabinet', () => {
  schemeContract(
    scheme,
    [...table].map(([role, rights]) => ({
      role,
      rights,
      holder: member('holder', [role]),
      at: shopChannel,
      withBaseline: role !== 'guest',
    })),
  );

  test('access covers every project: a grant on one bot adds nothing', () => {
    const observer = member('oskar', ['observer'], on(shopBot, ['administrator']));
    expect(decide(scheme, observer, 'bot.update', shopBot, now).allow).toBe(false);
  });

  test('a guest sees nothing, and still nothing when the role has ended', () => {
    const former = { ...member('gus', []), roles: untilThen(yesterday, 'guest') };
    expect(decide(scheme, member('gus', ['guest']), 'workspace.view', workspaceWide, now).allow).toBe(false);
    expect(decide(scheme, former, 'workspace.view', workspaceWide, now).allow).toBe(false);
  });

  test('a balance manager is told that nobody below administrator handles bots', () => {
    const bill = member('bill', ['balance_manager']);
    expect(decide(scheme, bill, 'bot.update', shopBot, now)).toEqual({
      allow: false,
      rule: 'no_role_allows',
      roles: ['owner', 'administrator'],
    });
  });

  test('only the owner invites, assigns and removes', () => {
    const invitation = { roles: forGood('editor'), resources: [], registered: true, holders: {}, now };
    expect(mayInvite(scheme, { ...invitation, actor: olga })).toEqual({ allow: true });
    expect(mayInvite(scheme, { ...invitation, actor: adam })).toEqual({
      allow: false,
      rule: 'no_role_allows',
      about: null,
      roles: ['owner'],
    });

    const change = { ...rest, target: eva, roles: forGood('observer'), at: workspaceWide };
    expect(mayChangeRoles(scheme, { ...change, actor: olga })).toEqual({ allow: true });
    expect(mayChangeRoles(scheme, { ...change, actor: adam })).toMatchObject({ roles: ['owner'] });
    expect(mayRemove(scheme, { ...rest, actor: olga, target: adam })).toEqual({ allow: true });
    expect(mayRemove(scheme, { ...rest, actor: adam, target: eva })).toMatchObject({ allow: false });
  });

  test('the owner may give every role but ownership', () => {
    const picker = { ...rest, actor: olga, target: eva, at: workspaceWide };
    const keys = [...table.keys()].filter((role) => role !== 'owner');
    expect(assignableRoles(scheme, picker)).toEqual(forGood(...keys));
    expect(assignableRoles(scheme, { ...picker, target: null })).toEqual(forGood(...keys));
    expect(assignableRoles(scheme, { ...picker, actor: adam })).toEqual([]);
  });

  test('ownership moves by transfer alone, and the former owner becomes administrator', () => {
    expect(
      mayChangeRoles(scheme, {
        ...rest,
        actor: olga,
        target: adam,
        roles: forGood('owner'),
        at: workspaceWide,
      }),
    ).toMatchObject({ rule: 'keystone_by_transfer_only', about: 'owner', roles: [] });
    expect(mayTransfer(scheme, { actor: olga, target: adam, now })).toEqual({ allow: true });
    expect(mayTransfer(scheme, { actor: adam, target: eva, now })).toMatchObject({ roles: ['owner'] });
    expect(formerOwnerRole(scheme)).toBe('administrator');
  });

  test('the owner cannot leave before handing over; anybody else may', () => {
    expect(mayLeave(scheme, { actor: olga, ownerRoleHolders: 1 })).toMatchObject({ rule: 'last_keystone' });
    expect(mayLeave(scheme, { actor: adam, ownerRoleHolders: 1 })).toEqual({ allow: true });
  });

  test('one role a member', () => {
    const roles = forGood('editor', 'balance_manager');
    expect(
      mayChangeRoles(scheme, { ...rest, actor: olga, target: eva, roles, at: workspaceWide }),
    ).toMatchObject({ rule: 'one_role_only' });
    expect(
      mayInvite(scheme, { actor: olga, roles, resources: [], registered: true, holders: {}, now }),
    ).toMatchObject({ rule: 'one_role_only' });
  });
});
