import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import { decide } from '../../../src/access/decide.ts';
import {
  type Condition,
  memberBaseline,
  type RightsTable,
  type SchemeDeclaration,
} from '../../../src/access/define-scheme.ts';
import { diff, rightsOf } from '../../../src/access/diff.ts';
import { mayRedefine } from '../../../src/access/governance/redefine.ts';
import { presets } from '../../../src/access/presets.ts';
import { rightsIn } from '../../../src/access/rights-table.ts';
import { schemeFaults } from '../../../src/access/scheme-faults.ts';
import { capabilities, searchActions, searchTargets } from '../../../src/access/search.ts';
import type { Subject, Target } from '../../../src/access/subject.ts';
import type { Right } from '../../../src/access/vocabulary.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { addRole } from '../../../src/features/schemes/add-role.ts';
import { deleteRole } from '../../../src/features/schemes/delete-role.ts';
import { draftOf, type SchemeDraft } from '../../../src/features/schemes/draft.ts';
import { mergeRole } from '../../../src/features/schemes/merge-role.ts';
import { setRule } from '../../../src/features/schemes/set-rule.ts';
import { setRight } from '../../../src/features/schemes/toggle-right.ts';
import { anyScheme } from './arbitraries.ts';
import { now, tomorrow } from './people.ts';

const holder = (...roles: string[]): Subject => ({
  personId: 'anna',
  state: 'active',
  roles: roles.map((role) => ({ role, until: null })),
  grants: [],
});

/** Any scheme, in which every role but the last may define roles and is held on the membership. */
const definable = anyScheme.map(
  (declaration): SchemeDeclaration => ({
    ...declaration,
    roles: declaration.roles.map((role, rank) =>
      role.can === 'everything' || rank === declaration.roles.length - 1
        ? { ...role, reach: 'workspace', requires: [] }
        : { ...role, reach: 'workspace', requires: [], can: { ...role.can, role: 'all' } },
    ),
  }),
);

const anyKey = fc.constantFrom('boss', 'second', 'third', 'fourth', 'fifth', 'third_2', 'fourth_2');
const anyRight = fc.constantFrom<Right>(
  'bot.delete',
  'bot.view',
  'member.assign',
  'report.view',
  'workspace.rename',
);

type Edit = (draft: SchemeDraft) => SchemeDraft;
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anyKey, anyRight, fc.constantFrom('yes' as const, 'own' as const, 'no' as const)).map(
    ([key, right, extent]): Edit =>
      (draft) =>
        setRight(draft, key, right, extent),
  ),
  fc.tuple(anyKey, anyKey).map(
    ([key, into]): Edit =>
      (draft) =>
        mergeRole(draft, key, into),
  ),
  anyKey.map(
    (copyOf): Edit =>
      (draft) =>
        addRole(draft, { copyOf, title: `like ${copyOf}` }).draft,
  ),
  anyKey.map(
    (key): Edit =>
      (draft) =>
        deleteRole(draft, key),
  ),
  fc.constantFrom('peers' as const, 'broader' as const).map(
    (is): Edit =>
      (draft) =>
        setRule(draft, { rule: 'edits', is }),
  ),
  anyKey.map(
    (role): Edit =>
      (draft) =>
        setRule(draft, { rule: 'max_holders', role, is: null }),
  ),
  anyRight.map(
    (right): Edit =>
      (draft) =>
        setRule(draft, { rule: 'never', right, is: false }),
  ),
);

const outright = (right: Right) => ({ right, only: null });

/** Edits one after another; those that a draft refuses are passed over. */
function edited(scheme: CompiledScheme, edits: readonly Edit[]): SchemeDraft {
  return edits.reduce((draft, edit) => {
    try {
      return edit(draft);
    } catch (error) {
      if (error instanceof Refusal) return draft;
      throw error;
    }
  }, draftOf(scheme));
}

