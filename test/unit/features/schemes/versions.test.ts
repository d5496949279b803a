import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../../src/access/compile.ts';
import { presets } from '../../../../src/access/presets.ts';
import { addRole } from '../../../../src/features/schemes/add-role.ts';
import { refuseImpossible, refuseInUse } from '../../../../src/features/schemes/constraints.ts';
import { deleteRole, withoutRole } from '../../../../src/features/schemes/delete-role.ts';
import { draftOf, roleIn, type SchemeDraft, withRole } from '../../../../src/features/schemes/draft.ts';
import { refusalOfFault } from '../../../../src/features/schemes/fault-refusal.ts';
import { mergeRole } from '../../../../src/features/schemes/merge-role.ts';
import { planMoves } from '../../../../src/features/schemes/move-plan.ts';
import { previewOf, rightsOfHolders } from '../../../../src/features/schemes/preview.ts';
import { putInForce } from '../../../../src/features/schemes/put-in-force.ts';
import type { SchemeInForce } from '../../../../src/features/schemes/queries.ts';
import { redefineScheme } from '../../../../src/features/schemes/redefine.ts';
import { refuseTaken, renameRole } from '../../../../src/features/schemes/rename-role.ts';
import { schemeChanged } from '../../../../src/features/schemes/scheme-changed.ts';
import { setRule } from '../../../../src/features/schemes/set-rule.ts';
import { compiledContent, switchScheme } from '../../../../src/features/schemes/switch-scheme.ts';
import { tellOfScheme } from '../../../../src/features/schemes/tell-scheme.ts';
import { isTitle, titleFrom } from '../../../../src/features/schemes/title.ts';
import { setRight } from '../../../../src/features/schemes/toggle-right.ts';
import {
  actorWith,
  idOf,
  kindsOf,
  membershipOf,
  NOW,
  presetNamed,
  recipientOf,
  refusalOf,
} from '../../../support/builders.ts';

const { company, platform, agency } = presets;
const owner = actorWith(['owner']);
const draft = draftOf(company);

function inForce(patch: Partial<SchemeInForce> = {}): SchemeInForce {
  return {
    scheme: 'company',
    version: 2,
    holders: { owner: 1, designer: 3 },
    invited: {},
    groups: [
      { roles: ['owner'], members: 1, names: ['Anna'] },
      { roles: ['designer'], members: 3, names: ['Boris'] },
    ],
    ownerRoleHolders: 1,
    asked: null,
    ...patch,
  };
}

const redefine = (to: SchemeDraft, found = inForce(), actor = owner, from = 2) =>
  redefineScheme(actor, company, { draft: to, from }, found, NOW);

