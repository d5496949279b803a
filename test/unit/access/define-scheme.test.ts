import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import {
  defineScheme,
  type RightsTable,
  type RoleDeclaration,
  type SchemeDeclaration,
} from '../../../src/access/define-scheme.ts';
import { presetKeys, presets } from '../../../src/access/presets.ts';
import { decisionRules, governanceRules } from '../../../src/access/rules.ts';
import { schemeFaults } from '../../../src/access/scheme-faults.ts';
import { allRights, type Right, resources, rightNamed, rightsTo } from '../../../src/access/vocabulary.ts';
import { everyRight } from './role-table.ts';

describe('a name that does not exist is an error where it is written', () => {
  const rules = {
    key: 'typos',
    rolesPerMember: 'one',
    edits: 'peers',
    keystone: { role: 'boss', holders: 'at_least_one' },
  } as const;

  test('resources and actions', () => {
    // @ts-expect-error there is no resource `bots`
    defineScheme({ ...rules, roles: [{ key: 'boss', can: { bots: 'all' } }] });
    // @ts-expect-error a bot cannot be `removed`
    defineScheme({ ...rules, roles: [{ key: 'boss', can: { bot: ['view', 'remove'] } }] });
    // @ts-expect-error `every` is not `all`
    defineScheme({ ...rules, roles: [{ key: 'boss', can: { bot: 'every' } }] });
    // @ts-expect-error a report is only viewed
    defineScheme({ ...rules, roles: [{ key: 'boss', can: {}, canOnOwn: { report: ['update'] } }] });
    // @ts-expect-error nothing is `never` that could never be
    defineScheme({ ...rules, roles: [{ key: 'boss', can: {} }], never: { bot: ['destroy'] } });
    // @ts-expect-error `bot.remove` is no right
    const right: Right = 'bot.remove';
    expect(allRights).not.toContain(right);
  });

  test('roles', () => {
    const boss = { key: 'boss', can: 'everything' } as const;
    // @ts-expect-error the keystone role is not among the roles
    defineScheme({ ...rules, keystone: { role: 'chief', holders: 'exactly_one' }, roles: [boss] });
    // @ts-expect-error a recommendation of a role that does not exist
    defineScheme({ ...rules, roles: [boss], recommendations: [{ person: 'leader', role: 'chief' }] });
  });
});

test('the vocabulary is the one agreed', () => {
  expect(allRights).toEqual(everyRight);
  expect(resources.flatMap(rightsTo)).toEqual(everyRight);
  expect(rightNamed('bot', 'publish')).toBe('bot.publish');
  expect(rightNamed('bot', 'remove')).toBeNull();
  expect(rightNamed('toString', '')).toBeNull();
});

test('there are five presets, each under its own key', () => {
  expect(presetKeys).toEqual(['cabinet', 'platform', 'bot_access', 'company', 'agency']);
  for (const key of presetKeys) expect(presets[key].declaration.key).toBe(key);
});

test.each([
  ['cabinet', 'one', 'exactly_one', 'keystone', undefined],
  ['platform', 'many', 'at_least_one', 'peers', undefined],
  ['bot_access', 'many', 'exactly_one', 'keystone', undefined],
  ['company', 'one', 'exactly_one', 'broader', 'peers'],
  ['agency', 'one', 'at_least_one', 'peers', undefined],
] as const)(
  '%s: %s role(s) a member, %s at the top, edits %s',
  (key, rolesPerMember, holders, edits, removes) => {
    const { declaration } = presets[key];
    expect(declaration).toMatchObject({ rolesPerMember, keystone: { holders }, edits });
    expect(declaration.removes).toBe(removes);
  },
);

test('rule codes are not repeated within a catalogue', () => {
  expect(new Set(decisionRules).size).toBe(decisionRules.length);
  expect(new Set(governanceRules).size).toBe(governanceRules.length);
});

