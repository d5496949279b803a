import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import type { Condition, RoleDeclaration, SchemeDeclaration } from '../../../../src/access/define-scheme.ts';
import { mayRedefine } from '../../../../src/access/governance/redefine.ts';
import type { Subject } from '../../../../src/access/subject.ts';
import { member, now, on, shopBot, stranger, tomorrow, untilThen } from '../people.ts';

const mine: Condition = { resource: 'owner', subject: 'id' };
const draft: Condition = { resource: 'state', value: 'draft' };

/** How far a role may see reports. */
const extents = {
  no: {},
  own: { canOnOwn: { report: ['view'] } },
  mine: { canWhere: [{ where: mine, can: { report: ['view'] } }] },
  drafts: { canWhere: [{ where: draft, can: { report: ['view'] } }] },
  yes: { can: { report: ['view'] } },
} satisfies Record<string, Partial<RoleDeclaration>>;
type Extent = keyof typeof extents;
const everyExtent = Object.keys(extents) as Extent[];
const covers = (extent: Extent, ...held: readonly Extent[]): boolean =>
  extent === 'no' || held.includes('yes') || held.includes(extent);

const boss = { key: 'boss', can: 'everything' } as const;
const defining = { role: 'all', member: ['assign'], bot: ['view', 'update'] } as const;
const definer: RoleDeclaration = { key: 'definer', can: defining };
const maker: RoleDeclaration = { key: 'maker', can: { bot: ['view'] } };
const guest: RoleDeclaration = { key: 'guest', can: {} };

function studio(
  roles: readonly RoleDeclaration[] = [boss, definer, maker, guest],
  rules: Partial<SchemeDeclaration> = {},
): SchemeDeclaration {
  return {
    key: 'studio',
    rolesPerMember: 'many',
    keystone: { role: 'boss', holders: 'exactly_one' },
    edits: 'broader',
    roles,
    ...rules,
  };
}

const dan = member('dan', ['definer']);

function verdict(
  before: SchemeDeclaration,
  after: SchemeDeclaration,
  { actor = dan, moves = {} }: { actor?: Subject; moves?: Record<string, string> } = {},
): string {
  const decision = mayRedefine(compile(before), { actor, after: compile(after), moves, now });
  return decision.allow
    ? 'lawful'
    : [decision.rule, ...(decision.about === null ? [] : [decision.about])].join(' ');
}

describe('a role is given only what its editor holds for good, or what it had', () => {
  const triples = everyExtent.flatMap((has) =>
    everyExtent.flatMap((had) => everyExtent.map((gets) => [has, had, gets] as const)),
  );

  test.each(triples)('who sees reports to "%s" turns "%s" into "%s"', (has, had, gets) => {
    const sees = definerSeeing(has);
    const before = studio([boss, sees, { ...guest, ...extents[had] }]);
    const after = studio([boss, sees, { ...guest, ...extents[gets] }]);
    const got = verdict(before, after);
    if (JSON.stringify(whereOf(had)) !== JSON.stringify(whereOf(gets))) {
      expect(got).toBe('keystone_only guest');
    } else {
      expect(got).toBe(covers(gets, has, had) ? 'lawful' : 'exceeds_own guest');
    }
  });

  test.each(everyExtent.flatMap((has) => everyExtent.map((gets) => [has, gets] as const)))(
    'who sees reports to "%s" makes a new role that sees them to "%s"',
    (has, gets) => {
      const sees = definerSeeing(has);
      const before = studio([boss, sees, guest]);
      const after = studio([boss, sees, { ...maker, can: {}, ...extents[gets] }, guest]);
      expect(verdict(before, after)).toBe(covers(gets, has) ? 'lawful' : 'exceeds_own maker');
    },
  );

  test.each(everyExtent.flatMap((from) => everyExtent.map((to) => [from, to] as const)))(
    'holders of a role that sees reports to "%s" come to one that sees them to "%s"',
    (from, to) => {
      const gone = { ...maker, can: {}, ...extents[from] };
      const goal = { ...guest, ...extents[to] };
      const before = studio([boss, definer, gone, goal]);
      const after = studio([boss, definer, goal]);
      expect(verdict(before, after, { moves: { maker: 'guest' } })).toBe(
        covers(to, from) ? 'lawful' : 'exceeds_own guest',
      );
      // Who stays where they are gains nothing.
      expect(verdict(before, after)).toBe('lawful');
    },
  );

  test('what ends does not count, nor what is held on single resources', () => {
    const after = studio([boss, definer, { ...maker, can: { bot: ['view', 'update'] } }, guest]);
    const lent: Subject = { ...member('dan', []), roles: untilThen(tomorrow, 'definer') };
    expect(verdict(studio(), after)).toBe('lawful');
    expect(verdict(studio(), after, { actor: lent })).not.toBe('lawful');
    const resources = [boss, { ...definer, reach: 'workspace_or_things' as const }, maker, guest];
    const onShop = member('dan', [], on(shopBot, ['definer']));
    expect(verdict(studio(resources), studio(resources), { actor: onShop })).toBe('no_grant_here');
  });
});

