import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import type { Condition, RoleDeclaration } from '../../../../src/access/define-scheme.ts';
import {
  covers,
  denialOfCombination,
  denialOfCount,
  denialOfGiving,
} from '../../../../src/access/governance/giving.ts';
import { presetKeys, presets } from '../../../../src/access/presets.ts';
import { type HeldRole, isLiving, workspaceWide } from '../../../../src/access/subject.ts';
import {
  bankBot,
  forGood,
  member,
  nextWeek,
  now,
  on,
  retail,
  shopBot,
  tomorrow,
  untilThen,
  yesterday,
} from '../people.ts';

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

function reporting(...roles: readonly (readonly [key: string, extent: Extent])[]): CompiledScheme {
  return compile({
    key: 'reports',
    rolesPerMember: 'many',
    keystone: { role: 'boss', holders: 'at_least_one' },
    edits: 'broader',
    roles: [
      { key: 'boss', can: 'everything' },
      ...roles.map(([key, extent]): RoleDeclaration => ({ key, can: {}, ...extents[extent] })),
    ],
  });
}

const given = (role: string): HeldRole => ({ role, until: null });

describe('nobody gives more than they hold', () => {
  const pairs = everyExtent.flatMap((has) => everyExtent.map((gives) => [has, gives] as const));

  test.each(pairs)(
    'who sees reports to the extent "%s" gives a role that sees them to "%s"',
    (has, gives) => {
      const scheme = reporting(['giver', has], ['gift', gives]);
      const enough = gives === 'no' || has === 'yes' || has === gives;
      expect(denialOfGiving(scheme, member('ann', ['giver']), given('gift'), workspaceWide, now)).toEqual(
        enough ? null : { rule: 'exceeds_own', about: 'gift' },
      );
    },
  );

  test('what several roles hold together counts together', () => {
    const scheme = reporting(['owns', 'own'], ['drafts', 'drafts'], ['gift', 'own']);
    const both = compile({
      ...scheme.declaration,
      roles: scheme.declaration.roles.map((role) =>
        role.key === 'gift' ? { ...role, ...extents.own, ...extents.drafts } : role,
      ),
    });
    const gift = given('gift');
    const rule = (...roles: string[]) =>
      denialOfGiving(both, member('ann', roles), gift, workspaceWide, now)?.rule;
    expect(rule('owns', 'drafts')).toBeUndefined();
    expect(rule('owns')).toBe('exceeds_own');
    expect(rule('drafts')).toBe('exceeds_own');
  });

  test('a role of one’s own rank may be given on, a broader one never, though it gives nothing', () => {
    const scheme = reporting(['first', 'no'], ['second', 'no'], ['third', 'no']);
    const ann = member('ann', ['second']);
    const rule = (role: string) => denialOfGiving(scheme, ann, given(role), workspaceWide, now)?.rule;
    expect(['boss', 'first', 'second', 'third'].map(rule)).toEqual([
      'exceeds_own',
      'exceeds_own',
      undefined,
      undefined,
    ]);
  });
});

describe('the keystone role gives every role, the same for good or for a time', () => {
  test.each(presetKeys)('%s', (key) => {
    const scheme = presets[key];
    const keystone = scheme.ownerRole.key;
    for (const { key: role } of scheme.roles) {
      for (const until of [null, tomorrow]) {
        const denial = denialOfGiving(scheme, member('ann', [keystone]), { role, until }, workspaceWide, now);
        const isOwnership =
          role === keystone && ['cabinet', 'bot_access', 'company'].includes(scheme.declaration.key);
        expect(denial).toEqual(isOwnership ? { rule: 'keystone_by_transfer_only', about: role } : null);
      }
    }
  });
});

describe('a gift lasts no longer than what it comes from', () => {
  const { platform } = presets;
  const late = new Date(tomorrow.getTime() + 1);
  const rule = (held: readonly HeldRole[], until: Date | null) =>
    denialOfGiving(
      platform,
      { ...member('tim', []), roles: held },
      { role: 'viewer', until },
      workspaceWide,
      now,
    )?.rule ?? 'lawful';

  test.each([
    ['for good', forGood('admin'), 'lawful', 'lawful', 'lawful', 'lawful'],
    ['until tomorrow', untilThen(tomorrow, 'admin'), 'lawful', 'lawful', 'outlasts_own', 'outlasts_own'],
    ['ended', untilThen(now, 'admin'), 'exceeds_own', 'exceeds_own', 'exceeds_own', 'exceeds_own'],
    [
      'until tomorrow, and what the gift gives for good',
      [...untilThen(tomorrow, 'admin'), ...forGood('viewer')],
      'lawful',
      'lawful',
      'lawful',
      'lawful',
    ],
  ] as const)('an administrator %s', (_, held, ...expected) => {
    const ends = [new Date(now.getTime() + 1), tomorrow, late, null];
    expect(ends.map((until) => rule(held, until))).toEqual(expected);
  });

  test('an end that is not in the future is none', () => {
    for (const past of [yesterday, now, new Date(Number.NaN)]) {
      expect(rule(forGood('admin'), past)).toBe('ends_in_past');
    }
  });
});

