import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';
import { isAlive } from '../../src/postgres/embedded-process.ts';
import { migrate } from '../../src/postgres/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test databases are made, and the migrated one that they are copies of. */
    postgres: { url: string; template: string };
  }
}

const clusters = join(tmpdir(), `castellan-test-${process.getuid?.() ?? 0}`);

/** A server with the template in it, and how many projects of the run use it. */
interface Shared {
  users: number;
  readonly started: Promise<{ url: string; template: string; stop: () => Promise<void> }>;
}

/** Each project of a run loads this file anew, so the server that they share is kept outside of it. */
const testRun = globalThis as { castellanTestPostgres?: Shared };

/**
 * Once for a whole run, whatever projects it has: a Postgres (that of TEST_DATABASE_URL, else an embedded one) and
 * in it a template with all migrations applied.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  testRun.castellanTestPostgres ??= { users: 0, started: start() };
  const shared = testRun.castellanTestPostgres;
  shared.users++;
  const { url, template, stop } = await shared.started;
  project.provide('postgres', { url, template });
  return async () => {
    shared.users--;
    if (shared.users === 0) await stop();
  };
}

async function start(): Promise<{ url: string; template: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { url: given, stop: async () => undefined } : await startOwn();
  const template = `castellan_template_${process.pid}`;
  await run(server.url, `drop database if exists ${template} with (force)`);
  await run(server.url, `create database ${template}`);
  await migrate(databaseUrl(server.url, template));
  const stop = async (): Promise<void> => {
    await run(server.url, `drop database ${template} with (force)`);
    await server.stop();
    if (!given) await rm(join(clusters, String(process.pid)), { recursive: true, force: true });
  };
  return { url: server.url, template, stop };
}

async function startOwn() {
  await mkdir(clusters, { recursive: true, mode: 0o755 });
  await removeLeftovers();
  // Tests make roles, which only the superuser can; a server of ours lets nobody else in than its one role.
  const access = join(clusters, 'pg_hba.conf');
  await writeFile(access, 'local all all trust\n', { mode: 0o644 });
  // Nothing here has to outlive a power cut.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // Its workers belong to the superuser, and a database that one of them is in cannot be dropped.
    autovacuum: 'off',
    max_connections: '200',
    hba_file: access,
  };
  const dataDir = join(clusters, String(process.pid));
  return startEmbeddedPostgres({ dataDir, settings, log: () => undefined });
}

/** Runs that were killed could neither stop their servers nor remove their clusters. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(clusters)) {
    if (!/^\d+$/.test(name) || isAlive(Number(name))) continue;
    const dataDir = join(clusters, name);
    const leftover = await startEmbeddedPostgres({ dataDir, log: () => undefined }).catch(() => undefined);
    await leftover?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The same address for another role. */
export function urlFor(url: string, role: string, password = ''): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1${role}:${password}@`);
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const [base = '', parameters] = url.split('?');
  const server = base.slice(0, base.lastIndexOf('/'));
  return `${server}/${database}${parameters === undefined ? '' : `?${parameters}`}`;
}
