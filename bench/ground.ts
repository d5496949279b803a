import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { migrate } from '../src/postgres/migrate.ts';
import { type Contestant, startContestant } from './contestant.ts';
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api.ts';

/** What all figures stand on: one Postgres with its production settings, one fake Bot API, a folder to work in. */
export interface Ground {
  readonly databaseUrl: string;
  readonly pool: Pool;
  readonly api: FakeBotApi;
  /** Removed at the end. */
  readonly folder: string;
  /** Share of the usual number of updates to measure, 0–1. */
  readonly scale: number;
  startOurs(nodeOptions?: readonly string[]): Promise<Contestant>;
  /** The same from its source files, through tsx. */
  startSource(): Promise<Contestant>;
  startBare(): Promise<Contestant>;
  startPrisma(): Promise<Contestant>;
  close(): Promise<void>;
}

export const WEBHOOK_SECRET = 'bench-webhook-secret';
export const APP_SECRET = 'bench-app-secret-bench-app-secret-0123456789';

/** Starts it; a new cluster, a new database with all migrations. */
export async function startGround(scale: number): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'castellan-bench-'));
  // The server may run as another user, who has to get through.
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'measured'),
    log: () => undefined,
  });
  const [base = '', parameters = ''] = postgres.url.split('?');
  const databaseUrl = `${base.slice(0, base.lastIndexOf('/'))}/bench?${parameters}`;
  const maker = new Client({ connectionString: postgres.url });
  await maker.connect();
  await maker.query('create database bench');
  await maker.end();
  await migrate(databaseUrl);
  const pool = new Pool({ connectionString: databaseUrl, max: 8 });
  pool.on('error', () => undefined);
  const api = await startFakeBotApi();
  const telegram = telegramSettings(api);
  const castellan = {
    name: 'castellan',
    webhookPath: '/webhooks/telegram',
    env: { ...telegram, DATABASE_URL: databaseUrl, APP_SECRET },
  };
  return {
    databaseUrl,
    pool,
    api,
    folder,
    scale,
    startOurs: (nodeOptions = []) => startContestant({ ...castellan, entry: 'src/main.js', nodeOptions }),
    startSource: () => startContestant({ ...castellan, entry: 'src/main.ts' }),
    startBare: () =>
      startContestant({
        name: 'bare grammY',
        entry: 'bench/bench/baselines/bare-grammy.js',
        webhookPath: '/',
        env: telegram,
      }),
    startPrisma: () =>
      startContestant({
        name: 'grammY + Prisma',
        entry: 'bench/bench/baselines/grammy-prisma.js',
        webhookPath: '/',
        env: { ...telegram, DATABASE_URL: databaseUrl },
      }),
    async close() {
      await api.close();
      await pool.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Settings that every contestant is given. */
export function telegramSettings(api: FakeBotApi): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: '7000000001:AABenchBenchBenchBenchBenchBenchBen',
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  };
}
