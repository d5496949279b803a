import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import type { RoleDeclaration } from '../../../../src/access/define-scheme.ts';
import { mayChangeRoles } from '../../../../src/access/governance/change-roles.ts';
import {
  formerOwnerRole,
  mayLeave,
  mayRemove,
  maySuspend,
  mayTransfer,
  mayUpdate,
} from '../../../../src/access/governance/members.ts';
import { type PresetKey, presetKeys, presets } from '../../../../src/access/presets.ts';
import { type Subject, workspaceWide } from '../../../../src/access/subject.ts';
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

/** Whom the holders of a role act on, by the holders' roles. Roles that are not listed act on nobody. */
type Reach = Readonly<
  Record<string, { readonly edits: readonly string[]; readonly removes: readonly string[] }>
>;

const below = (key: PresetKey) => presets[key].roles.slice(1).map((role) => role.key);
const alike = (roles: readonly string[]) => ({ edits: roles, removes: roles });

// Written down a second time from the schemes' documents.
const reaches: Readonly<Record<PresetKey, Reach>> = {
  cabinet: { owner: alike(below('cabinet')) },
  platform: { admin: alike(['admin', ...below('platform')]) },
  bot_access: { super_admin: alike(below('bot_access')) },
  company: {
    owner: alike(below('company')),
    administrator: { edits: ['manager', 'designer'], removes: ['administrator', 'manager', 'designer'] },
  },
  agency: { admin: alike(['admin', 'client']) },
};

/** Somebody who holds the role in the way in which it can be held. */
function holder(scheme: CompiledScheme, personId: string, role: string): Subject {
  return scheme.roleByKey.get(role)?.reach === 'things'
    ? member(personId, [], on(shopBot, [role]))
    : member(personId, [role]);
}

describe.each(presetKeys)('in %s', (key) => {
  const scheme = presets[key];
  const keys = scheme.roles.map((role) => role.key);
  const owned = scheme.declaration.keystone.holders === 'exactly_one';
  const pairs = keys.flatMap((by) => keys.map((whom) => [by, whom] as const));

  test.each(pairs)('what %s may do to another member who is %s, and who else may', (by, whom) => {
    const question = {
      actor: holder(scheme, 'ann', by),
      target: holder(scheme, 'bob', whom),
      ownerRoleHolders: 2,
      now,
    };
    const may = (act: 'edits' | 'removes') =>
      keys.filter((role) => reaches[key][role]?.[act].includes(whom) ?? false);
    for (const [act, decision] of [
      [may('removes'), mayRemove(scheme, question)],
      [may('edits'), maySuspend(scheme, question)],
    ] as const) {
      if (act.includes(by)) expect(decision).toEqual({ allow: true });
      else expect(decision).toMatchObject({ allow: false, roles: act });
    }
    // There are no two owners at once, so nothing is said of one who changes the other's card.
    if (!(owned && by === scheme.ownerRole.key && by === whom)) {
      expect(mayUpdate(scheme, question).allow).toBe(may('edits').includes(by));
    }
  });

  test.each(keys)('%s does nothing to themselves, and may leave unless the workspace needs them', (role) => {
    const ann = holder(scheme, 'ann', role);
    const question = { actor: ann, target: ann, ownerRoleHolders: 2, now };
    for (const act of [mayRemove, maySuspend, mayUpdate]) {
      expect(act(scheme, question)).toMatchObject({ allow: false, rule: 'self', about: null });
    }
    const isOwnerRole = role === scheme.ownerRole.key;
    const stays = { allow: false, rule: 'last_keystone', about: role, roles: [] };
    expect(mayLeave(scheme, { actor: ann, ownerRoleHolders: 1 })).toEqual(
      isOwnerRole ? stays : { allow: true },
    );
    expect(mayLeave(scheme, { actor: ann, ownerRoleHolders: 2 })).toEqual(
      isOwnerRole && owned ? stays : { allow: true },
    );
  });

  test('nobody who is no member leaves, acts, or is acted on', () => {
    const keystone = holder(scheme, 'ann', scheme.ownerRole.key);
    const sid = stranger('sid');
    expect(mayLeave(scheme, { actor: sid, ownerRoleHolders: 1 })).toEqual({
      allow: false,
      rule: 'not_member',
      about: null,
      roles: [],
    });
    for (const act of [mayRemove, maySuspend, mayUpdate]) {
      const rest = { ownerRoleHolders: 2, now };
      expect(act(scheme, { ...rest, actor: keystone, target: sid })).toMatchObject({
        rule: 'target_not_member',
        about: null,
        roles: [],
      });
      expect(act(scheme, { ...rest, actor: sid, target: keystone })).toMatchObject({ rule: 'not_member' });
      expect(act(scheme, { ...rest, actor: sid, target: sid })).toMatchObject({ rule: 'self' });
    }
  });

  test('ownership moves where there is an owner, by the owner’s hand, to any other active member', () => {
    for (const whom of keys.slice(1)) {
      const target = holder(scheme, 'bob', whom);
      for (const by of keys) {
        const decision = mayTransfer(scheme, { actor: holder(scheme, 'ann', by), target, now });
        if (!owned)
          expect(decision).toEqual({ allow: false, rule: 'no_transfer', about: 'admin', roles: [] });
        else if (by === scheme.ownerRole.key) expect(decision).toEqual({ allow: true });
        else expect(decision).toMatchObject({ allow: false, roles: [scheme.ownerRole.key] });
      }
    }
  });
});

