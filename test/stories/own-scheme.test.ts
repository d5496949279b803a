import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presets } from '../../src/access/presets.ts';
import { addRole } from '../../src/features/schemes/add-role.ts';
import { draftOf } from '../../src/features/schemes/draft.ts';
import { setRight } from '../../src/features/schemes/toggle-right.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Founded } from '../support/decision-api.ts';
import { giveScheme } from '../support/own-scheme.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The workspace of this name, as tests without a chat know it. */
async function workspaceCalled(name: string): Promise<Founded> {
  const { rows } = await app.app.database.pool.query(
    `select w.id, m.person_id, m.id as membership_id from workspaces w
       join memberships m on m.workspace_id = w.id where w.name = $1 order by m.joined_at limit 1`,
    [name],
  );
  const founder = { personId: rows[0].person_id, membershipId: rows[0].membership_id, account: '' };
  return { workspaceId: rows[0].id, scheme: 'cabinet', founder };
}

describe('a workspace with roles of its own', () => {
  test('is run by them: they have the titles people gave, are given by them and decide', async () => {
    const olga = app.person('Olga', { language: 'ru' });
    const pavel = app.person('Pavel');
    await pavel.says('/start');
    await olga.says('/new Теремок cabinet');
    const { draft } = addRole(draftOf(presets.cabinet), {
      copyOf: 'editor',
      title: 'Ночной <b>дежурный</b> [b]',
    });
    const own = setRight(draft, 'editor_2', 'member.view', 'yes').declaration;
    await giveScheme(app.app.database.pool, await workspaceCalled('Теремок'), own);

    await olga.says('/roles');
    olga.sees('Ночной <b>дежурный</b> [b]');
    olga.sees('Наблюдатель');
    await olga.says('/invite @pavel "Ночной <b>дежурный</b> [b]"');
    await olga.says('/invite @pavel editor_2');
    await pavel.presses('Accept');
    await pavel.says('/members');
    pavel.sees('Olga');
    await pavel.says('/audit');
    pavel.sees(/Owner/);
    await olga.says('/audit');
    olga.sees(/изменена схема ролей, версия 1/);
  });

  test('can be founded again: its head copies its roles into a new one, nobody else does', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris');
    await boris.says('/start');
    await anna.says('/new Nest cabinet');
    const { draft } = addRole(draftOf(presets.cabinet), { copyOf: 'editor', title: 'Bird' });
    const entities = { subjects: { user: { '1': { roles: ['editor'] } } } };
    await giveScheme(app.app.database.pool, await workspaceCalled('Nest'), {
      ...draft.declaration,
      entities,
    });
    await anna.says('/invite @boris editor');
    await boris.presses('Accept');
    await boris.says('/new Hole');
    boris.seesNoButton('As in Nest');

    await anna.says('/new Second nest');
    await anna.presses('As in Nest');
    anna.sees(/Second nest/);
    anna.sees(/Owner/);
    await anna.says('/roles');
    anna.sees('Bird');
    const { workspaceId } = await workspaceCalled('Second nest');
    const { rows } = await app.app.database.pool.query(
      'select version, declaration from scheme_versions where workspace_id = $1',
      [workspaceId],
    );
    expect(rows).toEqual([{ version: 1, declaration: { ...draft.declaration, key: 'own' } }]);
    await boris.presses('Cabinet');
    await boris.says('/roles');
    boris.sees(/Observer/);
  });

  test('is known to whoever is asked in from another workspace, also where no update has met it before', async () => {
    const vera = app.person('Vera');
    const ivan = app.person('Ivan');
    await ivan.says('/new Elsewhere company');
    await vera.says('/new Warren company');
    await vera.says('/invite @ivan designer');
    const own = setRight(draftOf(presets.company), 'designer', 'audit.view', 'yes').declaration;
    await giveScheme(app.app.database.pool, await workspaceCalled('Warren'), own);

    await ivan.presses('Accept');
    ivan.sees(/Warren/);
    await ivan.says('/audit');
    ivan.sees(/Ivan/);
  });

  test('costs one statement more at its first use in a process, and none after that', async () => {
    const rosa = app.person('Rosa');
    await rosa.says('/new Burrow company');
    const own = setRight(draftOf(presets.company), 'designer', 'report.view', 'yes').declaration;
    await giveScheme(app.app.database.pool, await workspaceCalled('Burrow'), own);
    const { pool } = app.app.database;
    const original = pool.query;
    const seen: string[] = [];
    const counting = (...args: readonly unknown[]): unknown => {
      const [asked] = args as readonly [string | { name?: string; text: string }];
      seen.push(typeof asked === 'string' ? asked : (asked.name ?? asked.text));
      return Reflect.apply(original, pool, args);
    };
    pool.query = counting as typeof original;
    try {
      await rosa.says('/members');
      const first = seen.splice(0).filter((name) => name !== 'outbox-delete');
      await rosa.says('/members');
      const second = seen.splice(0).filter((name) => name !== 'outbox-delete');
      expect(first.filter((name) => name === 'scheme-version')).toHaveLength(1);
      expect(first).toHaveLength(4);
      expect(second).toHaveLength(3);
    } finally {
      pool.query = original;
    }
  });
});