function definerSeeing(extent: Extent): RoleDeclaration {
  return extent === 'yes'
    ? { ...definer, can: { ...defining, report: ['view'] } }
    : { ...definer, ...extents[extent] };
}

function whereOf(extent: Extent): unknown {
  return extent === 'mine' || extent === 'drafts' ? extents[extent].canWhere : undefined;
}

describe('the rules of a scheme are the keystone’s alone', () => {
  const other: [string, SchemeDeclaration][] = [
    ['roles a member', studio(undefined, { rolesPerMember: 'one' })],
    [
      'how many hold the keystone',
      studio(undefined, { keystone: { role: 'boss', holders: 'at_least_one' } }),
    ],
    ['who edits whom', studio(undefined, { edits: 'peers' })],
    ['who removes whom', studio(undefined, { removes: 'peers' })],
    ['what nobody may', studio(undefined, { never: { bot: ['delete'] } })],
    ['who may be invited', studio(undefined, { inviteeMustBeRegistered: true })],
    ['the vocabulary', studio(undefined, { vocabulary: { todo: ['tick'] } })],
    ['what is known of others', studio(undefined, { entities: { resources: {} } })],
  ];
  test.each(other)('%s', (_, after) => {
    expect(verdict(studio(), after)).toBe('keystone_only');
    expect(verdict(after, studio())).toBe('keystone_only');
    expect(verdict(studio(), after, { actor: member('bea', ['boss']) })).toBe('lawful');
  });

  test('words and advice are not rules', () => {
    const named = studio(undefined, {
      key: 'studio_2',
      title: 'Our studio',
      titlesFrom: 'platform',
      recommendations: [{ person: 'leader', role: 'boss' }],
    });
    expect(verdict(studio(), named)).toBe('lawful');
    expect(verdict(named, studio())).toBe('lawful');
  });

  test('the order in which a declaration is written says nothing; the order of its roles does', () => {
    const never = { bot: ['delete'], report: 'all' } as const;
    const turned = { report: 'all', bot: ['delete'] } as const;
    expect(verdict(studio(undefined, { never }), studio(undefined, { never: turned }))).toBe('lawful');
    const { roles, ...rules } = studio();
    expect(
      verdict(studio(), {
        roles,
        ...Object.fromEntries(Object.entries(rules).toReversed()),
      } as SchemeDeclaration),
    ).toBe('lawful');
    expect(verdict(studio(), studio([boss, definer, guest, maker]))).toBe('keystone_only guest');
  });

  test('the limits of a role that stays are rules too', () => {
    const limits: Partial<RoleDeclaration>[] = [
      { reach: 'things' },
      { requires: ['guest'] },
      { maxHolders: 3 },
      { withoutBaseline: true },
      { canWhere: [{ where: mine, can: {} }] },
    ];
    for (const limit of limits) {
      const after = studio([boss, definer, { ...maker, ...limit }, guest]);
      expect(verdict(studio(), after)).toBe('keystone_only maker');
      expect(verdict(after, studio())).toBe('keystone_only maker');
      expect(verdict(studio(), after, { actor: member('bea', ['boss']) })).toBe('lawful');
    }
  });
});