test('who holds enough in one place gives it there and in what is inside, not elsewhere', () => {
  const { bot_access: scheme } = presets;
  const dan = member('dan', [], on(retail, ['developer']));
  const rule = (at: typeof shopBot) => denialOfGiving(scheme, dan, given('insights'), at, now)?.rule;
  expect([retail, shopBot, bankBot, workspaceWide].map(rule)).toEqual([
    undefined,
    undefined,
    'exceeds_own',
    'exceeds_own',
  ]);
});

describe('roles held together', () => {
  const { bot_access: botAccess, company, platform } = presets;
  const approver = (until: Date | null, developer: Date | null): readonly HeldRole[] => [
    { role: 'approver', until },
    { role: 'developer', until: developer },
  ];

  test.each([
    ['nothing', company, [], [], null],
    ['one role', company, [], forGood('designer'), null],
    [
      'two roles where a member holds one',
      company,
      [],
      forGood('designer', 'manager'),
      ['one_role_only', null],
    ],
    ['two roles where a member holds many', platform, [], forGood('viewer', 'service'), null],
    ['a role that is none', platform, forGood('king'), forGood('viewer', 'king'), ['unknown_role', 'king']],
    ['an approver who develops', botAccess, [], approver(null, null), null],
    ['the developer lasting longer', botAccess, [], approver(tomorrow, nextWeek), null],
    ['the developer lasting as long', botAccess, [], approver(tomorrow, tomorrow), null],
    ['the developer lasting for good', botAccess, [], approver(tomorrow, null), null],
    [
      'the developer ending sooner',
      botAccess,
      [],
      approver(nextWeek, tomorrow),
      ['requires_missing', 'developer'],
    ],
    [
      'the developer ending at all',
      botAccess,
      [],
      approver(null, nextWeek),
      ['requires_missing', 'developer'],
    ],
    ['an approver alone', botAccess, [], forGood('approver'), ['requires_missing', 'developer']],
    [
      'a developer taken from an approver who stays',
      botAccess,
      approver(null, null),
      forGood('approver'),
      ['requires_held', 'approver'],
    ],
    [
      'a developer shortened under an approver who stays',
      botAccess,
      approver(null, null),
      approver(null, tomorrow),
      ['requires_held', 'approver'],
    ],
    [
      'an approver made longer than the developer, who stays',
      botAccess,
      approver(tomorrow, tomorrow),
      approver(nextWeek, tomorrow),
      ['requires_missing', 'developer'],
    ],
    [
      'an approver who already slept and still does',
      botAccess,
      forGood('approver'),
      forGood('approver'),
      ['requires_missing', 'developer'],
    ],
    [
      'an approver in the place of the developer',
      botAccess,
      forGood('developer'),
      forGood('approver'),
      ['requires_missing', 'developer'],
    ],
  ] as const)('%s', (_, scheme, before, after, expected) => {
    const [rule, about] = expected ?? [];
    expect(denialOfCombination(scheme, before, after)).toEqual(expected === null ? null : { rule, about });
  });
});

test('a role for two is given while fewer than two hold it', () => {
  const scheme = reporting(['few', 'yes'], ['many', 'yes']);
  const limited = compile({
    ...scheme.declaration,
    roles: scheme.declaration.roles.map((role) => (role.key === 'few' ? { ...role, maxHolders: 2 } : role)),
  });
  const full = { rule: 'max_holders', about: 'few' };
  const ask = (few?: number) =>
    denialOfCount(limited, forGood('many', 'few'), { many: 99, ...(few === undefined ? {} : { few }) });
  expect([ask(), ask(0), ask(1), ask(2), ask(3)]).toEqual([null, null, null, full, full]);
  expect(denialOfCount(limited, forGood('many', 'no_such_role'), { few: 2, no_such_role: 9 })).toBeNull();
});

test('a held role covers a wanted one just where it lives whenever the wanted one would', () => {
  const ends = [yesterday, now, tomorrow, nextWeek];
  const any = [null, ...ends].flatMap((until) => ['viewer', 'service'].map((role) => ({ role, until })));
  const moments = ends.flatMap((end) => [end.getTime() - 1, end.getTime()]).concat(Number.POSITIVE_INFINITY);
  const lasts = (held: HeldRole, wanted: HeldRole) =>
    held.role === wanted.role &&
    moments.every((moment) => !isLiving(wanted.until, moment) || isLiving(held.until, moment));
  for (const wanted of any) {
    expect(covers([], wanted)).toBe(false);
    for (const one of any) {
      for (const other of any) {
        expect(covers([one, other], wanted)).toBe(lasts(one, wanted) || lasts(other, wanted));
      }
    }
  }
});
