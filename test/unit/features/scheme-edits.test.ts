import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/access/compile.ts';
import { diff, rightsOf } from '../../../src/access/diff.ts';
import { presets } from '../../../src/access/presets.ts';
import { rightsIn } from '../../../src/access/rights-table.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { addRole } from '../../../src/features/schemes/add-role.ts';
import { deleteRole } from '../../../src/features/schemes/delete-role.ts';
import { draftOf, roleIn } from '../../../src/features/schemes/draft.ts';
import { mergeRole } from '../../../src/features/schemes/merge-role.ts';
import { renameRole } from '../../../src/features/schemes/rename-role.ts';
import { setRule } from '../../../src/features/schemes/set-rule.ts';
import { proposeMapping } from '../../../src/features/schemes/switch-scheme.ts';
import { extentOf, setRight } from '../../../src/features/schemes/toggle-right.ts';

const company = draftOf(presets.company);

const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Refusal).code;
  }
  return 'done';
};

describe('a draft of roles', () => {
  test('a copied role ranks right below its source, may do the same, and has a key of its own', () => {
    const { draft, key } = addRole(company, { copyOf: 'manager', title: 'Night manager' });
    expect(draft.declaration.roles.map((role) => role.key)).toEqual([
      'owner',
      'administrator',
      'manager',
      key,
      'designer',
    ]);
    expect(roleIn(draft, key)).toEqual({ ...roleIn(company, 'manager'), key, title: 'Night manager' });
    const again = addRole(draft, { copyOf: key, title: 'Day manager' });
    expect(again.key).not.toBe(key);
  });

  test('titles are one visible line of 40 characters, and no two roles have the same', () => {
    const named = renameRole(company, 'designer', '  Artist\n\u202e of   works ');
    expect(roleIn(named, 'designer').title).toBe('Artist of works');
    for (const typed of ['', ' ', '\u200b', 'x'.repeat(41)]) {
      expect(
        refusalOf(() => renameRole(company, 'designer', typed)),
        typed,
      ).toBe('role_title');
    }
    expect(refusalOf(() => renameRole(named, 'manager', 'ARTIST OF WORKS'))).toBe('role_title_taken');
    expect(refusalOf(() => renameRole(named, 'manager', 'designer'))).toBe('role_title_taken');
  });

  test('merging is followed: who was merged into a role goes where that role goes', () => {
    const once = mergeRole(company, 'designer', 'manager');
    const twice = mergeRole(once, 'manager', 'administrator');
    expect(twice.moves).toEqual({ designer: 'administrator', manager: 'administrator' });
    expect(refusalOf(() => mergeRole(company, 'owner', 'manager'))).toBe('keystone_stays');
    expect(refusalOf(() => deleteRole(once, 'manager'))).toBe('role_merged_into');
  });

  test('a role that another requires goes only by merging, and then the other requires what took its place', () => {
    const bots = draftOf(presets.bot_access);
    expect(refusalOf(() => deleteRole(bots, 'developer'))).toBe('requires_held');
    expect(roleIn(mergeRole(bots, 'developer', 'admin'), 'approver').requires).toEqual(['admin']);
    expect(roleIn(mergeRole(bots, 'developer', 'approver'), 'approver').requires).toBeUndefined();
  });

  test('a right is had everywhere, on one’s own, or not', () => {
    const own = setRight(company, 'designer', 'report.view', 'own');
    expect(extentOf(roleIn(own, 'designer'), 'report.view')).toBe('own');
    const everywhere = setRight(own, 'designer', 'report.view', 'yes');
    expect(roleIn(everywhere, 'designer')).not.toHaveProperty('canOnOwn');
    expect(extentOf(roleIn(everywhere, 'designer'), 'report.view')).toBe('yes');
    expect(roleIn(setRight(everywhere, 'designer', 'report.view', 'no'), 'designer')).toEqual(
      roleIn(company, 'designer'),
    );
    const cabinet = setRight(draftOf(presets.cabinet), 'owner', 'bot.delete', 'no');
    expect(rightsIn(roleIn(cabinet, 'owner').can)).not.toContain('bot.delete');
    expect(rightsIn(roleIn(cabinet, 'owner').can)).toContain('bot.view');
  });

  test('every rule survives JSON and compiles', () => {
    let draft = draftOf(presets.platform);
    draft = setRule(draft, { rule: 'roles_per_member', is: 'one' });
    draft = setRule(draft, { rule: 'edits', is: 'broader' });
    draft = setRule(draft, { rule: 'removes', is: 'keystone' });
    draft = setRule(draft, { rule: 'invitee_must_be_registered', is: true });
    draft = setRule(draft, { rule: 'never', right: 'bot.delete', is: true });
    draft = setRule(draft, { rule: 'requires', role: 'operator', is: ['viewer'] });
    draft = setRule(draft, { rule: 'max_holders', role: 'service', is: 2 });
    draft = setRule(draft, { rule: 'without_baseline', role: 'viewer', is: true });
    const scheme = compile(JSON.parse(JSON.stringify(draft.declaration)));
    expect(scheme.forbidden.filter(Boolean)).toHaveLength(1);
    expect(scheme.roleByKey.get('service')?.maxHolders).toBe(2);
    draft = setRule(draft, { rule: 'max_holders', role: 'service', is: null });
    draft = setRule(draft, { rule: 'removes', is: null });
    expect(draft.declaration).not.toHaveProperty('removes');
    expect(refusalOf(() => setRule(draft, { rule: 'requires', role: 'viewer', is: ['nobody'] }))).toBe(
      'unknown_role',
    );
  });

  test('switching proposes the keystone for the keystone and no role by which anybody gains if there is one', () => {
    expect(proposeMapping(presets.company, presets.cabinet, false)).toEqual({
      owner: 'owner',
      administrator: 'editor',
      manager: 'editor',
      designer: 'observer',
    });
    expect(proposeMapping(presets.cabinet, presets.platform, false)).toMatchObject({ owner: 'admin' });
    const [owner] = presets.company.declaration.roles;
    if (owner === undefined) throw new Error('the company has an owner');
    const alone = compile({ ...presets.company.declaration, roles: [owner] });
    expect(proposeMapping(presets.company, alone, false)).toEqual({ owner: 'owner' });
  });

  test('switching between any two schemes proposes no role by which anybody but the owner gains', () => {
    for (const before of Object.values(presets)) {
      for (const after of Object.values(presets)) {
        const gaining = Object.entries(proposeMapping(before, after, false)).filter(
          ([from, to]) =>
            from !== before.ownerRole.key &&
            diff(rightsOf(before, [from]), rightsOf(after, [to])).gained.length > 0,
        );
        expect(gaining).toEqual([]);
      }
    }
  });
});
