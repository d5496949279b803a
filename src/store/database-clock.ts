import type { Pool } from 'pg';
import { defineStatement, run } from './define-statement.ts';
import { sql } from './sql.ts';

const clock = defineStatement<object, { ms: number }>({
  name: 'clock',
  columns: { ms: 'float8' },
  sql: () => sql`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`,
});

/** The time of the database, known in this process without asking for it each time. */
export interface DatabaseClock {
  /** The database's time now; before the first `sync` the process's own. */
  now(): Date;
  /** Asks the database what time it is. Rejects when it does not answer. */
  sync(): Promise<void>;
}

/**
 * A clock that all processes on one database share: what one writes, another judges, so neither may use its own. It
 * goes on by `monotonic` between two syncs, so that a process's clock that is set changes nothing. It is as exact as
 * half the time that a small statement takes.
 *
 * @param monotonic milliseconds; never runs back
 */
export function createDatabaseClock(pool: Pick<Pool, 'query'>, monotonic: () => number): DatabaseClock {
  let offset = Date.now() - monotonic();
  let isSynced = false;
  return {
    now: () => new Date(Math.floor(offset + monotonic())),
    async sync() {
      const askedAt = monotonic();
      const [answer] = await run(pool, clock, {});
      if (!answer) throw new Error('the database tells no time');
      const answeredAt = monotonic();
      const uncertain = (answeredAt - askedAt) / 2;
      const found = answer.ms - (askedAt + uncertain);
      // Within what the answer's way explains, the clock is left alone, so that it does not tremble.
      if (isSynced && Math.abs(found - offset) <= uncertain + 1) return;
      offset = found;
      isSynced = true;
    },
  };
}
