import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../dev/emulators/telegram/emulator.ts';
import { type App, type AppOptions, startApp } from '../../../src/app/app.ts';
import { startEmbeddedPostgres } from '../../../src/postgres/embedded-postgres.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createLogBook } from '../../support/log-book.ts';
import { cutOff } from '../../support/outage.ts';
import { databaseUrl } from '../../support/start-postgres.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

let telegram: TelegramEmulator;
let database: TestDatabase;
let started: App[] = [];
let log = createLogBook();

beforeEach(async () => {
  telegram = await startTelegramEmulator();
  database = await createTestDatabase();
  log = createLogBook();
});

afterEach(async () => {
  await Promise.all(started.map((app) => app.close()));
  started = [];
  await telegram.close();
  await database.close();
});

async function start(options: Partial<AppOptions> = {}): Promise<App> {
  const app = await startApp({
    databaseUrl: database.url,
    appSecret: 'test-secret-test-secret-test-secret-0123',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    defaultLocale: 'en',
    telegram: { token: telegram.bot.token, mode: 'webhook', webhookSecret: 'hook', apiRoot: telegram.url },
    log: pino({ level: 'warn' }, log),
    poolSize: 3,
    ...options,
  });
  started.push(app);
  return app;
}

async function readiness(app: App): Promise<{ status: number; degraded: readonly string[] }> {
  const answer = await fetch(`${app.url}/readyz`);
  const { degraded } = (await answer.json()) as { degraded: readonly string[] };
  return { status: answer.status, degraded };
}

const isWell = (app: App): Promise<void> =>
  vi.waitFor(async () => expect(await readiness(app)).toEqual({ status: 200, degraded: [] }), PATIENCE);

/** Names of the jobs that wait for their time. */
async function queued(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ key: string }>('select key from graphile_worker.jobs where key is not null order by key')
    .finally(() => client.end());
  return rows.map(({ key }) => key);
}

describe('work beside the updates that fails', { timeout: 120_000 }, () => {
  test('while the database is away it is told, and goes on when that is back', async () => {
    const app = await start();
    await isWell(app);
    const restore = await cutOff(database);
    await vi.waitFor(async () => {
      const { status, degraded } = await readiness(app);
      expect(status).toBe(503);
      expect(degraded).toContainEqual(expect.stringMatching(/^database: database away since /));
      expect(degraded).toContainEqual(expect.stringMatching(/^jobs: database away since /));
    }, PATIENCE);
    await restore();
    await isWell(app);
    await log.says(/jobs works again/);
  });

  test('a first sweep that is cut off does not end the process and is made again', async () => {
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin; lock table outbox');
    const app = await start({ jobs: false });
    await vi.waitFor(async () => {
      const { rowCount } = await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rowCount).toBeGreaterThan(0);
    }, PATIENCE);
    await vi.waitFor(async () => {
      expect((await readiness(app)).degraded).toContainEqual(expect.stringMatching(/^outbox: /));
    }, PATIENCE);
    await holder.query('rollback');
    await holder.end();
    await isWell(app);
  });
});

test('ten processes that start at once on an empty database serve, and all have jobs', {
  timeout: 120_000,
}, async () => {
  const { url: server } = inject('postgres');
  const name = `castellan_test_empty_${process.pid}`;
  const maker = new Client({ connectionString: server });
  await maker.connect();
  await maker.query(`create database ${name}`);
  try {
    const url = databaseUrl(server, name);
    const apps = await Promise.all(Array.from({ length: 10 }, () => start({ databaseUrl: url })));
    for (const app of apps) await isWell(app);
    await vi.waitFor(
      async () => expect(await queued(url)).toEqual(['seal', 'sweep', 'tick', 'tidy']),
      PATIENCE,
    );
    await vi.waitFor(async () => {
      const { rows } = await maker.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = $1 and query like 'LISTEN%'`,
        [name],
      );
      expect(rows[0]?.n).toBe(10);
    }, PATIENCE);
    expect(log.lines.filter((line) => line.includes('"part":"jobs"'))).toEqual([]);
  } finally {
    await Promise.all(started.splice(0).map((app) => app.close()));
    await maker.query(`drop database ${name} with (force)`);
    await maker.end();
  }
});

/** A process and all that it has started. */
async function familyOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }),
  );
  return [parent, ...pids.filter((_, place) => parents[place] === parent)];
}

test('a server that hangs is noticed within 2 s, and answers again when it goes on', {
  timeout: 120_000,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), 'castellan-hang-'));
  const dataDir = join(home, 'data');
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const [postmaster = ''] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  let family: number[] = [];
  try {
    const limits = { connectMs: 1_000, statementMs: 1_000, idleTransactionMs: 5_000 };
    const app = await start({ databaseUrl: server.url, databaseLimits: limits, jobs: false });
    await isWell(app);
    family = await familyOf(Number(postmaster));
    for (const pid of family) process.kill(pid, 'SIGSTOP');
    const askedAt = performance.now();
    expect((await readiness(app)).status).toBe(503);
    expect(performance.now() - askedAt).toBeLessThan(2_000);

    const decision = await fetch(`${app.url}/access/v1/evaluation`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ck_${'a'.repeat(16)}_${'b'.repeat(43)}`,
        'content-type': 'application/json',
      },
      body: '{}',
    });
    const page = await fetch(`${app.url}/i/${'a'.repeat(24)}`);
    expect([decision.status, page.status]).toEqual([503, 503]);
    expect([decision.headers.get('retry-after'), page.headers.get('retry-after')]).toEqual(['5', '5']);

    for (const pid of family) process.kill(pid, 'SIGCONT');
    family = [];
    await isWell(app);
  } finally {
    for (const pid of family) process.kill(pid, 'SIGCONT');
    await Promise.all(started.splice(0).map((app) => app.close()));
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
});
