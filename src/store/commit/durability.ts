import type { Pool } from 'pg';
import { createPoolBatch } from './batch.ts';

/** How one commit gets to the disk. */
export interface Landing {
  /** True: the statement does not wait for the disk itself, `landed` does. */
  readonly shared: boolean;
  /** Resolves when everything committed so far is on the disk. At once for a statement that waited itself. */
  landed(): Promise<void>;
  /** To be called once, whatever became of the commit. */
  over(): void;
}

/**
 * Writes a record of no content and commits it with a wait for the disk: the log is written in order, so all
 * that was committed before is on the disk with it. Works on every Postgres since 9.6 and at any `wal_level`.
 */
const FLUSH = `select pg_logical_emit_message(true, 'castellan', '')`;

const flush = createPoolBatch(async (pool, commits: readonly true[]) => {
  await pool.query({ name: 'flush', text: FLUSH });
  return commits;
});

/** By pool: durable commits that are under way. */
const underWay = new WeakMap<Pool, number>();

/**
 * Begins a commit that must survive a crash of the database. One that is alone waits for the disk in its own
 * statement. Those that run side by side share one wait: each commits without waiting, then all of them are
 * awaited by a single flush, because a wait for the disk costs the server about half as much as the commit
 * itself. Nothing is acknowledged or sent before `landed`; others may see a change a moment earlier, and
 * whatever they commit upon it lies behind it in the log.
 */
export function beginDurable(pool: Pool): Landing {
  const others = underWay.get(pool) ?? 0;
  const shared = others > 0;
  underWay.set(pool, others + 1);
  return {
    shared,
    async landed() {
      if (shared) await flush(pool, true);
    },
    over() {
      underWay.set(pool, (underWay.get(pool) ?? 1) - 1);
    },
  };
}
