import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../../../src/access/define-scheme.ts';
import { mergeMembers } from '../../../../src/access/governance/merge.ts';
import { presets } from '../../../../src/access/presets.ts';
import type { Grant, HeldRole, Subject, Target } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  nextWeek,
  now,
  on,
  retail,
  shopBot,
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';

const projects = new Map([
  ['shop', 'retail'],
  ['bank', 'finance'],
]);
/** A project that has the id of a bot. */
const lot: Target = { path: [{ kind: 'project', id: 'shop' }] };
const finance: Target = { path: [{ kind: 'project', id: 'finance' }] };

const active = (roles: readonly HeldRole[], grants: readonly Grant[] = []): Subject => ({
  personId: 'ann',
  state: 'active',
  roles,
  grants,
});
const suspended = (...held: Parameters<typeof active>): Subject => ({
  ...active(...held),
  state: 'suspended',
});
const merge = (scheme: CompiledScheme, first: Subject, second: Subject) =>
  mergeMembers(scheme, { subject: first, projects }, { subject: second, projects }, now);

/** A scheme with a role of each kind that merging treats in its own way. */
const declaration: SchemeDeclaration = {
  key: 'studio',
  rolesPerMember: 'many',
  keystone: { role: 'boss', holders: 'at_least_one' },
  edits: 'broader',
  roles: [
    { key: 'boss', can: 'everything' },
    { key: 'lead', reach: 'workspace_or_things', can: { bot: 'all' } },
    {
      key: 'approver',
      reach: 'workspace_or_things',
      can: { bot: ['approve'] },
      requires: ['maker', 'tester'],
    },
    { key: 'maker', reach: 'workspace_or_things', can: { bot: ['view'] } },
    { key: 'tester', reach: 'workspace_or_things', can: { bot: ['view'] } },
    { key: 'helper', reach: 'things', can: { bot: ['view'] } },
    { key: 'client', reach: 'granted_things', can: { bot: ['view'] } },
    { key: 'clerk', can: { billing: 'all' } },
    { key: 'shadow', can: {}, requires: ['clerk'], withoutBaseline: true },
    { key: 'visitor', can: {}, withoutBaseline: true },
  ],
};
const many = compile(declaration);
const one = compile({ ...declaration, rolesPerMember: 'one' });

describe('whose membership goes on', () => {
  const { platform } = presets;
  const editor = active(forGood('viewer'));

  test.each([
    ['the broader one’s', active(forGood('manager')), active(forGood('viewer')), 'first'],
    ['the broader one’s, come as second', active(forGood('viewer')), active(forGood('manager')), 'second'],
    ['of two alike the first', editor, active(forGood('viewer', 'service')), 'first'],
    ['who holds something before who holds nothing', active([]), active(forGood('service')), 'second'],
    ['what has ended does not count', active(untilThen(yesterday, 'admin')), editor, 'second'],
    ['what ends does', active(untilThen(tomorrow, 'manager')), editor, 'first'],
    ['a suspended one’s as well', editor, suspended(forGood('manager')), 'second'],
    ['a suspended keystone gives way', suspended(forGood('admin')), active(forGood('admin')), 'second'],
    ['an active keystone does not', active(forGood('admin')), suspended(forGood('admin')), 'first'],
  ] as const)('%s', (_, first, second, survivor) => {
    expect(merge(platform, first, second).survivor).toBe(survivor);
  });

  test('a role on resources makes as broad, but of two alike the one held in the whole workspace counts', () => {
    const named = active(forGood('lead'));
    const granted = active(forGood('clerk'), on(shopBot, ['lead']));
    expect(merge(many, granted, active(forGood('maker'))).survivor).toBe('first');
    expect(merge(many, active(forGood('maker')), granted).survivor).toBe('second');
    expect(merge(many, named, granted).survivor).toBe('first');
    expect(merge(many, granted, named).survivor).toBe('second');
    expect(merge(many, granted, granted).survivor).toBe('first');
  });
});

