import type { Pool } from 'pg';
import type { Commit } from './commit.ts';

/** Hears of every effect that this process has committed on a pool, before whoever committed it goes on. */
type Listener = (effect: Commit) => void;

/** By pool, because whoever commits knows nothing of who caches what. */
const listeners = new WeakMap<Pool, Set<Listener>>();

/** Calls `listener` after each commit on the pool; the returned function ends that. */
export function onCommit(pool: Pool, listener: Listener): () => void {
  const heard = listeners.get(pool) ?? new Set();
  listeners.set(pool, heard.add(listener));
  return () => heard.delete(listener);
}

/** Tells the listeners of a pool what was committed on it. */
export function announce(pool: Pool, effect: Commit): void {
  for (const listener of listeners.get(pool) ?? []) listener(effect);
}
