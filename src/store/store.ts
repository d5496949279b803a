import type { Pool } from 'pg';
import { onCommit } from './commit/announcements.ts';
import { type Commit, type Committed, commit } from './commit/commit.ts';

/** The store of one process: one pool, its commits and who listens to them. */
export interface Store {
  readonly pool: Pool;
  /** Writes the whole effect of one update in one transaction, or nothing of it. */
  commit(effect: Commit): Promise<Committed>;
  /** Calls `listener` after each commit of this store, before the caller of the commit goes on; returns how to end that. */
  onCommit(listener: (effect: Commit) => void): () => void;
  /** Resolves when no commit is under way. The pool stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** Creates the store over a pool. A process creates one: commits share statements and waits for the disk only within a store. */
export function createStore(pool: Pool): Store {
  const underWay = new Set<Promise<unknown>>();
  return {
    pool,
    commit(effect) {
      const committing = commit(pool, effect).finally(() => underWay.delete(committing));
      underWay.add(committing);
      return committing;
    },
    onCommit: (listener) => onCommit(pool, listener),
    async close() {
      await Promise.allSettled(underWay);
    },
  };
}
