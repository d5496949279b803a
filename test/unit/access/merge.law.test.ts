import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import { rolesHeldAt } from '../../../src/access/governance/change-roles.ts';
import { denialOfCombination } from '../../../src/access/governance/giving.ts';
import { type MergedMember, mergeMembers } from '../../../src/access/governance/merge.ts';
import { presetKeys, presets } from '../../../src/access/presets.ts';
import { capabilities } from '../../../src/access/search.ts';
import {
  type Grant,
  isLiving,
  type Subject,
  type Target,
  workspaceWide,
} from '../../../src/access/subject.ts';
import { anyScheme } from './arbitraries.ts';
import {
  bankBot,
  forGood,
  nextWeek,
  now,
  on,
  retail,
  shopBot,
  shopChannel,
  tomorrow,
  untilThen,
  yesterday,
} from './people.ts';
import { baseline } from './role-table.ts';

const projects = new Map([
  ['shop', 'retail'],
  ['bank', 'finance'],
]);
const finance: Target = { path: [{ kind: 'project', id: 'finance' }] };
const places = [workspaceWide, retail, finance, shopBot, bankBot, shopChannel];
const resources = [workspaceWide, retail, shopBot, bankBot];
const moments = [now, tomorrow, nextWeek, new Date('2036-01-01T00:00:00Z')];

const someone = (state: 'active' | 'suspended', ...roles: Subject['roles']): Subject => ({
  personId: 'ann',
  state,
  roles,
  grants: [],
});
const side = (subject: Subject) => ({ subject, projects });
const merge = (scheme: CompiledScheme, first: Subject, second: Subject): MergedMember =>
  mergeMembers(scheme, side(first), side(second), now);

/** Somebody with roles of the scheme, lawful or not. */
function memberOf({ roles, declaration }: CompiledScheme): fc.Arbitrary<Subject> {
  const role = fc.constantFrom(...roles.map(({ key }) => key));
  const until = fc.constantFrom(null, null, yesterday, tomorrow, nextWeek);
  const most = declaration.rolesPerMember === 'one' ? 1 : 3;
  const resource: fc.Arbitrary<Grant['resource']> = fc.constantFrom(
    { kind: 'bot', id: 'shop' },
    { kind: 'bot', id: 'bank' },
    { kind: 'project', id: 'retail' },
  );
  return fc.record({
    personId: fc.constant('ann'),
    state: fc.constantFrom('active', 'active', 'active', 'suspended'),
    roles: fc.uniqueArray(fc.record({ role, until }), { maxLength: most, selector: (held) => held.role }),
    grants: fc.array(fc.record({ role, until, resource }), { maxLength: 4 }),
  });
}

const anyCompiled = fc.oneof(
  fc.constantFrom(...presetKeys.map((key) => presets[key])),
  anyScheme.map((declaration) => compile(declaration)),
);
const anyPair = anyCompiled.chain((scheme) =>
  fc.tuple(fc.constant(scheme), memberOf(scheme), memberOf(scheme)),
);

