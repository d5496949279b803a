import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import { presets } from '../../../../src/access/presets.ts';
import { nameOfVersion } from '../../../../src/domain/scheme-ref.ts';
import { visibleName } from '../../../../src/domain/visible-name.ts';
import { bindGroup } from '../../../../src/features/workspaces/bind.ts';
import { createWorkspace } from '../../../../src/features/workspaces/create.ts';
import { renameWorkspace } from '../../../../src/features/workspaces/rename.ts';
import {
  actorWith,
  idOf,
  kindsOf,
  NOW,
  presetNamed,
  refusalOf,
  workspaceOf,
} from '../../../support/builders.ts';

const owner = actorWith(['owner']);
const designer = actorWith(['designer']);

describe('a name', () => {
  test('is one visible line of at most 64 characters', () => {
    expect(visibleName('  Acme\n  &  Co ')).toBe('Acme & Co');
    expect(visibleName('👩‍👩‍👧'.repeat(16))).toHaveLength(128);
    for (const typed of ['', ' ', '\u200b', 'x'.repeat(65), 'e\u0301\u0301\u0301'.repeat(40)])
      expect(
        refusalOf(() => visibleName(typed)),
        typed,
      ).toBe('workspace_name');
  });
});

describe('a new workspace', () => {
  const command = {
    person: { id: idOf('Anna'), name: 'Anna' },
    name: 'Acme',
    scheme: presets.company,
    owned: 0,
    workspaceId: idOf('new workspace'),
    membershipId: idOf('new membership'),
  };

  test('has its creator at the head, alone where the scheme has one owner', () => {
    const [created] = createWorkspace(command).changes;
    expect(created).toMatchObject({ scheme: 'company', roles: [{ role: 'owner', sole: true, until: null }] });
    const [shared] = createWorkspace({ ...command, scheme: presets.platform }).changes;
    expect(shared).toMatchObject({ roles: [{ role: 'admin', sole: false, until: null }] });
  });

  test('copies another workspace’s own scheme as its first version', () => {
    const key = nameOfVersion({ workspaceId: idOf('another'), version: 4 });
    const scheme = compile({ ...presets.company.declaration, key });
    const [created] = createWorkspace({ ...command, scheme }).changes;
    expect(created).toMatchObject({
      scheme: nameOfVersion({ workspaceId: idOf('new workspace'), version: 1 }),
      own: { key: 'own' },
    });
  });

  test('is refused without a name, and to a person who has a hundred', () => {
    expect(refusalOf(() => createWorkspace({ ...command, name: '' }))).toBe('workspace_name');
    expect(refusalOf(() => createWorkspace({ ...command, owned: 100 }))).toBe('too_many_workspaces');
  });
});

describe('renaming', () => {
  test('gives another name', () => {
    const { name, changes } = renameWorkspace(owner, presets.company, ' Globex ', NOW);
    expect(name).toBe('Globex');
    expect(changes.at(-1)).toMatchObject({ kind: 'workspace.renamed', from: 'Acme', to: 'Globex' });
  });

  test('is refused without the right, without a name and for the same name', () => {
    const rename = (actor: typeof owner, typed: string) =>
      refusalOf(() => renameWorkspace(actor, presets.company, typed, NOW));
    expect(rename(designer, 'Globex')).toBe('no_role_allows');
    expect(rename(owner, ' ')).toBe('workspace_name');
    expect(rename(owner, 'Acme')).toBe('workspace_name_same');
  });
});

describe('binding a group', () => {
  const group = { messenger: 'telegram', chatId: '-1', title: 'Team', workspaceId: null };
  const other = workspaceOf({ id: idOf('other workspace') });
  const bind = (actor: typeof owner, holder: typeof owner | null, workspaceId: string | null) =>
    bindGroup(actor, holder, { ...group, workspaceId }, presetNamed, NOW);

  test('takes a free group, and one from another workspace with the same right there', () => {
    expect(kindsOf(bind(owner, null, null))).toEqual(['guard.membership', 'group.bound']);
    const holder = actorWith(['owner'], { workspace: other });
    expect(kindsOf(bind(owner, holder, other.id))).toEqual(['guard.membership', 'group.bound']);
  });

  test('is refused without the right here or there, and where nothing would change', () => {
    expect(refusalOf(() => bind(designer, null, null))).toBe('no_role_allows');
    expect(refusalOf(() => bind(owner, null, owner.workspace.id))).toBe('nothing_changed');
    expect(refusalOf(() => bind(owner, null, other.id))).toBe('group_bound_elsewhere');
    const designerThere = actorWith(['designer'], { workspace: other });
    expect(refusalOf(() => bind(owner, designerThere, other.id))).toBe('no_role_allows');
  });
});