describe('whether they are suspended', () => {
  const plain = forGood('lead');
  const keystone = forGood('boss');

  test.each([
    ['neither was', active(plain), active(plain), 'active'],
    ['the first was', suspended(plain), active(plain), 'suspended'],
    ['the second was', active(plain), suspended(plain), 'suspended'],
    ['both were', suspended(plain), suspended(plain), 'suspended'],
    ['the keystone’s holder was', suspended(keystone), active(plain), 'suspended'],
    ['both were, and hold the keystone', suspended(keystone), suspended(keystone), 'suspended'],
    ['the other one holds the keystone', suspended(plain), active(keystone), 'active'],
    [
      'the first holds the keystone for a time',
      active(untilThen(tomorrow, 'boss')),
      suspended(plain),
      'active',
    ],
    ['the first held the keystone once', active(untilThen(yesterday, 'boss')), suspended(plain), 'suspended'],
  ] as const)('%s', (_, first, second, state) => {
    expect(merge(many, first, second).state).toBe(state);
  });

  test('an active holder of the keystone keeps just what is theirs; two active ones keep all', () => {
    const boss = active(forGood('boss', 'maker'), on(shopBot, ['helper']));
    const other = active(forGood('clerk'), on(bankBot, ['helper']));
    const alone = { state: 'active', roles: boss.roles, grants: boss.grants };
    expect(merge(many, boss, { ...other, state: 'suspended' })).toEqual({ survivor: 'first', ...alone });
    expect(merge(many, { ...other, state: 'suspended' }, boss)).toEqual({ survivor: 'second', ...alone });
    expect(merge(many, other, boss)).toEqual({
      survivor: 'second',
      state: 'active',
      roles: forGood('boss', 'maker', 'clerk'),
      grants: [...on(shopBot, ['helper']), ...on(bankBot, ['helper'])],
    });
  });
});

describe('the roles of the membership', () => {
  const rolesOf = (scheme: CompiledScheme, first: readonly HeldRole[], second: readonly HeldRole[]) =>
    merge(scheme, active(first), active(second)).roles;

  test.each([
    ['all of both', forGood('lead'), forGood('clerk'), forGood('lead', 'clerk')],
    [
      'of one the later end',
      untilThen(tomorrow, 'lead'),
      untilThen(nextWeek, 'lead'),
      untilThen(nextWeek, 'lead'),
    ],
    [
      'of one the later end, come first',
      untilThen(nextWeek, 'lead'),
      untilThen(tomorrow, 'lead'),
      untilThen(nextWeek, 'lead'),
    ],
    ['of one no end', untilThen(tomorrow, 'lead'), forGood('lead'), forGood('lead')],
    [
      'none that has ended',
      [...forGood('lead'), ...untilThen(yesterday, 'maker')],
      untilThen(now, 'clerk'),
      forGood('lead'),
    ],
    ['none of another scheme', forGood('lead', 'king'), forGood('king'), forGood('lead')],
    [
      'a visitor’s after its end too',
      untilThen(yesterday, 'visitor'),
      forGood('lead'),
      [...forGood('lead'), ...untilThen(yesterday, 'visitor')],
    ],
    ['a client’s', forGood('lead'), forGood('client'), forGood('lead', 'client')],
  ] as const)('where a member holds many: %s', (_, first, second, expected) => {
    expect(rolesOf(many, first, second)).toEqual(expected);
  });

  test.each([
    ['the broader', forGood('clerk'), forGood('lead'), forGood('lead')],
    [
      'the broader, though it ends',
      untilThen(tomorrow, 'lead'),
      forGood('clerk'),
      untilThen(tomorrow, 'lead'),
    ],
    [
      'of one the later end',
      untilThen(tomorrow, 'lead'),
      untilThen(nextWeek, 'lead'),
      untilThen(nextWeek, 'lead'),
    ],
    ['of one no end', untilThen(tomorrow, 'lead'), forGood('lead'), forGood('lead')],
    [
      'one that lives before one that has ended',
      untilThen(yesterday, 'lead'),
      forGood('clerk'),
      forGood('clerk'),
    ],
    [
      'a visitor’s that has ended only beside no other',
      untilThen(yesterday, 'visitor'),
      forGood('clerk'),
      forGood('clerk'),
    ],
    [
      'a visitor’s that has ended',
      untilThen(yesterday, 'visitor'),
      untilThen(yesterday, 'clerk'),
      untilThen(yesterday, 'visitor'),
    ],
    ['none', [], [], []],
  ] as const)('where a member holds one: %s', (_, first, second, expected) => {
    expect(rolesOf(one, first, second)).toEqual(expected);
    expect(rolesOf(one, second, first)).toEqual(expected);
  });

  test('a broad role that has ended makes room for a narrower one, though it takes the baseline away', () => {
    const exile = { key: 'exile', can: { billing: 'all' }, withoutBaseline: true } as const;
    const [boss, ...others] = declaration.roles;
    if (boss === undefined) throw new TypeError('The studio has roles');
    const scheme = compile({ ...declaration, rolesPerMember: 'one', roles: [boss, exile, ...others] });
    expect(rolesOf(scheme, untilThen(yesterday, 'exile'), forGood('clerk'))).toEqual(forGood('clerk'));
    expect(rolesOf(scheme, forGood('clerk'), untilThen(tomorrow, 'exile'))).toEqual(
      untilThen(tomorrow, 'exile'),
    );
  });

  test('who has nothing in force goes on with what the stronger one’s membership named', () => {
    const former = untilThen(yesterday, 'lead', 'clerk');
    expect(rolesOf(many, former, untilThen(yesterday, 'maker'))).toEqual(former);
    expect(rolesOf(one, untilThen(yesterday, 'lead'), [])).toEqual(untilThen(yesterday, 'lead'));
  });
});