describe('putting a draft in force', () => {
  test('makes it the next version, with what everybody gains and loses', () => {
    const { changes, preview } = redefine(setRight(draft, 'designer', 'report.view', 'yes'));
    expect(kindsOf(changes)).toEqual(['guard.membership', 'scheme.changed']);
    expect(changes[1]).toMatchObject({ version: 3, from: { scheme: 'company', version: 2 } });
    expect(preview).toMatchObject({ gaining: 3, losing: 0, people: [{ before: ['designer'], members: 3 }] });
  });

  test('is refused by the rules about who may', () => {
    const more = setRight(draft, 'designer', 'report.view', 'yes');
    expect(refusalOf(() => redefine(more, inForce(), actorWith(['administrator'])))).toBe('no_role_allows');
    expect(refusalOf(() => redefine(more, inForce(), owner, 1))).toBe('changed_meanwhile');
    expect(refusalOf(() => redefine(more, inForce({ scheme: 'platform' })))).toBe('changed_meanwhile');
    const roles = company.declaration.roles.map((role) =>
      role.key === 'administrator' ? { ...role, can: 'everything' as const } : role,
    );
    const wide = compile({ ...company.declaration, roles });
    const definer = actorWith(['administrator']);
    const byDefiner = (to: SchemeDraft) =>
      refusalOf(() => redefineScheme(definer, wide, { draft: to, from: 2 }, inForce(), NOW));
    expect(byDefiner(setRight(draftOf(wide), 'owner', 'report.view', 'yes'))).toBe('role_not_below');
    expect(byDefiner(setRule(draftOf(wide), { rule: 'edits', is: 'peers' }))).toBe('keystone_only');
  });

  test('is refused where the scheme itself makes no sense', () => {
    const refused = (to: SchemeDraft) => refusalOf(() => redefine(to));
    expect(refused(setRight(draft, 'owner', 'role.define', 'no'))).toBe('keystone_cannot_define');
    expect(refused(setRight(draft, 'owner', 'member.assign', 'no'))).toBe('keystone_cannot_manage');
    expect(refused(setRule(draft, { rule: 'max_holders', role: 'owner', is: 1 }))).toBe('keystone_limited');
    expect(refusalOfFault({ code: 'no_roles', about: 'owner' } as never).code).toBe('scheme_broken');
  });

  test('is refused where the people there are could not live under it', () => {
    expect(refusalOf(() => redefine(deleteRole(draft, 'designer')))).toBe('role_in_use');
    expect(refusalOf(() => redefine(setRule(draft, { rule: 'max_holders', role: 'designer', is: 2 })))).toBe(
      'max_holders',
    );
    expect(
      refusalOf(() => redefine(renameRole(draft, 'designer', 'Artist'), inForce({ ownerRoleHolders: 0 }))),
    ).toBe('last_keystone');
    expect(refusalOf(() => refuseInUse('designer', inForce()))).toBe('role_in_use');
    expect(() => refuseInUse('manager', inForce())).not.toThrow();
    const standing = (
      before: CompiledScheme,
      after: CompiledScheme,
      moves: Record<string, string>,
      found: SchemeInForce,
    ) => refusalOf(() => refuseImpossible(before, after, planMoves(before, after, moves), found));
    expect(standing(company, company, { owner: 'manager' }, inForce())).toBe('keystone_stays');
    expect(
      standing(
        platform,
        company,
        { admin: 'owner' },
        inForce({
          holders: { admin: 2 },
          groups: [{ roles: ['admin'], members: 2, names: [] }],
          ownerRoleHolders: 2,
        }),
      ),
    ).toBe('keystone_several');
    expect(
      standing(
        platform,
        company,
        { admin: 'owner' },
        inForce({
          holders: {},
          groups: [],
          invited: { admin: 1 },
        }),
      ),
    ).toBe('role_in_use');
  });
});

describe('switching', () => {
  const switchTo = (
    to: 'platform' | 'company' | 'former',
    found = inForce(),
    mapping: Readonly<Record<string, string>> = {},
  ) => switchScheme(owner, company, { to, mapping }, found, NOW);

  test('gives a preset, or a former version again', () => {
    expect(switchTo('platform', inForce(), { designer: 'viewer' }).changes.at(-1)).toMatchObject({
      scheme: 'platform',
      version: 3,
    });
    const asked = { scheme: 'agency', preset: 'agency', declaration: null } as const;
    expect(switchTo('former', inForce({ asked }), { designer: 'client' }).after.declaration.key).toBe(
      'agency',
    );
    const { declaration } = draft;
    expect(compiledContent({ preset: null, declaration }).roles).toHaveLength(4);
  });

  test('is refused to where one is already, and to what is not there', () => {
    expect(refusalOf(() => switchTo('company'))).toBe('nothing_changed');
    expect(refusalOf(() => switchTo('platform'))).toBe('role_needs_target');
    expect(refusalOf(() => switchTo('former'))).toBe('scheme_version_not_found');
    expect(refusalOf(() => compiledContent({ preset: 'gone', declaration: null }))).toBe(
      'scheme_version_not_found',
    );
  });

  test('plans how what people hold is written anew, and previews it', () => {
    const plan = planMoves(company, agency, { owner: 'admin', designer: 'client' });
    expect(plan).toMatchObject({
      moves: { owner: 'admin', designer: 'client' },
      keystone: 'admin',
      sole: false,
    });
    const preview = previewOf(company, agency, { owner: 'admin', designer: 'client' }, inForce());
    expect(preview.people.map(({ after }) => after)).toContainEqual(['client']);
    expect(
      schemeChanged(idOf('workspace'), inForce(), { preset: 'agency', declaration: null }, plan, preview),
    ).toMatchObject({
      version: 3,
      scheme: 'agency',
    });
    const next = {
      content: { preset: 'agency', declaration: null },
      after: agency,
      moves: { owner: 'admin', designer: 'client' },
    } as const;
    expect(putInForce(owner, company, next, inForce({ holders: { owner: 1, designer: 3 } }), NOW).after).toBe(
      agency,
    );
  });
});

