import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/access/decide.ts';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import { mayInvite, placesOf } from '../../../../src/access/governance/invite.ts';
import { mayRemove } from '../../../../src/access/governance/members.ts';
import { presets } from '../../../../src/access/presets.ts';
import { searchTargets } from '../../../../src/access/search.ts';
import { type Subject, workspaceWide } from '../../../../src/access/subject.ts';
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
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';
import { readRights } from '../role-table.ts';
import { schemeContract } from './scheme-contract.ts';
import { allModules, botAccessTable as table } from './tables.ts';

const scheme = presets.bot_access;
const sonia = member('sonia', ['super_admin']);
const rest = { ownerRoleHolders: 1, holders: {}, now };

/** The way each role is held: super admin of the workspace, an approver who also develops, others on a bot. */
function holderOf(role: string): Subject {
  if (role === 'super_admin') return sonia;
  return member('holder', [], on(shopBot, role === 'approver' ? ['developer', 'approver'] : [role]));
}

describe('bot_access', () => {
  schemeContract(
    scheme,
    [...table].map(([role, rights]) => ({
      role,
      rights,
      besides: readRights(role === 'approver' ? allModules : ''),
      onOwn: role === 'inbox_admin' ? ['performance.view'] : [],
      holder: holderOf(role),
      at: shopChannel,
      withBaseline: true,
    })),
  );

  test.each([...table.keys()].slice(1))('%s on one bot has no right of the role on another', (role) => {
    for (const right of ['bot.view', 'conversation.view', 'campaign.view', 'database.view'] as const) {
      expect(decide(scheme, holderOf(role), right, bankBot, now).allow).toBe(false);
      expect(decide(scheme, holderOf(role), right, workspaceWide, now).allow).toBe(false);
    }
  });

  test('a refusal elsewhere says that the role is held, but not here', () => {
    expect(decide(scheme, holderOf('developer'), 'bot.update', bankBot, now)).toEqual({
      allow: false,
      rule: 'no_grant_here',
      roles: ['super_admin', 'admin', 'developer'],
    });
  });

  test('a grant on a project reaches its bots and their channels', () => {
    const dev = member('dan', [], on(retail, ['developer']));
    for (const target of [retail, shopBot, shopChannel]) {
      expect(decide(scheme, dev, 'bot.update', target, now)).toEqual({
        allow: true,
        by: { role: 'developer', via: 'grant' },
      });
    }
  });

  test('lists the bots one has access to', () => {
    const dan = member('dan', [], [...on(shopBot, ['insights']), ...on(bankBot, ['developer'])]);
    expect(searchTargets(scheme, dan, 'bot.view', [shopBot, bankBot], now)).toEqual([bankBot]);
    expect(searchTargets(scheme, sonia, 'bot.view', [shopBot, bankBot], now)).toEqual([shopBot, bankBot]);
  });

  test('a role named on the membership does not reach any bot', () => {
    const odd = member('odd', ['developer']);
    expect(decide(scheme, odd, 'bot.view', shopBot, now)).toMatchObject({ rule: 'no_grant_here' });
  });

  test('a super admin role on a bot is none', () => {
    const odd = member('odd', [], on(shopBot, ['super_admin']));
    expect(decide(scheme, odd, 'bot.publish', shopBot, now).allow).toBe(false);
  });

  test('an inbox admin sees their own performance and nobody else’s', () => {
    const ines = member('ines', [], on(shopBot, ['inbox_admin']));
    const own = { ...shopBot, ownerId: 'ines' };
    expect(decide(scheme, ines, 'performance.view', own, now)).toEqual({
      allow: true,
      by: { role: 'inbox_admin', via: 'grant' },
    });
    for (const target of [shopBot, { ...shopBot, ownerId: 'ivan' }, { ...shopBot, ownerId: null }]) {
      expect(decide(scheme, ines, 'performance.view', target, now)).toEqual({
        allow: false,
        rule: 'own_only',
        roles: ['super_admin'],
      });
    }
    expect(decide(scheme, ines, 'performance.view', { ...bankBot, ownerId: 'ines' }, now)).toMatchObject({
      rule: 'no_grant_here',
      roles: ['super_admin', 'inbox_admin'],
    });
  });

  test('only who may unmask sees masked columns; only the super admin may', () => {
    for (const role of [...table.keys()].slice(1)) {
      expect(decide(scheme, holderOf(role), 'database.unmask', shopBot, now)).toMatchObject({
        rule: 'no_role_allows',
        roles: ['super_admin'],
      });
    }
  });

  describe('an approver', () => {
    test('without developer on the same bot approves nothing', () => {
      const alone = member('ada', [], [...on(shopBot, ['approver']), ...on(bankBot, ['developer'])]);
      expect(decide(scheme, alone, 'bot.approve', shopBot, now)).toMatchObject({ rule: 'requires_missing' });
    });

    test('sleeps when developer has ended', () => {
      const grants = [...on(shopBot, ['approver']), ...on(shopBot, ['developer'], yesterday)];
      expect(decide(scheme, member('ada', [], grants), 'bot.approve', shopBot, now).allow).toBe(false);
    });

    test('is not made without developer, and developer not outlived', () => {
      const ada = member('ada', [], on(shopBot, ['insights']));
      const change = { ...rest, actor: sonia, target: ada, at: shopBot };
      expect(mayChangeRoles(scheme, { ...change, roles: forGood('approver') })).toMatchObject({
        rule: 'requires_missing',
        about: 'developer',
        roles: [],
      });
      expect(mayChangeRoles(scheme, { ...change, roles: forGood('approver', 'developer') })).toEqual({
        allow: true,
      });
      expect(
        mayChangeRoles(scheme, {
          ...change,
          roles: [...untilThen(nextWeek, 'approver'), ...untilThen(tomorrow, 'developer')],
        }),
      ).toMatchObject({ rule: 'requires_missing', about: 'developer' });
      expect(mayChangeRoles(scheme, { ...change, at: bankBot, roles: forGood('approver') })).toMatchObject({
        rule: 'requires_missing',
      });
    });

    test('keeps developer until both go together', () => {
      const change = { ...rest, actor: sonia, target: holderOf('approver'), at: shopBot };
      expect(mayChangeRoles(scheme, { ...change, roles: forGood('approver') })).toMatchObject({
        rule: 'requires_held',
        about: 'approver',
      });
      expect(
        mayChangeRoles(scheme, {
          ...change,
          roles: [...forGood('approver'), ...untilThen(tomorrow, 'developer')],
        }),
      ).toMatchObject({ rule: 'requires_held' });
      expect(mayChangeRoles(scheme, { ...change, roles: [] })).toEqual({ allow: true });
      expect(mayChangeRoles(scheme, { ...change, roles: forGood('developer') })).toEqual({ allow: true });
    });
  });

  test('shares bots by invitation: only the super admin, several roles, on named bots', () => {
    const invitation = {
      actor: sonia,
      roles: forGood('developer', 'approver'),
      resources: [shopBot, bankBot],
      registered: true,
      holders: {},
      now,
    };
    expect(mayInvite(scheme, invitation)).toEqual({ allow: true });
    expect(placesOf(scheme, invitation.roles, invitation.resources)).toEqual({
      onMembership: [],
      onResources: invitation.roles,
    });
    expect(mayInvite(scheme, { ...invitation, actor: holderOf('admin') })).toMatchObject({
      rule: 'no_role_allows',
      roles: ['super_admin'],
    });
    expect(mayInvite(scheme, { ...invitation, resources: [] })).toMatchObject({
      rule: 'resource_needed',
      about: 'developer',
    });
    expect(mayInvite(scheme, { ...invitation, roles: forGood('approver') })).toMatchObject({
      rule: 'requires_missing',
      about: 'developer',
    });
    expect(mayInvite(scheme, { ...invitation, actor: holderOf('admin'), resources: [] })).toMatchObject({
      rule: 'no_role_allows',
    });
    expect(mayInvite(scheme, { ...invitation, roles: forGood('super_admin'), resources: [] })).toMatchObject({
      rule: 'keystone_by_transfer_only',
    });
  });

  test('the picker offers every role but super admin on a bot, none on the membership', () => {
    const picker = { ...rest, actor: sonia, target: member('ada', []), at: shopBot };
    const held = forGood(...[...table.keys()].slice(1));
    expect(assignableRoles(scheme, picker)).toEqual(held);
    expect(assignableRoles(scheme, { ...picker, target: null })).toEqual(held);
    expect(assignableRoles(scheme, { ...picker, target: null, at: workspaceWide })).toEqual(held);
    expect(assignableRoles(scheme, { ...picker, at: workspaceWide })).toEqual([]);
    expect(assignableRoles(scheme, { ...picker, actor: holderOf('admin') })).toEqual([]);
  });

  test('access on a bot is taken there; a channel carries none', () => {
    const ada = member('ada', [], on(shopBot, ['insights']));
    const change = { ...rest, actor: sonia, target: ada, at: shopBot };
    expect(mayChangeRoles(scheme, { ...change, roles: [] })).toEqual({ allow: true });
    expect(mayChangeRoles(scheme, { ...change, at: shopChannel, roles: forGood('insights') })).toMatchObject({
      rule: 'resource_needed',
    });
    expect(mayChangeRoles(scheme, { ...change, roles: forGood('super_admin') })).toMatchObject({
      rule: 'workspace_only',
    });
    expect(mayRemove(scheme, { ...rest, actor: sonia, target: ada })).toEqual({ allow: true });
    expect(mayRemove(scheme, { ...rest, actor: ada, target: sonia })).toMatchObject({
      allow: false,
      roles: [],
    });
  });
});
