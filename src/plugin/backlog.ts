/** Has an update take effect; rejects when it had none. */
export type Attempt = () => Promise<void>;

/** Updates that a host's library has taken for done, though they had no effect yet. */
export interface Backlog {
  /** Puts an update behind those that wait. False when there are too many. */
  add(attempt: Attempt): boolean;
  readonly size: number;
  /** Stops trying; returns how many updates are given up. */
  close(): Promise<number>;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 15_000;
/** Some megabytes; a person who presses buttons while nothing answers soon gives up. */
const MAX_UPDATES = 5_000;

/** Handles what waits, one after the other in the order it came, each until it has had its effect. */
export function createBacklog(wait: (milliseconds: number, signal: AbortSignal) => Promise<void>): Backlog {
  const updates: Attempt[] = [];
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    let pause = FIRST_WAIT_MS;
    for (let attempt = updates[0]; attempt && !stopping.signal.aborted; attempt = updates[0]) {
      try {
        await attempt();
        updates.shift();
        pause = FIRST_WAIT_MS;
      } catch {
        await wait(pause, stopping.signal);
        pause = Math.min(pause * 2, MAX_WAIT_MS);
      }
    }
    running = null;
  };

  return {
    add(attempt) {
      if (updates.length >= MAX_UPDATES) return false;
      updates.push(attempt);
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
