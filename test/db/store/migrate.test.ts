import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from '../../../src/postgres/migrate.ts';
import { type Migration, readMigrations } from '../../../src/postgres/migrations.ts';
import { databaseUrl } from '../../support/start-postgres.ts';

const { url: server } = inject('postgres');
let url: string;
let client: Client;

/** An empty database for each test: what is migrated here is not always ours. */
beforeEach(async () => {
  const name = `castellan_test_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`).finally(() => admin.end());
  url = databaseUrl(server, name);
  client = new Client({ connectionString: url });
  await client.connect();
});

afterEach(async () => {
  const { rows } = await client.query('select current_database() as name');
  await client.end();
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`drop database ${rows[0].name} with (force)`).finally(() => admin.end());
});

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function books() {
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished, applied_steps_count as steps
       from _prisma_migrations order by started_at`,
  );
  return rows;
}

const first = migration('20260101000000_first', 'create table first (n int primary key);');
const second = migration('20260102000000_second', 'alter table first add column name text;');

test('an empty database gets every migration of the repository, once, in the books of "prisma migrate deploy"', async () => {
  const ours = await readMigrations();
  expect(ours.length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual(ours.map(({ name }) => name));
  expect(await books()).toEqual(
    ours.map(({ name, checksum }) => ({ name, checksum, finished: true, steps: 1 })),
  );
  expect(await migrate(url)).toEqual([]);
});

test('a database one migration behind gets just that one', async () => {
  expect(await migrate(url, [first])).toEqual([first.name]);
  expect(await migrate(url, [first, second])).toEqual([second.name]);
  expect(await books()).toHaveLength(2);
});

test('a database one migration ahead is let be: a newer version runs beside this one', async () => {
  await migrate(url, [first, second]);
  expect(await migrate(url, [first])).toEqual([]);
});

test('a function keeps its body, semicolons and all', async () => {
  const body = `create function answer() returns int language plpgsql as $$ begin perform 1; return 42; end $$;
    -- a comment; with one
    create table said (what text default 'a;b');`;
  await migrate(url, [migration('1_function', body)]);
  expect((await client.query('select answer()')).rows).toEqual([{ answer: 42 }]);
});

test('four processes that start at once apply each migration once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, [first, second])));
  expect(applied.flat().sort()).toEqual([first.name, second.name]);
});

test('a migration that fails is named with the reason and leaves nothing; corrected, it is applied', async () => {
  const broken = migration(
    '20260102000000_second',
    "create table half (n int); insert into half values ('x');",
  );
  await expect(migrate(url, [first, broken])).rejects.toThrow(
    /20260102000000_second failed, and nothing of it was kept\..*invalid input syntax for type integer: "x"/,
  );
  expect(await books()).toHaveLength(1);
  expect((await client.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
  expect(await migrate(url, [first, second])).toEqual([second.name]);
});

test('a migration edited after it was applied is refused by name', async () => {
  await migrate(url, [first]);
  const edited = migration(first.name, `${first.sql} -- better`);
  await expect(migrate(url, [edited, second])).rejects.toThrow(
    `The migration ${first.name} was edited after it had been applied`,
  );
  expect(await books()).toHaveLength(1);
});

test("somebody else's database is left alone", async () => {
  await client.query('create table theirs (n int)');
  await expect(migrate(url, [first])).rejects.toThrow('Give Castellan a database of its own');
  expect((await client.query("select to_regclass('first') as first")).rows).toEqual([{ first: null }]);
});

test('a half-done migration in the books, as "prisma migrate" leaves it, is reported', async () => {
  await migrate(url, [first]);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, logs) values ('x', '', 'theirs', 'out of disk')`,
  );
  await expect(migrate(url, [first])).rejects.toThrow(/theirs .*did not finish \(out of disk\)/);
});