describe('editing a scheme', () => {
  test('lets nobody but the keystone’s holders give what they lack, rise, or touch who is above them', () => {
    let lawful = 0;
    fc.assert(
      fc.property(
        definable,
        fc.constantFrom('second', 'third'),
        fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        (declaration, own, edits) => {
          const before = compile(declaration);
          const draft = edited(before, edits);
          if (schemeFaults(draft.declaration).length > 0) return;
          const after = compile(draft.declaration);
          const question = { actor: holder(own), after, moves: draft.moves, now };
          if (!mayRedefine(before, question).allow) return;
          lawful++;
          // What every member has is nobody's to give.
          const has = [...rightsOf(before, [own]), ...rightsIn(memberBaseline).map(outright)];
          for (const { key, rank } of before.roles) {
            const then = draft.moves[key] ?? key;
            const { gained, lost } = diff(rightsOf(before, [key]), rightsOf(after, [then]));
            expect(diff(has, gained).gained, `${key} → ${then}`).toEqual([]);
            if (rank <= (before.roleByKey.get(own)?.rank ?? 0)) expect([gained, lost]).toEqual([[], []]);
          }
          for (const { key } of after.roles) {
            if (before.roleByKey.has(key)) continue;
            expect(diff(has, rightsOf(after, [key])).gained, key).toEqual([]);
          }
        },
      ),
      { numRuns: 500 },
    );
    // The law would be worth nothing if nearly every edit were refused.
    expect(lawful).toBeGreaterThan(20);
  });

  test('is lawful for whoever holds the keystone role for good, and not for who lacks the right', () => {
    const draft = setRight(draftOf(presets.company), 'designer', 'billing.delete', 'yes');
    const after = compile(draft.declaration);
    const ask = (actor: Subject) => mayRedefine(presets.company, { actor, after, moves: draft.moves, now });
    expect(ask(holder('owner'))).toEqual({ allow: true });
    expect(ask(holder('administrator'))).toMatchObject({ rule: 'no_role_allows', roles: ['owner'] });
    expect(ask({ ...holder(), state: 'none' })).toMatchObject({ rule: 'not_member' });
  });

  test('a keystone role that ends counts for no more than what its holder has for good', () => {
    const { declaration, moves } = setRight(draftOf(presets.platform), 'viewer', 'billing.delete', 'yes');
    const question = { after: compile(declaration), moves, now };
    const lent: Subject = { ...holder(), roles: [{ role: 'admin', until: tomorrow }] };
    expect(mayRedefine(presets.platform, { actor: lent, ...question }).allow).toBe(false);
    expect(mayRedefine(presets.platform, { actor: holder('admin'), ...question }).allow).toBe(true);
  });

  test('rules, reach and conditions are the keystone’s alone', () => {
    const scheme = compile({
      ...presets.platform.declaration,
      roles: presets.platform.declaration.roles.map((role) =>
        role.key === 'manager' && role.can !== 'everything'
          ? { ...role, can: { ...role.can, role: 'all' } }
          : role,
      ),
    });
    const manager = holder('manager');
    const rule = (edit: Edit) => {
      const draft = edit(draftOf(scheme));
      const decision = mayRedefine(scheme, {
        actor: manager,
        after: compile(draft.declaration),
        moves: draft.moves,
        now,
      });
      return decision.allow ? 'lawful' : decision.rule;
    };
    expect(rule((draft) => setRight(draft, 'viewer', 'campaign.start', 'yes'))).toBe('lawful');
    expect(rule((draft) => setRight(draft, 'viewer', 'billing.view', 'own'))).toBe('exceeds_own');
    expect(rule((draft) => setRight(draft, 'manager', 'report.view', 'no'))).toBe('not_broader');
    expect(rule((draft) => addRole(draft, { copyOf: 'admin', title: 'Second admin' }).draft)).toBe(
      'not_broader',
    );
    expect(rule((draft) => addRole(draft, { copyOf: 'operator', title: 'Caller' }).draft)).toBe('lawful');
    expect(rule((draft) => setRule(draft, { rule: 'reach', role: 'viewer', is: 'things' }))).toBe(
      'keystone_only',
    );
    expect(rule((draft) => setRule(draft, { rule: 'edits', is: 'broader' }))).toBe('keystone_only');
    expect(rule((draft) => mergeRole(draft, 'viewer', 'operator'))).toBe('no_role_allows');
  });

  test('whoever keeps their role is not moved; nobody as broad as oneself or broader is', () => {
    const [owner, administrator, manager, designer] = presets.company.declaration.roles;
    if (!owner || !administrator || !manager || !designer || administrator.can === 'everything')
      throw new Error();
    const definer = { ...administrator, can: { ...administrator.can, role: 'all' as const } };
    const scheme = compile({ ...presets.company.declaration, roles: [owner, definer, manager, designer] });
    const after = compile({
      ...scheme.declaration,
      roles: [owner, definer, { ...manager, can: designer.can }, designer],
    });
    const rule = (moves: Record<string, string>) => {
      const decision = mayRedefine(scheme, { actor: holder('administrator'), after, moves, now });
      return decision.allow ? 'lawful' : `${decision.rule} ${decision.about}`;
    };
    const all = ['owner', 'administrator', 'manager', 'designer'];
    expect(rule(Object.fromEntries(all.map((key) => [key, key])))).toBe('lawful');
    expect(rule({ manager: 'designer' })).toBe('lawful');
    expect(rule({ administrator: 'designer' })).toBe('not_broader administrator');
    expect(rule({ owner: 'designer' })).toBe('not_broader owner');
    expect(rule({ manager: 'administrator' })).toBe('not_broader administrator');
  });
});

