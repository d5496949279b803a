import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/access/decide.ts';
import { assignableRoles } from '../../../../src/access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import { mayInvite } from '../../../../src/access/governance/invite.ts';
import {
  formerOwnerRole,
  mayRemove,
  maySuspend,
  mayTransfer,
} from '../../../../src/access/governance/members.ts';
import { presets } from '../../../../src/access/presets.ts';
import { workspaceWide } from '../../../../src/access/subject.ts';
import { forGood, member, now, shopBot, shopChannel, stranger } from '../people.ts';
import { schemeContract } from './scheme-contract.ts';
import { companyTable as table } from './tables.ts';

const scheme = presets.company;
const people = {
  owner: member('olga', ['owner']),
  administrator: member('adam', ['administrator']),
  manager: member('max', ['manager']),
  designer: member('dora', ['designer']),
};
const ranks = ['owner', 'administrator', 'manager', 'designer'] as const;
const rest = { ownerRoleHolders: 1, holders: {}, now };

describe('company', () => {
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

  test('a designer is refused an import and told who may', () => {
    expect(decide(scheme, people.designer, 'bot.import', shopBot, now)).toEqual({
      allow: false,
      rule: 'no_role_allows',
      roles: ['owner', 'administrator', 'manager'],
    });
  });

  describe('whose role may be edited, by whom', () => {
    const edits = [
      ['owner', 'administrator', true],
      ['owner', 'manager', true],
      ['owner', 'designer', true],
      ['administrator', 'owner', false],
      ['administrator', 'administrator', false],
      ['administrator', 'manager', true],
      ['administrator', 'designer', true],
      ['manager', 'owner', false],
      ['manager', 'administrator', false],
      ['manager', 'manager', false],
      ['manager', 'designer', false],
      ['designer', 'manager', false],
      ['designer', 'designer', false],
    ] as const;

    test.each(edits)('%s edits %s: %s', (actor, target, allow) => {
      const other = { ...people[target], personId: 'other' };
      const roles = forGood(target === 'designer' ? 'manager' : 'designer');
      const question = { ...rest, actor: people[actor], target: other };
      expect(mayChangeRoles(scheme, { ...question, roles, at: workspaceWide }).allow).toBe(allow);
      expect(maySuspend(scheme, question).allow).toBe(allow);
    });

    test('the locked button of an equal gives its reason and who has the key', () => {
      const other = { ...people.administrator, personId: 'anna' };
      const change = { ...rest, actor: people.administrator, target: other, at: workspaceWide };
      expect(mayChangeRoles(scheme, { ...change, roles: forGood('designer') })).toEqual({
        allow: false,
        rule: 'not_broader',
        about: null,
        roles: ['owner'],
      });
    });

    test.each(ranks)('%s never edits, suspends or removes themselves', (role) => {
      const self = { ...rest, actor: people[role], target: people[role] };
      expect(
        mayChangeRoles(scheme, { ...self, roles: forGood('designer'), at: workspaceWide }),
      ).toMatchObject({
        rule: 'self',
      });
      expect(maySuspend(scheme, self)).toMatchObject({ rule: 'self' });
      expect(mayRemove(scheme, self)).toMatchObject({ rule: 'self' });
    });
  });

  test('roles given never exceed one’s own', () => {
    const picker = { ...rest, at: workspaceWide, target: people.designer };
    expect(assignableRoles(scheme, { ...picker, actor: people.administrator })).toEqual(
      forGood('administrator', 'manager', 'designer'),
    );
    expect(assignableRoles(scheme, { ...picker, actor: people.owner })).toEqual(
      forGood('administrator', 'manager', 'designer'),
    );
    expect(assignableRoles(scheme, { ...picker, actor: people.manager })).toEqual([]);
    expect(
      mayChangeRoles(scheme, { ...picker, actor: people.administrator, roles: forGood('owner') }),
    ).toMatchObject({ rule: 'keystone_by_transfer_only' });
  });

  test.each([
    ['owner', 'administrator', true],
    ['owner', 'designer', true],
    ['administrator', 'owner', false],
    ['administrator', 'administrator', true],
    ['administrator', 'manager', true],
    ['administrator', 'designer', true],
    ['manager', 'designer', false],
    ['designer', 'designer', false],
  ] as const)('%s removes %s: %s', (actor, target, allow) => {
    const other = { ...people[target], personId: 'other' };
    expect(mayRemove(scheme, { ...rest, actor: people[actor], target: other }).allow).toBe(allow);
  });

  test('only registered people are invited', () => {
    const invitation = { actor: people.owner, roles: forGood('designer'), resources: [], holders: {}, now };
    expect(mayInvite(scheme, { ...invitation, registered: true })).toEqual({ allow: true });
    expect(mayInvite(scheme, { ...invitation, registered: false })).toEqual({
      allow: false,
      rule: 'not_registered',
      about: null,
      roles: [],
    });
    expect(
      mayInvite(presets.cabinet, { ...invitation, roles: forGood('editor'), registered: false }),
    ).toEqual({ allow: true });
  });

  test('administrators invite administrators, managers invite nobody', () => {
    const invitation = { roles: forGood('administrator'), resources: [], registered: true, holders: {}, now };
    expect(mayInvite(scheme, { ...invitation, actor: people.administrator })).toEqual({ allow: true });
    expect(mayInvite(scheme, { ...invitation, actor: people.manager })).toMatchObject({
      roles: ['owner', 'administrator'],
    });
    expect(mayInvite(scheme, { ...invitation, actor: people.owner, roles: [] })).toMatchObject({
      rule: 'role_needed',
    });
    expect(mayInvite(scheme, { ...invitation, actor: people.owner, resources: [shopBot] })).toMatchObject({
      rule: 'workspace_only',
      about: 'administrator',
    });
  });

  test('ownership goes to an active member, and the former owner stays as administrator', () => {
    const transfer = { actor: people.owner, now };
    expect(mayTransfer(scheme, { ...transfer, target: people.designer })).toEqual({ allow: true });
    expect(mayTransfer(scheme, { ...transfer, target: people.owner })).toMatchObject({ rule: 'self' });
    expect(mayTransfer(scheme, { ...transfer, target: stranger('sid') })).toMatchObject({
      rule: 'target_not_member',
    });
    expect(
      mayTransfer(scheme, { ...transfer, target: { ...people.designer, state: 'suspended' } }),
    ).toMatchObject({ rule: 'target_suspended' });
    expect(formerOwnerRole(scheme)).toBe('administrator');
  });
});
