import type { Pool } from 'pg';
import { sql } from '../sql.ts';
import { createBatch } from './batch.ts';

/** How one commit gets to the disk. */
export interface Durability {
  /** True: the statement does not wait for the disk itself, `flushed` does. */
  readonly shared: boolean;
  /** Resolves when everything committed so far is on the disk. At once for a statement that waited itself. */
  flushed(): Promise<void>;
  /** To be called once, whatever the result of the commit. */
  end(): void;
}

/**
 * Writes a record without content and commits it with a wait for the disk: the log is written in order, so all that
 * was committed before is on the disk with it. Works on every Postgres since 9.6 and at any `wal_level`.
 */
const FLUSH = sql`select pg_logical_emit_message(true, 'castellan', '')`;

/**
 * Creates what begins commits that must survive a crash of the database. One that is alone waits for the disk in its
 * own statement. Those that run side by side share one wait: each commits without waiting, then all of them are
 * awaited by a single flush, because a wait for the disk costs the server about half as much as the commit itself.
 * Nothing is acknowledged or sent before `flushed`; others may see a change a moment earlier, and whatever they commit
 * upon it lies behind it in the log.
 */
export function createGroupCommit(pool: Pool): () => Durability {
  let underWay = 0;
  const flush = createBatch(async (commits: readonly true[]) => {
    await pool.query({ name: 'flush', text: FLUSH.text });
    return commits;
  });
  return () => {
    const shared = underWay > 0;
    underWay++;
    return {
      shared,
      async flushed() {
        if (shared) await flush(true);
      },
      end() {
        underWay--;
      },
    };
  };
}