const conditions: readonly Condition[] = [
  { resource: 'owner', subject: 'id' },
  { resource: 'team', subject: 'team' },
  { resource: 'state', value: 'draft' },
];
const properties = fc.record(
  {
    owner: fc.constantFrom('anna', 'boris', 7),
    team: fc.constantFrom('blue', 'red', null, { name: 'blue' }),
    state: fc.constantFrom('draft', 'sold'),
  },
  { requiredKeys: [] },
);

describe('conditions', () => {
  const scheme = fc
    .tuple(anyScheme, fc.array(fc.tuple(fc.nat(4), fc.nat(2), anyRight), { maxLength: 5 }))
    .map(([declaration, given]) =>
      compile({
        ...declaration,
        vocabulary: { todo: ['tick'] },
        roles: declaration.roles.map((role, rank) => ({
          ...role,
          canWhere: given.flatMap(([at, condition, right]) => {
            const [resource = '', action = ''] = right.split('.');
            const where = conditions[condition];
            const can = { [resource]: [action], todo: 'all' } as RightsTable;
            return at !== rank || where === undefined ? [] : [{ where, can }];
          }),
        })),
      }),
    );
  const asked = fc.record({
    subject: fc
      .tuple(fc.subarray(['boss', 'second', 'third', 'fourth', 'fifth']), properties)
      .map(([roles, known]): Subject => ({ ...holder(...roles), properties: known })),
    target: properties.map((known): Target => ({ path: [], properties: known })),
  });

  test('lists say what single questions say', () => {
    fc.assert(
      fc.property(scheme, asked, (compiled, { subject, target }) => {
        const can = capabilities(compiled, subject, target, now);
        for (const right of compiled.rights) {
          expect(can.has(right), right).toBe(decide(compiled, subject, right, target, now).allow);
        }
        const ticks = decide(compiled, subject, 'todo.tick' as Right, target, now).allow;
        expect(searchActions(compiled, subject, 'todo', target, now)).toEqual(ticks ? ['todo.tick'] : []);
        expect(searchTargets(compiled, subject, 'todo.tick' as Right, [target], now)).toHaveLength(
          ticks ? 1 : 0,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('a right on a condition is had just where the two properties are the same plain value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...conditions), properties, properties, (where, own, found) => {
        const compiled = compile({
          ...presets.cabinet.declaration,
          roles: [
            ...presets.cabinet.declaration.roles,
            { key: 'clerk', can: {}, canWhere: [{ where, can: { report: ['view'] } }] },
          ],
        });
        const subject = { ...holder('clerk'), properties: own };
        const decision = decide(compiled, subject, 'report.view', { path: [], properties: found }, now);
        const value = 'resource' in where ? found[where.resource as keyof typeof found] : undefined;
        const wanted =
          'value' in where
            ? where.value
            : where.subject === 'id'
              ? 'anna'
              : own[where.subject as keyof typeof own];
        expect(decision.allow).toBe(typeof value === 'string' && value === wanted);
        if (!decision.allow) expect(decision).toMatchObject({ rule: 'own_only', roles: expect.any(Array) });
      }),
      { numRuns: 200 },
    );
  });
});
