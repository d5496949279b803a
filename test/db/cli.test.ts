import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SchemeDeclaration } from '../../src/access/define-scheme.ts';
import { readArguments, UsageError } from '../../src/app/cli/arguments.ts';
import { exportScheme } from '../../src/app/cli/export-scheme.ts';
import { importScheme } from '../../src/app/cli/import-scheme.ts';
import { readSchemeFile } from '../../src/app/cli/read-scheme-file.ts';
import { refusalText } from '../../src/app/cli/refusal-text.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Founded, found, join as joinWorkspace } from '../support/decision-api.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const TODO = fileURLToPath(new URL('../fixtures/authzen/todo-scheme.json', import.meta.url));

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

let database: TestDatabase;
let acme: Founded;
let home: string;
beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(join(tmpdir(), 'castellan-cli-'));
  acme = await found(database.pool, 'company', 'owner');
  await joinWorkspace(database.pool, acme, 'designer');
  await joinWorkspace(database.pool, acme, 'designer');
});
afterAll(async () => {
  await database.close();
  await rm(home, { recursive: true, force: true });
});

/** Runs the command in an environment of its own. */
function castellan(args: readonly string[], settings: Record<string, string> = {}, input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', CLI, ...args],
      { env: { ...process.env, DATABASE_URL: database.url, ...settings } },
      (error, out, err) => resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
}

const todo: SchemeDeclaration = JSON.parse(readFileSync(TODO, 'utf8'));
/** Far more than are told. */
const rooms = Array.from({ length: 1_000 }, (_, number) => `room_${number}`);
const atOnce = { dryRun: false, now: () => new Date() };

const schemeOf = async (): Promise<string> => {
  const { rows } = await database.pool.query<{ scheme: string }>(
    'select scheme from workspaces where id = $1',
    [acme.workspaceId],
  );
  return rows[0]?.scheme ?? '';
};

