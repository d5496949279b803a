import { conflict } from './errors.ts';
import type { Update } from './types.ts';
import type { UpdateStream } from './update-stream.ts';

export interface PollRequest {
  offset: number;
  limit: number;
  timeoutSeconds: number;
  /** Called with the function that gives up waiting, for when the client hangs up. */
  onWaiting: (abandon: () => void) => void;
}

interface Waiter {
  finish: (updates: Update[] | Error) => void;
  look: () => Update[];
  scheduled: boolean;
}

/** getUpdates: at most one waiting request; a second one ends the first with 409. */
export class LongPoll {
  readonly #stream: UpdateStream;
  readonly #now: () => Date;
  #waiter: Waiter | undefined;
  #previous = { offset: Number.NaN, at: 0 };
  #repeats: Update[] = [];

  constructor(stream: UpdateStream, now: () => Date) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Resolves with updates from `offset` on, at the latest after the timeout. Rejects with 409. */
  poll({ offset, limit, timeoutSeconds, onWaiting }: PollRequest): Promise<Update[]> {
    this.interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    const { timeout, most } = this.#guard(offset, limit, timeoutSeconds);
    this.#confirm(offset);
    const look = (): Update[] => this.#take(offset, most);
    const found = look();
    if (found.length > 0 || timeout <= 0) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        look,
        scheduled: false,
        finish: (result) => {
          clearTimeout(timer);
          if (this.#waiter === waiter) this.#waiter = undefined;
          if (result instanceof Error) reject(result);
          else resolve(result);
        },
      };
      const timer = setTimeout(() => waiter.finish([]), timeout * 1000);
      this.#waiter = waiter;
      onWaiting(() => waiter.finish([]));
    });
  }

  /** An update came: the waiting request is answered with all that came in the same tick. */
  wake(): void {
    const waiter = this.#waiter;
    if (waiter === undefined || waiter.scheduled) return;
    waiter.scheduled = true;
    setImmediate(() => {
      waiter.scheduled = false;
      if (this.#waiter !== waiter) return;
      const found = waiter.look();
      if (found.length > 0) waiter.finish(found);
    });
  }

  /** Ends the waiting request with 409. */
  interrupt(reason: string): void {
    this.#waiter?.finish(conflict(reason));
  }

  /** Hands these updates out once more in front of the next answer, confirmed or not. */
  repeat(updates: Update[]): void {
    this.#repeats.push(...updates);
    this.wake();
  }

  // Client.cpp, process_get_updates_query: the same offset within 3 s waits 3 s, within 0.5 s it
  // gets one update, so that a bot in a failing loop does not hammer the server.
  #guard(offset: number, limit: number, timeoutSeconds: number): { timeout: number; most: number } {
    const now = this.#now().getTime();
    const since = now - this.#previous.at;
    const same = offset === this.#previous.offset;
    this.#previous = { offset, at: now };
    return {
      timeout: same && since < 3000 ? Math.max(timeoutSeconds, 3) : timeoutSeconds,
      most: same && since < 500 ? 1 : limit,
    };
  }

  #confirm(offset: number): void {
    if (offset < 0) {
      const ids = [...this.#stream.pending()].map(({ update }) => update.update_id);
      for (const id of ids.slice(0, offset)) this.#stream.settle(id);
      return;
    }
    for (const { update } of this.#stream.pending()) {
      if (update.update_id >= offset) break;
      this.#stream.settle(update.update_id);
    }
  }

  #take(offset: number, limit: number): Update[] {
    this.#stream.dropExpired();
    const taken = this.#repeats.splice(0, limit);
    for (const { update } of this.#stream.pending()) {
      if (taken.length >= limit) break;
      if (update.update_id >= offset) taken.push(update);
    }
    return taken;
  }
}