describe('a role that requires others', () => {
  const approver = (until: Date | null, maker: Date | null, tester: Date | null): readonly HeldRole[] => [
    { role: 'approver', until },
    { role: 'maker', until: maker },
    { role: 'tester', until: tester },
  ];
  const endOf = (held: readonly HeldRole[]) => held.find(({ role }) => role === 'approver')?.until;
  const onMembership = (held: readonly HeldRole[]) =>
    endOf(merge(many, active(held), active(forGood('boss', 'maker', 'tester'))).roles);
  const onResource = (held: readonly HeldRole[]) => {
    const grants = held.flatMap(({ role, until }) => on(shopBot, [role], until));
    return endOf(merge(many, active([], grants), active([], on(shopBot, ['maker', 'tester']))).grants);
  };

  test.each([
    ['stays while all of them do', approver(null, null, null), null],
    ['ends by itself', approver(tomorrow, null, nextWeek), tomorrow],
    ['ends with the first of them', approver(null, nextWeek, tomorrow), tomorrow],
    ['ends with the first of them, whichever it is', approver(nextWeek, tomorrow, null), tomorrow],
    ['is gone when one is missing', forGood('approver', 'maker'), undefined],
    ['is gone when the other is missing', forGood('approver', 'tester'), undefined],
    ['is gone when one has ended', approver(null, null, yesterday), undefined],
    ['is gone when all are missing', forGood('approver'), undefined],
    ['is gone when it has ended', approver(yesterday, null, null), undefined],
  ] as const)('%s, whatever the other one holds', (_, held, expected) => {
    expect(onMembership(held)).toEqual(expected);
    expect(onResource(held)).toEqual(expected);
  });

  test('on a bot may lean on roles of the bot, its project and the membership, the longest of each', () => {
    const ask = (roles: readonly HeldRole[], ...grants: readonly (readonly Grant[])[]) =>
      endOf(merge(many, active(roles, [...on(shopBot, ['approver']), ...grants.flat()]), active([])).grants);
    const tester = on(shopBot, ['tester']);
    expect(ask([], tester, on(shopBot, ['maker']))).toBeNull();
    expect(ask([], tester, on(retail, ['maker']))).toBeNull();
    expect(ask(forGood('maker'), tester)).toBeNull();
    expect(ask([], tester, on(finance, ['maker']))).toBeUndefined();
    expect(ask([], tester, on(bankBot, ['maker']))).toBeUndefined();
    expect(ask(forGood('clerk', 'tester'), tester)).toBeUndefined();
    expect(ask(untilThen(yesterday, 'maker'), tester)).toBeUndefined();
    expect(ask(untilThen(tomorrow, 'maker'), tester, on(retail, ['maker'], nextWeek))).toEqual(nextWeek);
    expect(ask(untilThen(nextWeek, 'maker'), tester, on(retail, ['maker'], tomorrow))).toEqual(nextWeek);
    expect(ask(untilThen(tomorrow, 'maker'), tester, on(retail, ['maker']))).toBeNull();
    expect(ask(untilThen(tomorrow, 'maker'), tester, on(retail, ['maker'], yesterday))).toEqual(tomorrow);
  });

  test('on a resource leans on no resource of another kind that has the same id', () => {
    const ask = (at: Target, ...grants: readonly (readonly Grant[])[]) =>
      endOf(
        merge(many, active([], [...on(at, ['approver', 'tester']), ...grants.flat()]), active([])).grants,
      );
    expect(ask(lot, on(lot, ['maker']))).toBeNull();
    expect(ask(lot, on(shopBot, ['maker']))).toBeUndefined();
    expect(ask(lot, on(retail, ['maker']))).toBeUndefined();
    expect(ask(shopBot, on(lot, ['maker']))).toBeUndefined();
    const namesake: Target = { path: [{ kind: 'bot', id: 'retail' }] };
    expect([shopBot, lot].map((at) => ask(at, on(namesake, ['maker'])))).toEqual([undefined, undefined]);
  });

  test('on a project goes to the bots in it that have what it requires', () => {
    const approving = (scheme: CompiledScheme, ...grants: readonly (readonly Grant[])[]) => {
      const held = active([], [...on(retail, ['approver', 'tester']), ...grants.flat()]);
      return merge(scheme, held, active([])).grants.flatMap(({ role, until, resource }) =>
        role === 'approver' ? [[resource.kind, resource.id, until]] : [],
      );
    };
    expect(approving(many, on(retail, ['maker']))).toEqual([['project', 'retail', null]]);
    expect(approving(many, on(shopBot, ['maker']))).toEqual([['bot', 'shop', null]]);
    expect(approving(many, on(finance, ['maker']), on(bankBot, ['maker']))).toEqual([]);
    const short = on(retail, ['maker']).map((grant) => ({ ...grant, until: tomorrow }));
    expect(approving(many, short, on(shopBot, ['maker']))).toEqual([
      ['project', 'retail', tomorrow],
      ['bot', 'shop', null],
    ]);
    expect(approving(one, on(shopBot, ['maker']))).toEqual([]);
  });

  test('on the membership leans on no grant, nor on a role that reaches resources alone', () => {
    const held = active(forGood('approver', 'tester'), on(shopBot, ['maker']));
    expect(endOf(merge(many, held, active(forGood('boss'))).roles)).toBeUndefined();
    const scheme = compile({
      ...declaration,
      roles: [
        { key: 'boss', can: 'everything' },
        { key: 'guide', reach: 'things', can: { bot: ['view'] }, requires: ['helper'] },
        { key: 'helper', reach: 'things', can: { bot: ['view'] } },
      ],
    });
    const guide = on(shopBot, ['guide']);
    expect(merge(scheme, active(forGood('helper'), guide), active([])).grants).toEqual([]);
    expect(merge(scheme, active([], [...guide, ...on(shopBot, ['helper'])]), active([])).grants).toHaveLength(
      2,
    );
  });

  test('and is named for its grants stays named, for it is the grants that sleep', () => {
    const scheme = compile({
      ...declaration,
      roles: [
        ...declaration.roles,
        { key: 'partner', reach: 'granted_things', can: { bot: ['update'] }, requires: ['client'] },
      ],
    });
    const roles = forGood('partner', 'client');
    const grants = on(shopBot, ['partner', 'client']);
    expect(merge(scheme, active(roles, grants), active([]))).toMatchObject({ roles, grants });
    expect(merge(scheme, active(roles, on(shopBot, ['partner'])), active([]))).toMatchObject({
      roles,
      grants: [],
    });
  });

  test('and takes the baseline away goes on doing so asleep, and never wakes', () => {
    const ask = (...held: readonly HeldRole[]) => merge(many, active(held), active(forGood('clerk'))).roles;
    expect(ask({ role: 'shadow', until: null })).toEqual([...forGood('clerk'), ...untilThen(now, 'shadow')]);
    expect(ask(...forGood('shadow', 'clerk'))).toEqual(forGood('shadow', 'clerk'));
    expect(ask(...forGood('shadow'), ...untilThen(tomorrow, 'clerk'))).toEqual([
      ...untilThen(tomorrow, 'shadow'),
      ...forGood('clerk'),
    ]);
  });
});