describe('castellan scheme', () => {
  test('a dry run shows who gains and loses what; the import does it, audited, and once', async () => {
    const order = ['scheme', 'import', TODO, '--workspace', 'ACME', '--map', 'designer=viewer'];
    const dry = await castellan([...order, '--dry-run']);
    expect(dry).toMatchObject({ status: 0, err: '' });
    expect(dry.out).toMatch(
      /designer → viewer \(2 holders\)\n {4}gains user\.can_read_user, todo\.can_read_todos\n {4}loses /,
    );
    expect(dry.out).toMatch(/People: 3 gain, 2 lose/);
    expect(dry.out).toMatch(/Nothing was changed/);
    expect(await schemeOf()).toBe('company');

    const done = await castellan(order);
    expect(done).toMatchObject({ status: 0, err: '' });
    expect(done.out).toMatch(/Acme has the scheme now, as version 1\.\n$/);
    expect(await schemeOf()).toBe(`custom:${acme.workspaceId}:1`);
    const { rows } = await database.pool.query(
      `select role, count(*)::int from membership_roles where workspace_id = $1 group by 1 order by 1`,
      [acme.workspaceId],
    );
    expect(rows).toEqual([
      { role: 'owner', count: 1 },
      { role: 'viewer', count: 2 },
    ]);
    const audited = await database.pool.query(
      `select detail from audit_events where action = 'scheme.changed'`,
    );
    expect(audited.rows).toHaveLength(1);
    const again = await importScheme(database, { id: acme.workspaceId }, todo, {}, atOnce);
    expect(again).toMatchObject({ outcome: 'same', version: 1 });
  });

  test('what is exported can be imported, from standard input too, and so can a former version', async () => {
    const exported = await castellan(['scheme', 'export', '--workspace', 'Acme', '--version', '0']);
    expect(JSON.parse(exported.out)).toMatchObject({ key: 'own', titlesFrom: 'company' });
    const back = await castellan(
      ['scheme', 'import', '-', '--workspace', 'Acme', '--map', 'viewer=designer'],
      {},
      exported.out,
    );
    expect(back).toMatchObject({ status: 0, err: '' });
    const workspace = { id: acme.workspaceId, name: 'Acme' };
    expect(await exportScheme(database, workspace, null)).toEqual(JSON.parse(exported.out));
    expect(await exportScheme(database, workspace, 1)).toEqual({ ...todo, key: 'own' });
    await expect(exportScheme(database, workspace, 9)).rejects.toThrow(/no version 9/);
  });

  test('a faulty file is answered with every fault and its place, and nothing is changed', async () => {
    const before = await schemeOf();
    const scheme = JSON.parse(readFileSync(TODO, 'utf8'));
    scheme.roles[1].can = { todo: ['can_eat_todo'], kitchen: 'all' };
    scheme.roles[4].requires = ['nobody'];
    scheme.colour = 'red';
    const file = join(home, 'faulty.json');
    await writeFile(file, JSON.stringify(scheme));
    const { status, err } = await castellan(['scheme', 'import', file, '--workspace', 'Acme']);
    expect(status).toBe(3);
    expect(err).toMatch(
      /roles\[1\]\.can\.todo\[0\]: can_eat_todo is no action on todo; there are can_read_todos/,
    );
    expect(err).toMatch(/roles\[1\]\.can\.kitchen: is no resource/);
    expect(err).toMatch(/colour/);
    expect(err).not.toMatch(/ {4}at /);
    expect(await schemeOf()).toBe(before);
  });

  test('what is no JSON in UTF-8, too large or not there is told with its name', async () => {
    const told = async (content: string | Buffer): Promise<unknown> => {
      const file = join(home, 'strange.json');
      await writeFile(file, content);
      return readSchemeFile(file).catch((error: Error) => error.message.replace(home, ''));
    };
    expect(await told('\uFEFF{"key":"shop"}')).toEqual({ key: 'shop' });
    expect(await told(Buffer.from('{"title":"\xcc\xe0\xe3"}', 'latin1'))).toBe(
      '/strange.json is no text in UTF-8.',
    );
    expect(await told(Buffer.from('{}', 'utf16le'))).toMatch(/^\/strange\.json is no JSON: /);
    expect(await told('')).toMatch(/^\/strange\.json is no JSON: /);
    expect(await told(Buffer.alloc(5_000_001))).toBe('/strange.json is larger than 5 MB.');
    await expect(readSchemeFile(join(home, 'none.json'))).rejects.toThrow(
      /none\.json cannot be read: ENOENT/,
    );
    await expect(readSchemeFile(home)).rejects.toThrow(/cannot be read: EISDIR/);
  });

  test('of very many faults some are told, and how many there are', async () => {
    const resources = Object.fromEntries(rooms.map((name) => [name, { '1': { '': true } }]));
    const file = JSON.stringify({ ...todo, entities: { ...todo.entities, resources } });
    const { status, err } = await castellan(['scheme', 'import', '-', '--workspace', 'Acme'], {}, file);
    expect([status, err.split('\n').length]).toEqual([3, 53]);
    expect(err).toMatch(/^ {2}and 950 faults more$/m);
  });

  test('people whom a scheme has no room for are told of', async () => {
    const workspace = { id: acme.workspaceId, name: 'Acme' };
    const { roles, ...rest } = await exportScheme(database, workspace, null);
    const narrow = {
      ...rest,
      roles: roles.map((role) => (role.key === 'designer' ? { ...role, maxHolders: 1 } : role)),
    };
    const refusalOf = (mapping: Record<string, string>) =>
      importScheme(database, workspace, narrow, mapping, atOnce).catch((error) => refusalText(error));
    expect(await refusalOf({})).toBe('More members would hold designer than the file allows.');
    expect(await refusalOf({ designer: 'cook' })).toBe('The file has no role cook.');
    await expect(importScheme(database, workspace, narrow, { cook: 'designer' }, atOnce)).rejects.toThrow(
      'No role cook is in force, so none can take its place; there are owner, administrator, manager, designer.',
    );
    expect(await refusalOf({ owner: 'manager' })).toMatch(/^The keystone role owner must become/);
    const [owner, manager] = narrow.roles;
    if (owner === undefined || manager === undefined) throw new Error('there are four roles');
    const generous = { ...narrow, roles: [owner, { ...manager, key: 'everybody' }] };
    const refusal = await importScheme(database, workspace, generous, {}, atOnce).catch(refusalText);
    expect(refusal).toBe(
      '2 people hold or are offered designer, which no role takes the place of. Say which: --map designer=<role>.',
    );
  });

  test('wrong arguments are told apart from what is not possible, without a stack', async () => {
    const wrong = [
      ['scheme', 'burn'],
      ['scheme', 'import', TODO],
      ['scheme', 'import', '--workspace', 'Acme'],
      ['scheme', 'import', TODO, '--workspace', 'Acme', '--map', 'a'],
      ['scheme', 'export', 'x.json', '--workspace', 'Acme'],
      ['scheme', 'export', '--workspace', 'Acme', '--version', 'one'],
      ['scheme', 'export', '--workspace', 'Acme', '--colour', 'red'],
    ];
    for (const args of wrong) expect(() => readArguments(args), args.join(' ')).toThrow(UsageError);
    expect(readArguments([])).toEqual({ kind: 'help' });
    const [usage, missing] = await Promise.all([
      castellan(['scheme', 'burn']),
      castellan(['scheme', 'import', '-', '--workspace', 'Acme'], {}, 'no json'),
    ]);
    expect([usage.status, missing.status]).toEqual([2, 3]);
    expect(usage.err + missing.err).not.toMatch(/ {4}at /);
  });

  test('it works on the embedded database as well', async () => {
    const settings = { DATABASE_URL: '', DATA_DIR: join(home, 'data') };
    const { status, err } = await castellan(['scheme', 'export', '--workspace', 'Acme'], settings);
    expect([status, err]).toEqual([1, 'There is no workspace "Acme".\n']);
  });
});