describe('a declaration that contradicts itself is refused, with what is wrong named', () => {
  const boss: RoleDeclaration = { key: 'boss', can: 'everything' };
  const hand: RoleDeclaration = { key: 'hand', can: { bot: ['view'] } };
  const sound: SchemeDeclaration = {
    key: 'sound',
    rolesPerMember: 'many',
    keystone: { role: 'boss', holders: 'exactly_one' },
    edits: 'broader',
    roles: [boss, hand],
  };
  const manager: RoleDeclaration = {
    key: 'boss',
    can: { member: 'all', invitation: ['create', 'revoke'], owner: ['transfer'] },
  };
  const many = Array.from({ length: 31 }, (_, rank): RoleDeclaration => ({ key: `role${rank}`, can: {} }));
  const handRequiring = (...requires: string[]): RoleDeclaration => ({ ...hand, requires });

  test.each<[string, Partial<SchemeDeclaration>, string, string]>([
    ['no roles at all', { roles: [] }, 'no_roles', 'sound'],
    ['more roles than fit', { roles: [boss, ...many] }, 'too_many_roles', 'sound'],
    ['two roles of one name', { roles: [boss, hand, hand] }, 'duplicate_role', 'hand'],
    [
      'a keystone that is no role',
      { keystone: { role: 'chief', holders: 'exactly_one' } },
      'unknown_role',
      'chief',
    ],
    ['a requirement of no role', { roles: [boss, handRequiring('chief')] }, 'unknown_role', 'chief'],
    [
      'advice to give no role',
      { recommendations: [{ person: 'leader', role: 'chief' }] },
      'unknown_role',
      'chief',
    ],
    ['a role that requires itself', { roles: [boss, handRequiring('hand')] }, 'role_requires_itself', 'hand'],
    [
      'roles that require each other',
      { roles: [boss, handRequiring('foot'), { key: 'foot', can: {}, requires: ['hand'] }] },
      'role_requires_itself',
      'hand',
    ],
    [
      'a requirement that is held elsewhere',
      { roles: [boss, handRequiring('foot'), { key: 'foot', can: {}, reach: 'things' }] },
      'required_elsewhere',
      'hand',
    ],
    ['room for nobody', { roles: [boss, { ...hand, maxHolders: 0 }] }, 'bad_max_holders', 'hand'],
    ['room for half a person', { roles: [boss, { ...hand, maxHolders: 1.5 }] }, 'bad_max_holders', 'hand'],
    ['a keystone below another role', { roles: [hand, boss] }, 'keystone_not_first', 'boss'],
    [
      'a keystone of single bots',
      { roles: [{ ...boss, reach: 'things' }, hand] },
      'keystone_not_workspace_wide',
      'boss',
    ],
    [
      'a keystone that needs another role',
      { roles: [{ ...boss, requires: ['hand'] }, hand] },
      'keystone_limited',
      'boss',
    ],
    [
      'a keystone of limited number',
      { roles: [{ ...boss, maxHolders: 2 }, hand] },
      'keystone_limited',
      'boss',
    ],
    [
      'a keystone that lets nobody in',
      { roles: [{ key: 'boss', can: { member: 'all', owner: 'all' } }] },
      'keystone_cannot_manage',
      'boss',
    ],
    [
      'a keystone that gives no roles',
      { roles: [{ key: 'boss', can: { member: ['view', 'remove'], invitation: 'all', owner: 'all' } }] },
      'keystone_cannot_manage',
      'boss',
    ],
    ['a never that ties its hands', { never: { member: ['remove'] } }, 'keystone_cannot_manage', 'boss'],
    ['an owner who cannot hand over', { never: { owner: ['transfer'] } }, 'keystone_cannot_manage', 'boss'],
  ])('%s', (_, change, code, about) => {
    const broken = { ...sound, ...change };
    expect(schemeFaults(broken)).toContainEqual({ code, about });
    expect(() => compile(broken)).toThrow(code);
  });

  test.each<[string, RightsTable]>([
    ['see members', { member: ['view'] }],
    ['give roles', { member: ['assign'] }],
    ['let somebody go', { member: ['remove'] }],
    ['let somebody in', { invitation: ['create'] }],
    ['take an invitation back', { invitation: ['revoke'] }],
  ])('a keystone that could not %s would lock everybody in or out', (_, never) => {
    expect(schemeFaults({ ...sound, never })).toEqual([{ code: 'keystone_cannot_manage', about: 'boss' }]);
  });

  test('a role that merely leads to roles that require each other is not blamed for them', () => {
    const foot: RoleDeclaration = { key: 'foot', can: {}, requires: ['toe'] };
    const toe: RoleDeclaration = { key: 'toe', can: {}, requires: ['foot'] };
    expect(schemeFaults({ ...sound, roles: [boss, handRequiring('foot'), foot, toe] })).toEqual([
      { code: 'role_requires_itself', about: 'foot' },
      { code: 'role_requires_itself', about: 'toe' },
    ]);
  });

  test('by every fault it has, not just the first', () => {
    const broken: SchemeDeclaration = { ...sound, roles: [hand, { ...hand, maxHolders: 0 }] };
    expect(schemeFaults(broken)).toEqual([
      { code: 'duplicate_role', about: 'hand' },
      { code: 'unknown_role', about: 'boss' },
      { code: 'bad_max_holders', about: 'hand' },
    ]);
    expect(() => compile(broken)).toThrow(
      'Scheme sound: duplicate_role (hand), unknown_role (boss), bad_max_holders (hand)',
    );
  });

  test.each<[string, Partial<SchemeDeclaration>]>([
    ['as it is', {}],
    ['with as many roles as fit', { roles: [boss, ...many.slice(1)] }],
    ['with a keystone that can just manage', { roles: [manager, hand] }],
    [
      'with administrators, who transfer nothing',
      { keystone: { role: 'boss', holders: 'at_least_one' }, never: { owner: ['transfer'] } },
    ],
    [
      'with a chain of requirements',
      {
        roles: [
          boss,
          handRequiring('foot'),
          { key: 'foot', can: {}, requires: ['toe'] },
          { key: 'toe', can: {} },
        ],
      },
    ],
  ])('a sound one is not: %s', (_, change) => {
    expect(schemeFaults({ ...sound, ...change })).toEqual([]);
  });
});