describe('the grants', () => {
  const grantsOf = (scheme: CompiledScheme, first: readonly Grant[], second: readonly Grant[]) =>
    merge(scheme, active([], first), active([], second)).grants;

  test('where a member holds many: every role on every resource, each with the later end', () => {
    expect(
      grantsOf(
        many,
        [...on(shopBot, ['lead', 'maker'], tomorrow), ...on(lot, ['lead'])],
        [
          ...on(shopBot, ['lead'], nextWeek),
          ...on(bankBot, ['lead'], tomorrow),
          ...on(lot, ['lead'], tomorrow),
        ],
      ),
    ).toEqual([
      ...on(shopBot, ['lead'], nextWeek),
      ...on(shopBot, ['maker'], tomorrow),
      ...on(lot, ['lead']),
      ...on(bankBot, ['lead'], tomorrow),
    ]);
  });

  test('where a member holds one: the broadest on every resource, with the later end', () => {
    const all = [...on(shopBot, ['maker']), ...on(lot, ['helper'], tomorrow)];
    const others = [
      ...on(shopBot, ['lead'], tomorrow),
      ...on(bankBot, ['tester']),
      ...on(lot, ['helper'], nextWeek),
    ];
    const expected = [
      ...on(shopBot, ['lead'], tomorrow),
      ...on(lot, ['helper'], nextWeek),
      ...on(bankBot, ['tester']),
    ];
    for (const merged of [grantsOf(one, all, others), grantsOf(one, others, all)]) {
      expect(merged).toHaveLength(3);
      expect(merged).toEqual(expect.arrayContaining(expected));
    }
  });

  test('none that gives nothing: ended, of a role that reaches the workspace, or of no role', () => {
    const idle = [...on(shopBot, ['lead'], yesterday), ...on(shopBot, ['clerk', 'king'])];
    for (const scheme of [many, one]) {
      expect(grantsOf(scheme, idle, [])).toEqual([]);
      expect(grantsOf(scheme, idle, on(shopBot, ['helper']))).toEqual(on(shopBot, ['helper']));
    }
  });

  test('a client’s last no longer than the membership of the one who had them names a client', () => {
    const ask = (named: readonly HeldRole[], until: Date | null, also: readonly HeldRole[] = []) =>
      merge(many, active(named, on(shopBot, ['client'], until)), active(also)).grants.map(
        (grant) => grant.until,
      );
    expect(ask(forGood('client'), null)).toEqual([null]);
    expect(ask(forGood('client'), tomorrow)).toEqual([tomorrow]);
    expect(ask(untilThen(tomorrow, 'client'), null)).toEqual([tomorrow]);
    expect(ask(untilThen(nextWeek, 'client'), tomorrow)).toEqual([tomorrow]);
    expect(ask(untilThen(tomorrow, 'client'), null, forGood('client'))).toEqual([tomorrow]);
    expect(ask(untilThen(yesterday, 'client'), null, forGood('client'))).toEqual([]);
    expect(ask(forGood('lead'), null, forGood('client'))).toEqual([]);
  });

  test('a client’s are gone where a broader role took the client’s place', () => {
    const client = active(forGood('client'), [...on(shopBot, ['client']), ...on(bankBot, ['helper'])]);
    expect(merge(one, client, active(forGood('lead')))).toMatchObject({
      roles: forGood('lead'),
      grants: on(bankBot, ['helper']),
    });
    expect(merge(many, client, active(forGood('lead'))).grants).toEqual(client.grants);
    expect(merge(one, client, active([])).grants).toEqual(client.grants);
  });
});
