import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from '../../chat/update.ts';

const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 30_000;

/** Updates in progress: those of one chat or one person one after the other, others side by side. */
interface UpdateQueues {
  /**
   * Takes an update; false if it was taken already. Null means one that is not for us.
   *
   * @param asked the offset that the answer was asked from
   */
  take(id: number, asked: number, update: Update | null): boolean;
  /** The lowest update that is not yet handled: everything below it may be confirmed. */
  offset(): number;
  /** Resolves when nothing is in progress. */
  idle(): Promise<void>;
}

/**
 * Handles updates in queues. A failing one is tried again with a growing delay and holds up only its own queues.
 * After `signal` aborts none is started; those under way end, those waiting stay unhandled.
 */
export function createUpdateQueues(
  handle: (update: Update) => Promise<void>,
  signal: AbortSignal,
): UpdateQueues {
  const inHand = new Map<number, Promise<void>>();
  /** Handled, but above one that is not: the server still gives them. */
  const handled = new Set<number>();
  const tails = new Map<string, Promise<unknown>>();
  let next = 0;

  const offset = () => (inHand.size === 0 ? next : Math.min(...inHand.keys()));

  const settle = (id: number) => {
    inHand.delete(id);
    handled.add(id);
    const lowest = offset();
    for (const known of handled) if (known < lowest) handled.delete(known);
  };

  const enter = (id: number, update: Update) => {
    const queues = [`chat ${update.chat.id}`, `person ${update.sender.accountId}`];
    const before = queues.map((queue) => tails.get(queue));
    const turn = Promise.all(before).then(() => untilHandled(update, handle, signal));
    for (const queue of queues) tails.set(queue, turn);
    return turn.then(() => {
      for (const queue of queues) if (tails.get(queue) === turn) tails.delete(queue);
      settle(id);
    });
  };

  return {
    take(id, asked, update) {
      if (inHand.has(id) || handled.has(id)) return false;
      if (id < asked) {
        // After a week without updates the numbering may restart anywhere (Bot API, Update.update_id).
        next = 0;
        handled.clear();
      }
      next = Math.max(next, id + 1);
      if (update !== null) inHand.set(id, enter(id, update));
      else if (id > offset()) handled.add(id);
      return true;
    },
    offset,
    async idle() {
      await Promise.all(inHand.values());
    },
  };
}

/** Resolves when `handle` has resolved or the signal came first; after that no offset is sent any more. */
async function untilHandled(
  update: Update,
  handle: (update: Update) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await handle(update);
      return;
    } catch {
      const delay = Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}
