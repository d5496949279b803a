import { pino } from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startTelegramEmulator } from '../../../dev/emulators/telegram/emulator.ts';
import { startApp } from '../../../src/app/app.ts';
import { createDatabaseClock } from '../../../src/store/database-clock.ts';
import { createTestDatabase } from '../../support/database.ts';

const DAY_MS = 24 * 60 * 60_000;
const PATIENCE = { timeout: 30_000, interval: 50 };

afterEach(() => {
  vi.useRealTimers();
});

/** A pool that tells this time, after so long. */
function telling(times: number[], took: () => void) {
  return {
    query: async () => {
      took();
      return { rows: [{ ms: times.shift() ?? 0 }] };
    },
  } as unknown as Parameters<typeof createDatabaseClock>[0];
}

describe('the clock of the database', () => {
  test('goes on by the monotonic clock from the middle of the answer, and follows a jump', async () => {
    let time = 1_000;
    const clock = createDatabaseClock(
      telling([500_000, 500_102, 600_000], () => {
        time += 10;
      }),
      () => time,
    );
    await clock.sync();
    expect(clock.now().getTime()).toBe(500_005);
    time += 90;
    expect(clock.now().getTime()).toBe(500_095);
    // Two milliseconds off is within what the way of the answer explains.
    await clock.sync();
    expect(clock.now().getTime()).toBe(500_105);
    await clock.sync();
    expect(clock.now().getTime()).toBe(600_005);
  });
});

test('a process whose clock is a day off, and jumps, writes and schedules by the database', {
  timeout: 90_000,
}, async () => {
  const database = await createTestDatabase();
  const telegram = await startTelegramEmulator({ retryDelayMs: () => 50 });
  const rightNow = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: rightNow + DAY_MS });
  const app = await startApp({
    databaseUrl: database.url,
    appSecret: 'test-secret-test-secret-test-secret-0123',
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    defaultLocale: 'en',
    telegram: { token: telegram.bot.token, mode: 'polling', webhookSecret: 'hook', apiRoot: telegram.url },
    log: pino({ level: 'silent' }),
  });
  try {
    const anna = telegram.control.createUser({ firstName: 'Anna' });
    const answers = () => telegram.control.messages(anna).filter(({ fromBot }) => fromBot).length;
    telegram.control.write(anna, '/new Acme cabinet');
    await vi.waitFor(() => expect(answers()).toBe(1), PATIENCE);
    vi.setSystemTime(rightNow - DAY_MS);
    telegram.control.write(anna, '/invite');
    await vi.waitFor(() => expect(answers()).toBe(2), PATIENCE);
    telegram.control.write(anna, '/new Beta cabinet');
    await vi.waitFor(() => expect(answers()).toBe(3), PATIENCE);

    const { rows } = await database.pool.query<{ off: number }>(
      `select extract(epoch from clock_timestamp() - at)::float8 as off from (
         select created_at as at from workspaces union all select at from audit_events
         union all select received_at from inbox) written`,
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { off } of rows) expect(Math.abs(off)).toBeLessThan(60);
    await vi.waitFor(async () => {
      const { rows: jobs } = await database.pool.query<{ key: string; seconds: number }>(
        `select key, extract(epoch from run_at - clock_timestamp())::float8 as seconds
           from graphile_worker.jobs where key is not null`,
      );
      expect(jobs).toHaveLength(4);
      for (const { key, seconds } of jobs)
        expect(seconds).toBeLessThan({ sweep: 6, tick: 61, seal: 62 }[key] ?? 3_601);
    }, PATIENCE);
  } finally {
    vi.useRealTimers();
    await app.close();
    await telegram.close();
    await database.close();
  }
});
