import { once, setMaxListeners } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { startTelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';
import { loadPassword } from '../../src/postgres/embedded-password.ts';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';
import { LEASE_MS } from '../../src/store/lease.ts';
import { type BotProcess, type Program, startBot } from './bot-process.ts';
import { checkStore } from './checks.ts';
import { compareDeliveries, type Deliveries, keepLedger } from './ledger.ts';
import { createRandom } from './random.ts';
import { type Extent, playTeam, type Team } from './team.ts';

export interface KillStoryOptions {
  readonly kills: number;
  readonly program: Program;
  readonly mode: 'webhook' | 'polling';
  /** Teams that act at the same time. */
  readonly teams: number;
  readonly extent: Extent;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Breaks the run off, and leaves nothing of it behind. */
  readonly signal: AbortSignal;
}

export interface KillStoryReport {
  readonly kills: number;
  /** Of these, kills of a process that did not listen yet. */
  readonly killsAtStart: number;
  readonly teams: number;
  /** Audit events that the finished stories had to leave, all of them checked. */
  readonly effects: number;
  readonly deliveries: Deliveries;
  /** Rows that a killed process had in its hands, over all kills: the only ones that may be sent twice. */
  readonly inFlight: number;
  /** Everything that is not as it must be; empty when all is well. */
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/** The share of kills that hit a process while it starts. */
const AT_START = 0.15;
/** A process that listens lives up to so long; on a slow machine, up to as long as it takes to start. */
const MAX_LIFE_MS = 600;
const SETTLE_MS = 120_000;

/** Lets teams act while the bot is killed and started again, and then looks whether anything is lost or doubled. */
export async function runKillStory(options: KillStoryOptions): Promise<KillStoryReport> {
  const { program, mode, say } = options;
  const started = performance.now();
  const random = createRandom(options.seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'kill-story-'));
  // As root the database server runs as another user, who has to get in.
  await chmod(dataDir, 0o711);
  const telegram = await startTelegramEmulator({
    retryDelayMs: () => 40,
    keepCalls: 10_000_000,
    keepMessages: 80,
  });
  const port = String(await freePort());
  const settings = {
    DATA_DIR: dataDir,
    PORT: port,
    TELEGRAM_BOT_TOKEN: telegram.bot.token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_MODE: mode,
    ...(mode === 'webhook' && { PUBLIC_URL: `http://127.0.0.1:${port}` }),
  };
  let born = Date.now();
  let bot: BotProcess = startBot(program, dataDir, settings);
  const pool = new Pool({
    connectionString: `postgresql://castellan:${await loadPassword(dataDir)}@/castellan?host=${encodeURIComponent(join(dataDir, 'socket'))}`,
    max: 2,
  });
  pool.on('error', () => undefined);
  const stopping = new AbortController();
  // Everybody of every team waits with it.
  setMaxListeners(0, stopping.signal);
  const teams: Team[] = [];
  const wrong: string[] = [];
  const complaints: string[] = [];
  try {
    await bot.listening;
    await keepLedger(pool);
    say(`The bot runs (${program}, ${mode}), ${options.teams} teams act, seed ${options.seed}.`);

    let over = false;
    const playing = Array.from({ length: options.teams }, async () => {
      while (!over) {
        const number = teams.length + 1;
        const team: Team = { number, name: `Team ${number}`, audit: [], members: new Set(), finished: false };
        teams.push(team);
        try {
          await playTeam(telegram.control, team, options.extent, random, stopping.signal);
        } catch (error) {
          const fault = `team ${team.number}: ${error instanceof Error ? error.message : String(error)}`;
          if (!stopping.signal.aborted) say(`✗ ${fault}`);
          wrong.push(fault);
          return;
        }
      }
    });

    let inFlight = 0;
    let killsAtStart = 0;
    let startMs = MAX_LIFE_MS;
    for (let kill = 1; kill <= options.kills; kill++) {
      const atStart = random() < AT_START;
      if (atStart) killsAtStart++;
      else {
        await bot.listening;
        if (kill > 1) startMs = Date.now() - born;
      }
      options.signal.throwIfAborted();
      await delay(random() * (atStart ? startMs : Math.max(MAX_LIFE_MS, startMs)), undefined, options);
      await bot.kill();
      complaints.push(...bot.complaints);
      inFlight += await inHandsOf(pool, born);
      born = Date.now();
      bot = startBot(program, dataDir, settings);
      if (kill % 20 === 0) {
        const effects = teams.reduce((sum, team) => sum + team.audit.length, 0);
        const seconds = Math.round((performance.now() - started) / 1000);
        say(`${kill} kills, ${effects} effects of ${teams.length} teams, ${seconds} s`);
      }
    }
    over = true;
    await bot.listening;
    await Promise.race([Promise.all(playing), broken(options.signal)]);
    await telegram.control.settled(SETTLE_MS);
    await untilNothingIsOwed(pool);
    say('Everything owed is delivered; now it is compared.');

    const deliveries = await compareDeliveries(pool, telegram.control.calls());
    wrong.push(...deliveries.wrong, ...(await checkStore(pool, teams)));
    if (deliveries.repeated > inFlight)
      wrong.push(`${deliveries.repeated} calls were repeated, but only ${inFlight} were in flight at kills`);
    const status = await bot.stop();
    complaints.push(...bot.complaints);
    if (status !== 0) wrong.push(`at the end the bot stopped with status ${status}`);
    wrong.push(...complaints.map((line) => `the bot complained: ${line.slice(0, 500)}`));
    return {
      kills: options.kills,
      killsAtStart,
      teams: teams.length,
      effects: teams.reduce((sum, team) => sum + team.audit.length, 0),
      deliveries,
      inFlight,
      wrong,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    stopping.abort();
    await bot.kill();
    await pool.end();
    await telegram.close();
    // Stops the server that a killed bot leaves behind.
    const left = await startEmbeddedPostgres({ dataDir, log: () => undefined }).catch(() => null);
    await left?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Rows that a process born then has leased. */
async function inHandsOf(pool: Pool, born: number): Promise<number> {
  const { rows } = await pool.query<{ leased: number }>(
    'select count(*)::int as leased from outbox where lease_until >= $1',
    [new Date(born + LEASE_MS)],
  );
  return rows[0]?.leased ?? 0;
}

async function untilNothingIsOwed(pool: Pool): Promise<void> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const { rows } = await pool.query<{ owed: number }>('select count(*)::int as owed from outbox');
    const owed = rows[0]?.owed ?? 0;
    if (owed === 0) return;
    if (Date.now() > deadline) throw new Error(`${owed} messages are still owed after ${SETTLE_MS / 1000} s`);
    await delay(100);
  }
}

/** Rejects when the run is broken off. */
async function broken(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
