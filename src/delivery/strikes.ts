import type { Pool } from 'pg';
import { deleteOwed } from '../store/outbox.ts';

/** The rows this process has in hand, and those sent but not struck out yet. */
export interface Strikes {
  hold(id: string): void;
  /** The row was sent: strike it out with the next batch. */
  strike(id: string): void;
  /** The row is not ours any more. */
  letGo(ids: readonly string[]): void;
  /** Whether the row is or was lately in our hands, so that ours come after it in order. */
  knows(id: string): boolean;
  /** Strikes out everything sent so far. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** One deletion serves everything sent meanwhile: a statement for each would cost as much as the act itself. */
const BATCH_MS = 20;
const MOST_IN_BATCH = 500;
/** A statement that began before a row was struck out may still name it as owed. */
const REMEMBER_MS = 10_000;

/** Creates the strikes of one process. A deletion that fails is tried again with the next batch. */
export function createStrikes(pool: Pool): Strikes {
  const held = new Set<string>();
  let recent = new Set<string>();
  let older = new Set<string>();
  let sent: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();

  const forget = setInterval(() => {
    older = recent;
    recent = new Set();
  }, REMEMBER_MS);
  forget.unref();

  const flush = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    flushing = flushing.then(async () => {
      if (sent.length === 0) return;
      const batch = sent;
      sent = [];
      try {
        await deleteOwed(pool, batch);
      } catch {
        // The rows stay in the table; at worst they are sent once more after their lease.
        sent = [...batch, ...sent];
      }
    });
    return flushing;
  };

  return {
    hold: (id) => held.add(id),
    strike(id) {
      held.delete(id);
      recent.add(id);
      sent.push(id);
      if (sent.length >= MOST_IN_BATCH) flush();
      else timer ??= setTimeout(flush, BATCH_MS);
    },
    letGo(ids) {
      for (const id of ids) held.delete(id);
    },
    knows: (id) => held.has(id) || recent.has(id) || older.has(id),
    flush,
    async close() {
      clearInterval(forget);
      await flush();
    },
  };
}