describe('roles as broad as one’s own or broader stay as they are', () => {
  const titled = (role: RoleDeclaration) => ({ ...role, title: 'Renamed' });

  test.each([
    ['rename the keystone role', [titled(boss), definer, maker, guest], 'not_broader boss'],
    ['rename one’s own', [boss, titled(definer), maker, guest], 'not_broader definer'],
    [
      'take a right from one’s own',
      [boss, { ...definer, can: { role: 'all' } }, maker, guest],
      'not_broader definer',
    ],
    ['delete one’s own', [boss, maker, guest], 'not_broader definer'],
    [
      'put a role above one’s own',
      [boss, { ...guest, key: 'new' }, definer, maker, guest],
      'not_broader definer',
    ],
    ['rename a lower one', [boss, definer, titled(maker), guest], 'lawful'],
    ['take a right from a lower one', [boss, definer, { ...maker, can: {} }, guest], 'lawful'],
    ['delete a lower one', [boss, definer, guest], 'lawful'],
    ['delete all lower ones', [boss, definer], 'lawful'],
    ['put a role right below one’s own', [boss, definer, { ...guest, key: 'new' }, maker, guest], 'lawful'],
    ['put a role last', [boss, definer, maker, guest, { ...guest, key: 'new' }], 'lawful'],
    ['change nothing', [boss, definer, maker, guest], 'lawful'],
  ] as const satisfies readonly (readonly [string, readonly RoleDeclaration[], string])[])(
    '%s',
    (_, roles, expected) => {
      expect(verdict(studio(), studio(roles))).toBe(expected);
    },
  );

  test('of several roles the broadest counts', () => {
    const two = member('dan', ['guest', 'definer']);
    const after = studio([boss, titled(definer), maker, guest]);
    expect(verdict(studio(), after, { actor: two })).toBe('not_broader definer');
    expect(verdict(studio(), studio([boss, definer, titled(maker), guest]), { actor: two })).toBe('lawful');
  });
});

describe('moving the holders of a role', () => {
  const after = studio([boss, definer, guest]);
  const moved = (
    moves: Record<string, string>,
    before: SchemeDeclaration = studio(),
    then: SchemeDeclaration = after,
  ) => verdict(before, then, { moves });

  test.each([
    ['down to a role that stays', { maker: 'guest' }, 'lawful'],
    ['to where they are', { maker: 'maker', boss: 'boss', definer: 'definer' }, 'lawful'],
    ['to a role that is not there', { maker: 'king' }, 'unknown_role king'],
    ['from a role that never was', { king: 'guest' }, 'lawful'],
    ['up to one’s own', { maker: 'definer' }, 'not_broader definer'],
    ['up above one’s own', { maker: 'boss' }, 'not_broader boss'],
    ['from one’s own', { definer: 'guest' }, 'not_broader definer'],
    ['from above one’s own', { boss: 'guest' }, 'not_broader boss'],
  ])('%s', (_, moves, expected) => {
    expect(moved(moves)).toBe(expected);
  });

  test('needs the right to give roles', () => {
    const powerless: RoleDeclaration = { ...definer, can: { role: 'all', bot: ['view'] } };
    const before = studio([boss, powerless, maker, guest]);
    expect(moved({ maker: 'guest' }, before, studio([boss, powerless, guest]))).toBe('no_role_allows maker');
    expect(moved({}, before, studio([boss, powerless, guest]))).toBe('lawful');
    const onOwn: RoleDeclaration = { ...powerless, canOnOwn: { member: 'all' } };
    expect(moved({ maker: 'guest' }, studio([boss, onOwn, maker, guest]), studio([boss, onOwn, guest]))).toBe(
      'no_role_allows maker',
    );
  });

  test('is the keystone’s alone where only the keystone gives roles', () => {
    const closed = (roles: readonly RoleDeclaration[]) => studio(roles, { edits: 'keystone' });
    const before = closed([boss, definer, maker, guest]);
    expect(moved({ maker: 'guest' }, before, closed([boss, definer, guest]))).toBe('keystone_only maker');
    expect(moved({}, before, closed([boss, definer, guest]))).toBe('lawful');
  });
});

describe('who redefines', () => {
  const after = studio([boss, { ...definer, title: 'Renamed' }, maker, guest]);

  test('holders of the keystone role for good, and a refusal names them', () => {
    expect(verdict(studio(), after, { actor: member('bea', ['boss']) })).toBe('lawful');
    const lent: Subject = { ...member('bea', []), roles: untilThen(tomorrow, 'boss') };
    expect(verdict(studio(), after, { actor: lent })).toBe('not_broader definer');
    const decision = mayRedefine(compile(studio()), { actor: dan, after: compile(after), moves: {}, now });
    expect(decision).toEqual({ allow: false, rule: 'not_broader', about: 'definer', roles: ['boss'] });
  });

  test('whoever has the right may change what is below them, and a refusal names them too', () => {
    const lower = compile(studio([boss, definer, maker]));
    const ask = (actor: Subject) => mayRedefine(compile(studio()), { actor, after: lower, moves: {}, now });
    expect(ask(member('mia', ['maker']))).toEqual({
      allow: false,
      rule: 'no_role_allows',
      about: null,
      roles: ['boss', 'definer'],
    });
    expect(ask(stranger('sid'))).toMatchObject({ rule: 'not_member', roles: ['boss', 'definer'] });
    expect(ask({ ...dan, state: 'suspended' })).toMatchObject({ rule: 'suspended' });
  });
});