describe('merging two members', () => {
  test('brings nobody a right that neither had, anywhere, at any time', () => {
    fc.assert(
      fc.property(anyPair, fc.boolean(), ([scheme, first, second], isOwn) => {
        const merged: Subject = { personId: 'ann', ...merge(scheme, first, second) };
        for (const place of places) {
          const target: Target = { ...place, ownerId: isOwn ? 'ann' : null };
          for (const moment of moments) {
            const had = new Set(
              [first, second].flatMap((one) => [...capabilities(scheme, one, target, moment)]),
            );
            const has = [...capabilities(scheme, merged, target, moment)];
            expect(has.filter((right) => !had.has(right))).toEqual([]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('takes no right from who may hold many roles, anywhere, at any time', () => {
    fc.assert(
      fc.property(anyPair, fc.boolean(), ([scheme, first, second], isOwn) => {
        const isLawful = (one: Subject) =>
          resources.every((at) => denialOfCombination(scheme, [], rolesHeldAt(one, at)) === null);
        fc.pre(scheme.declaration.rolesPerMember === 'many' && isLawful(first) && isLawful(second));
        const awake = [first, second].map((one): Subject => ({ ...one, state: 'active' }));
        const [one = first, other = second] = awake;
        const merged: Subject = { personId: 'ann', ...merge(scheme, one, other) };
        for (const place of places) {
          const target: Target = { ...place, ownerId: isOwn ? 'ann' : null };
          for (const moment of moments) {
            const has = capabilities(scheme, merged, target, moment);
            const had = awake.flatMap((before) => [...capabilities(scheme, before, target, moment)]);
            expect(had.filter((right) => !has.has(right) && !baseline.includes(right))).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a sleeping role that takes the baseline away still takes it when a role held beside it ends', () => {
    const scheme = compile({
      key: 'random',
      rolesPerMember: 'many',
      roles: [
        { key: 'boss', can: 'everything' },
        { key: 'shadow', can: {}, requires: ['lamp'], withoutBaseline: true },
        { key: 'lamp', can: { bot: ['view'] } },
      ],
      keystone: { role: 'boss', holders: 'at_least_one' },
      edits: 'broader',
    });
    const shadow = { role: 'shadow', until: null };
    const merged = merge(
      scheme,
      someone('active', shadow),
      someone('active', shadow, { role: 'boss', until: tomorrow }),
    );
    expect([...capabilities(scheme, { personId: 'ann', ...merged }, workspaceWide, nextWeek)]).toEqual([]);
  });

  test('keeps the keystone role that either held, and never suspends its holder', () => {
    fc.assert(
      fc.property(anyPair, ([scheme, first, second]) => {
        const holds = ({ state, roles }: Pick<Subject, 'state' | 'roles'>): boolean =>
          state === 'active' &&
          roles.some(({ role, until }) => role === scheme.ownerRole.key && isLiving(until, now.getTime()));
        if (holds(first) || holds(second)) expect(holds(merge(scheme, first, second))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same to both, whichever comes first', () => {
    fc.assert(
      fc.property(anyPair, ([scheme, first, second]) => {
        const rightsOf = (merged: MergedMember) =>
          places.map((place) => [...capabilities(scheme, { personId: 'ann', ...merged }, place, now)].sort());
        const isFair = first.state === second.state;
        if (isFair)
          expect(rightsOf(merge(scheme, first, second))).toEqual(rightsOf(merge(scheme, second, first)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the table of cases', () => {
  const { cabinet, platform, agency, bot_access: botAccess } = presets;

  test.each([
    [
      'the broader role stays',
      cabinet,
      someone('active', ...forGood('observer')),
      someone('active', ...forGood('editor')),
      { survivor: 'second', state: 'active', roles: forGood('editor') },
    ],
    [
      'the owner stays owner',
      cabinet,
      someone('active', ...forGood('owner')),
      someone('active', ...forGood('editor')),
      { survivor: 'first', state: 'active', roles: forGood('owner') },
    ],
    [
      'of one role the later end',
      cabinet,
      someone('active', ...untilThen(tomorrow, 'editor')),
      someone('active', ...untilThen(nextWeek, 'editor')),
      { state: 'active', roles: untilThen(nextWeek, 'editor') },
    ],
    [
      'a role that has ended outranks nothing',
      cabinet,
      someone('active', ...untilThen(yesterday, 'administrator')),
      someone('active', ...forGood('observer')),
      { survivor: 'second', roles: forGood('observer') },
    ],
    [
      'all roles where one holds many',
      platform,
      someone('active', ...forGood('viewer')),
      someone('active', ...forGood('operator', 'service')),
      { survivor: 'second', roles: forGood('operator', 'service', 'viewer') },
    ],
    [
      'whoever is suspended as either stays so',
      cabinet,
      someone('active', ...forGood('observer')),
      someone('suspended', ...forGood('editor')),
      { survivor: 'second', state: 'suspended', roles: forGood('editor') },
    ],
    [
      'an owner is not put out by a suspended self, and keeps nothing of it',
      platform,
      someone('suspended', ...forGood('service')),
      someone('active', ...forGood('admin')),
      { survivor: 'second', state: 'active', roles: forGood('admin') },
    ],
    [
      'two administrators are one',
      agency,
      someone('active', ...forGood('admin')),
      someone('active', ...untilThen(tomorrow, 'admin')),
      { survivor: 'first', roles: forGood('admin') },
    ],
  ] as const)('%s', (_, scheme, first, second, expected) => {
    expect(merge(scheme, first, second)).toMatchObject(expected);
  });

  test('grants on one bot: the broader role, or all of them with the later end', () => {
    const grantsOf = (
      scheme: CompiledScheme,
      first: Grant[],
      second: Grant[],
      named: Subject['roles'] = [],
    ) =>
      merge(
        scheme,
        { ...someone('active', ...named), grants: first },
        { ...someone('active', ...named), grants: second },
      ).grants;
    expect(
      grantsOf(
        botAccess,
        [...on(shopBot, ['developer'], tomorrow)],
        [...on(shopBot, ['developer', 'insights'])],
      ),
    ).toEqual(on(shopBot, ['developer', 'insights']));
    expect(
      grantsOf(
        agency,
        [...on(shopBot, ['client'])],
        [...on(shopBot, ['client']), ...on(bankBot, ['client'])],
        forGood('client'),
      ),
    ).toHaveLength(2);
  });

  test('a role that slept stays asleep, and one that would have gone to sleep still does', () => {
    const approver = { ...someone('active'), grants: [...on(shopBot, ['approver'])] };
    const developer = { ...someone('active'), grants: [...on(shopBot, ['developer'])] };
    expect(merge(botAccess, approver, developer).grants).toEqual(on(shopBot, ['developer']));
    const both = {
      ...someone('active'),
      grants: [...on(shopBot, ['approver']), ...on(shopBot, ['developer'], tomorrow)],
    };
    expect(merge(botAccess, both, developer).grants).toEqual(
      expect.arrayContaining([...on(shopBot, ['approver'], tomorrow), ...on(shopBot, ['developer'])]),
    );
  });

  test('a sleeping role that was all somebody had is not woken by what the other one holds', () => {
    const scheme = compile({
      key: 'random',
      rolesPerMember: 'many',
      roles: [
        { key: 'boss', can: 'everything' },
        { key: 'driver', can: { bot: 'all' }, reach: 'workspace_or_things', requires: ['key'] },
        { key: 'key', can: {}, reach: 'workspace_or_things' },
      ],
      keystone: { role: 'boss', holders: 'at_least_one' },
      edits: 'broader',
    });
    const keyed = { ...someone('active'), grants: [...on(shopBot, ['key'])] };
    for (const until of [null, nextWeek]) {
      const driver = someone('active', { role: 'driver', until });
      for (const merged of [merge(scheme, driver, keyed), merge(scheme, keyed, driver)]) {
        expect(merged).toMatchObject({ roles: untilThen(now, 'driver'), grants: keyed.grants });
      }
    }
    const former = someone('active', ...untilThen(yesterday, 'driver'));
    expect(merge(scheme, former, keyed).grants).toEqual(keyed.grants);
    expect(merge(scheme, former, former).roles).toEqual(former.roles);
  });

  test('a client’s bots count only for who is named a client', () => {
    const unnamed = { ...someone('active'), grants: [...on(shopBot, ['client'])] };
    expect(merge(agency, unnamed, someone('active', ...forGood('client'))).grants).toEqual([]);
  });
});
