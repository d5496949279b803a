import type { Update } from '../chat/update.ts';

/** Updates that a host's library has taken for done, though they had no effect yet. */
export interface Backlog {
  /** Puts an update behind those that wait. False when there are too many. */
  add(update: Update): boolean;
  readonly size: number;
  /** Stops trying; returns how many updates are given up. */
  close(): Promise<number>;
}

interface BacklogParts {
  readonly handle: (update: Update) => Promise<void>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Some megabytes; whoever presses buttons while nothing answers soon gives up. */
const MOST_UPDATES = 5_000;

/** Handles what waits, one after the other in the order it came, each until it has had its effect. */
export function createBacklog({ handle, wait }: BacklogParts): Backlog {
  const updates: Update[] = [];
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    let pause = FIRST_WAIT_MS;
    for (let update = updates[0]; update && !stopping.signal.aborted; update = updates[0]) {
      try {
        await handle(update);
        updates.shift();
        pause = FIRST_WAIT_MS;
      } catch {
        await wait(pause, stopping.signal);
        pause = Math.min(pause * 2, LONGEST_WAIT_MS);
      }
    }
    running = null;
  };

  return {
    add(update) {
      if (updates.length >= MOST_UPDATES) return false;
      updates.push(update);
      running ??= drain();
      return true;
    },
    get size() {
      return updates.length;
    },
    async close() {
      stopping.abort();
      await running;
      return updates.length;
    },
  };
}