const head = { key: 'head', can: 'everything' } as const;
const lead: RoleDeclaration = {
  key: 'lead',
  reach: 'workspace_or_things',
  can: { member: 'all', invitation: 'all', bot: ['view'] },
};
const maker: RoleDeclaration = { key: 'maker', reach: 'workspace_or_things', can: { bot: ['view'] } };

function studio(...roles: readonly RoleDeclaration[]): CompiledScheme {
  return compile({
    key: 'studio',
    rolesPerMember: 'many',
    keystone: { role: 'head', holders: 'exactly_one' },
    edits: 'broader',
    roles: [head, ...roles],
  });
}

describe('how broad somebody is', () => {
  const scheme = studio(lead, maker);
  const leo = member('leo', ['lead']);
  const rule = (actor: Subject, target: Subject) => {
    const decision = mayRemove(scheme, { actor, target, ownerRoleHolders: 1, now });
    return decision.allow ? 'lawful' : decision.rule;
  };

  test('the one acted on by the broadest role they hold anywhere', () => {
    expect(rule(leo, member('mia', ['maker']))).toBe('lawful');
    expect(rule(leo, member('mia', ['maker'], on(bankBot, ['maker'])))).toBe('lawful');
    expect(rule(leo, member('mia', ['maker'], on(bankBot, ['lead'])))).toBe('not_broader');
    expect(rule(leo, member('mia', ['maker'], on(bankBot, ['lead'], yesterday)))).toBe('lawful');
    expect(rule(leo, member('none', []))).toBe('lawful');
  });

  test('the one who acts by what they hold where they act', () => {
    const bo = member('bo', [], on(shopBot, ['lead']));
    const change = { target: member('mia', ['maker']), ownerRoleHolders: 1, holders: {}, now };
    const give = (at: typeof shopBot) =>
      mayChangeRoles(scheme, { ...change, actor: bo, roles: forGood('maker'), at });
    expect(give(shopBot)).toEqual({ allow: true });
    expect(give(bankBot)).toMatchObject({ rule: 'no_grant_here', roles: ['head', 'lead'] });
    expect(rule(bo, change.target)).toBe('no_grant_here');
  });

  test('among peers as far as one’s own level and no further, else only below it', () => {
    const clerk: RoleDeclaration = { key: 'clerk', can: { member: 'all' } };
    const ranks = ['lead', 'clerk', 'maker'];
    const ask = (edits: 'peers' | 'broader') => {
      const levels = compile({ ...studio(lead, clerk, maker).declaration, edits });
      return ranks.map((role) => {
        const question = { target: member('bob', [role]), ownerRoleHolders: 1, now };
        const decision = mayUpdate(levels, { ...question, actor: member('ann', ['clerk']) });
        return decision.allow ? 'lawful' : [decision.rule, ...decision.roles].join(' ');
      });
    };
    expect(ask('peers')).toEqual(['not_broader head lead', 'lawful', 'lawful']);
    expect(ask('broader')).toEqual(['not_broader head', 'not_broader head lead', 'lawful']);
  });

  test('a suspended member cannot act, and is as broad as before', () => {
    const suspended = { ...leo, state: 'suspended' } as const;
    expect(rule(suspended, member('mia', ['maker']))).toBe('suspended');
    expect(rule(member('lin', ['lead']), suspended)).toBe('not_broader');
    expect(rule(member('hana', ['head']), suspended)).toBe('lawful');
  });
});

