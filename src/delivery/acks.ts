import type { Pool } from 'pg';
import { deleteOwed } from '../store/outbox.ts';

/** Rows that this process holds, and rows that are sent but not deleted yet. */
export interface Acks {
  hold(id: string): void;
  /** Delete a sent row with the next batch. */
  ack(id: string): void;
  /** This process no longer holds the rows. */
  release(ids: readonly string[]): void;
  /** Whether this process holds the row or held it lately, so that its later rows come after it in order. */
  knows(id: string): boolean;
  /** Deletes everything sent so far. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Delay before a deletion, so that it covers everything sent meanwhile: a statement for each row would cost as much as the commit. */
const BATCH_MS = 20;
const MAX_IN_BATCH = 500;
/** A statement that began before a row was deleted may still name it as queued. */
const REMEMBER_MS = 10_000;

/** Creates the acks of one process. A deletion that fails is tried again with the next batch. */
export function createAcks(pool: Pool): Acks {
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
    ack(id) {
      held.delete(id);
      recent.add(id);
      sent.push(id);
      if (sent.length >= MAX_IN_BATCH) flush();
      else timer ??= setTimeout(flush, BATCH_MS);
    },
    release(ids) {
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