describe('a draft', () => {
  test('refuses roles that it does not have', () => {
    const missing = [
      () => roleIn(draft, 'chief'),
      () => addRole(draft, { copyOf: 'chief', title: 'X' }),
      () => deleteRole(draft, 'chief'),
      () => mergeRole(draft, 'chief', 'owner'),
      () => renameRole(draft, 'chief', 'X'),
      () => setRight(draft, 'chief', 'bot.view', 'yes'),
    ];
    expect(missing.map(refusalOf)).toEqual(missing.map(() => 'unknown_role'));
    expect(roleIn(withRole(draft, { key: 'designer', can: {} }), 'designer').can).toEqual({});
  });

  test('keeps its keystone, its titles apart and its size', () => {
    expect(refusalOf(() => withoutRole(draft.declaration, 'owner', null))).toBe('keystone_stays');
    expect(refusalOf(() => deleteRole(draft, 'owner'))).toBe('keystone_stays');
    expect(refusalOf(() => mergeRole(draft, 'manager', 'manager'))).toBe('nothing_changed');
    expect(refusalOf(() => refuseTaken(draft.declaration, 'Manager'))).toBe('role_title_taken');
    expect(() => refuseTaken(draft.declaration, 'Manager', 'manager')).not.toThrow();
    expect(refusalOf(() => addRole(draft, { copyOf: 'manager', title: ' ' }))).toBe('role_title');
    expect(refusalOf(() => addRole(draft, { copyOf: 'manager', title: 'designer' }))).toBe(
      'role_title_taken',
    );
    let full = draft;
    const fill = () => {
      for (let place = 0; place < 100; place++)
        full = addRole(full, { copyOf: 'designer', title: `Role ${place}` }).draft;
    };
    expect(refusalOf(fill)).toBe('too_many_roles');
    expect(titleFrom(' Night  shift ')).toBe('Night shift');
    expect(isTitle(' Night')).toBe(false);
  });
});

test('people are told what they gain and lose, and nothing where it is the same', () => {
  const news = (roles: readonly string[], patch: Parameters<typeof membershipOf>[2] = {}) => ({
    member: recipientOf('Boris'),
    membership: membershipOf('Boris', roles, patch),
    workspace: { id: idOf('workspace'), name: 'Acme', scheme: 'company' },
    changedBy: 'Anna',
    former: { scheme: 'company', roles: ['designer'] },
  });
  const told = tellOfScheme([news(['manager'])], presetNamed, NOW);
  expect(told.changes).toMatchObject([{ kind: 'scheme.told' }]);
  expect(told.notices).toMatchObject([{ kind: 'scheme.changed', lost: [], actorName: 'Anna' }]);
  expect(tellOfScheme([news(['designer'])], presetNamed, NOW).notices).toEqual([]);
  expect(tellOfScheme([news(['manager'], { state: 'suspended' })], presetNamed, NOW).notices).toEqual([]);
  expect(rightsOfHolders(company, ['designer'])).not.toEqual([]);
});
