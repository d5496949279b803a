import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/access/decide.ts';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import { mayInvite, placesOf } from '../../../../src/access/governance/invite.ts';
import { mayRemove } from '../../../../src/access/governance/members.ts';
import { presets } from '../../../../src/access/presets.ts';
import { searchTargets } from '../../../../src/access/search.ts';
import { workspaceWide } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  now,
  on,
  retail,
  shopBot,
  shopChannel,
  untilThen,
  yesterday,
} from '../people.ts';
import { schemeContract } from './scheme-contract.ts';
import { agencyTable as table } from './tables.ts';

const scheme = presets.agency;
const alice = member('alice', ['admin']);
const aron = member('aron', ['admin']);
const cleo = member('cleo', ['client'], on(shopBot, ['client']));
const rest = { ownerRoleHolders: 2, holders: {}, now };

describe('agency', () => {
  schemeContract(
    scheme,
    [...table].map(([role, rights]) => ({
      role,
      rights,
      holder: role === 'client' ? cleo : alice,
      at: shopChannel,
      withBaseline: true,
    })),
  );

  test('nobody deletes a bot, whatever they are granted', () => {
    const powerful = member(
      'pia',
      ['admin', 'client'],
      [...on(shopBot, ['admin', 'client']), ...on(retail, ['admin'])],
    );
    expect(decide(scheme, powerful, 'bot.delete', shopBot, now)).toEqual({
      allow: false,
      rule: 'never',
      roles: [],
    });
  });

  test('a client without a grant sees no bot, and is told that a grant is what is missing', () => {
    const bare = member('bea', ['client']);
    expect(searchTargets(scheme, bare, 'bot.view', [shopBot, bankBot], now)).toEqual([]);
    expect(decide(scheme, bare, 'bot.view', shopBot, now)).toMatchObject({ rule: 'no_grant_here' });
    expect(decide(scheme, bare, 'workspace.view', workspaceWide, now)).toEqual({
      allow: true,
      by: { role: null, via: 'baseline' },
    });
  });

  test('a client sees the granted bots only', () => {
    expect(searchTargets(scheme, cleo, 'bot.view', [shopBot, bankBot], now)).toEqual([shopBot]);
    expect(decide(scheme, cleo, 'bot.view', shopBot, now)).toEqual({
      allow: true,
      by: { role: 'client', via: 'grant' },
    });
  });

  test('grants sleep when the client role has ended', () => {
    const former = { ...cleo, roles: untilThen(yesterday, 'client') };
    expect(decide(scheme, former, 'bot.view', shopBot, now)).toMatchObject({ rule: 'ended' });
  });

  test('an admin grants bots to a client, and takes them back', () => {
    const bare = member('bea', ['client']);
    const grant = { ...rest, actor: alice, target: bare, at: shopBot };
    expect(mayChangeRoles(scheme, { ...grant, roles: forGood('client') })).toEqual({ allow: true });
    expect(mayChangeRoles(scheme, { ...grant, target: cleo, roles: [] })).toEqual({ allow: true });
    expect(mayChangeRoles(scheme, { ...grant, target: aron, roles: forGood('client') })).toMatchObject({
      rule: 'role_not_held',
      about: 'client',
    });
    expect(mayChangeRoles(scheme, { ...grant, roles: forGood('admin') })).toMatchObject({
      rule: 'workspace_only',
    });
    expect(mayChangeRoles(scheme, { ...grant, actor: cleo, roles: forGood('client') })).toMatchObject({
      rule: 'no_role_allows',
      roles: ['admin'],
    });
  });

  test('admins manage admins and clients, the last admin stays', () => {
    expect(mayRemove(scheme, { ...rest, actor: alice, target: aron })).toEqual({ allow: true });
    expect(mayRemove(scheme, { ...rest, actor: alice, target: cleo })).toEqual({ allow: true });
    expect(mayRemove(scheme, { ...rest, actor: alice, target: alice })).toMatchObject({ rule: 'self' });
    expect(mayRemove(scheme, { ...rest, actor: cleo, target: aron })).toMatchObject({ roles: ['admin'] });
    expect(
      mayChangeRoles(scheme, {
        ...rest,
        ownerRoleHolders: 1,
        actor: alice,
        target: aron,
        roles: forGood('client'),
        at: workspaceWide,
      }),
    ).toMatchObject({ rule: 'last_keystone' });
  });

  test('a client is invited together with the bots', () => {
    const roles = forGood('client');
    const invitation = {
      actor: alice,
      roles,
      resources: [shopBot, bankBot],
      registered: true,
      holders: {},
      now,
    };
    expect(mayInvite(scheme, invitation)).toEqual({ allow: true });
    expect(mayInvite(scheme, { ...invitation, resources: [] })).toEqual({ allow: true });
    expect(placesOf(scheme, roles, [shopBot])).toEqual({ onMembership: roles, onResources: roles });
    expect(placesOf(scheme, roles, [])).toEqual({ onMembership: roles, onResources: [] });
    expect(placesOf(scheme, forGood('admin'), [])).toEqual({
      onMembership: forGood('admin'),
      onResources: [],
    });
  });

  test('one is an admin or a client, never both', () => {
    const both = forGood('admin', 'client');
    const invitation = {
      actor: alice,
      roles: both,
      resources: [shopBot],
      registered: true,
      holders: {},
      now,
    };
    expect(mayInvite(scheme, invitation)).toMatchObject({ rule: 'one_role_only' });
    const change = { ...rest, actor: alice, target: cleo, roles: both, at: workspaceWide };
    expect(mayChangeRoles(scheme, change)).toMatchObject({ rule: 'one_role_only' });
  });

  test('the picker offers both roles to an admin, and only client on a bot', () => {
    const picker = { ...rest, actor: alice, target: cleo, at: workspaceWide };
    expect(assignableRoles(scheme, picker)).toEqual(forGood('admin', 'client'));
    expect(assignableRoles(scheme, { ...picker, at: bankBot })).toEqual(forGood('client'));
    expect(assignableRoles(scheme, { ...picker, actor: cleo, target: aron })).toEqual([]);
  });
});