describe('what a workspace cannot spare', () => {
  const { platform, company } = presets;
  const tim: Subject = { ...member('tim', []), roles: untilThen(tomorrow, 'admin') };

  test.each([
    ['the last administrator', member('ann', ['admin']), 1, false],
    ['the last of none that are counted', member('ann', ['admin']), 0, false],
    ['one of two administrators', member('ann', ['admin']), 2, true],
    [
      'a suspended administrator beside the last one',
      { ...member('ann', ['admin']), state: 'suspended' as const },
      1,
      true,
    ],
    [
      'an administrator whose time ends',
      { ...member('ann', []), roles: untilThen(tomorrow, 'admin') },
      1,
      true,
    ],
    ['another role', member('ann', ['manager']), 1, true],
  ] as const)('%s', (_, target, ownerRoleHolders, spared) => {
    const refusal = { allow: false, rule: 'last_keystone', about: 'admin', roles: [] };
    for (const act of [mayRemove, maySuspend]) {
      expect(act(platform, { actor: tim, target, ownerRoleHolders, now })).toEqual(
        spared ? { allow: true } : refusal,
      );
    }
    expect(mayUpdate(platform, { actor: tim, target, ownerRoleHolders, now })).toEqual({ allow: true });
    if (target.state !== 'suspended') {
      const lowered = {
        actor: tim,
        target,
        ownerRoleHolders,
        now,
        roles: untilThen(tomorrow, 'viewer'),
        at: workspaceWide,
        holders: {},
      };
      expect(mayChangeRoles(platform, lowered).allow).toBe(spared);
    }
  });

  test('an owner is one, suspended or not, whoever asks', () => {
    const owner: Subject = { ...member('olga', ['owner']), state: 'suspended' };
    const second = member('adam', ['owner']);
    expect(mayLeave(company, { actor: owner, ownerRoleHolders: 5 })).toMatchObject({ rule: 'last_keystone' });
    expect(mayRemove(company, { actor: second, target: owner, ownerRoleHolders: 5, now })).toMatchObject({
      rule: 'last_keystone',
      about: 'owner',
    });
  });
});

describe('a transfer', () => {
  const { company } = presets;
  const olga = member('olga', ['owner']);
  test.each([
    ['to oneself', olga, olga, 'self'],
    ['to a stranger', olga, stranger('sid'), 'target_not_member'],
    [
      'to a suspended member',
      olga,
      { ...member('dora', ['designer']), state: 'suspended' as const },
      'target_suspended',
    ],
    [
      'by somebody without the right',
      member('adam', ['administrator']),
      member('dora', ['designer']),
      'no_role_allows',
    ],
    ['by a stranger', stranger('sid'), member('dora', ['designer']), 'not_member'],
  ] as const)('%s is none', (_, actor, target, rule) => {
    expect(mayTransfer(company, { actor, target, now })).toMatchObject({ allow: false, rule, about: null });
  });

  test('is the keystone’s alone, though another role may have the right', () => {
    const scheme = studio({ ...lead, can: { owner: 'all' } }, maker);
    const ask = (role: string) =>
      mayTransfer(scheme, { actor: member('ann', [role]), target: member('bob', ['maker']), now });
    expect(ask('lead')).toEqual({ allow: false, rule: 'keystone_only', about: null, roles: ['head'] });
    expect(ask('head')).toEqual({ allow: true });
  });
});

describe('the role that a former owner keeps', () => {
  test.each([
    ['cabinet', 'administrator'],
    ['bot_access', 'admin'],
    ['company', 'administrator'],
  ] as const)('in %s is %s', (key, role) => {
    expect(formerOwnerRole(presets[key])).toBe(role);
  });

  test('is the broadest that needs no other role, is open to any number and gives nothing new', () => {
    const modest: RoleDeclaration = {
      key: 'head',
      can: { member: 'all', invitation: 'all', owner: 'all', bot: ['view'] },
    };
    const former = (...roles: RoleDeclaration[]) => {
      const { declaration } = studio();
      return formerOwnerRole(compile({ ...declaration, roles: [modest, ...roles] }));
    };
    expect(former(lead, maker)).toBe('lead');
    expect(former({ ...lead, maxHolders: 3 }, maker)).toBe('maker');
    expect(former({ ...lead, requires: ['maker'] }, maker)).toBe('maker');
    expect(former({ ...lead, can: { bot: ['delete'] } }, maker)).toBe('maker');
    expect(former({ ...lead, can: { bot: ['delete'] } })).toBeNull();
    expect(former()).toBeNull();
  });
});
