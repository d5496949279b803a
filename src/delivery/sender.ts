import { setMaxListeners } from 'node:events';
import { LEASE_MS } from '../store/lease.ts';
import {
  claimOutbox,
  type OutboxRow,
  type Rest,
  releaseOutbox,
  renewLeases,
  wakeChat,
} from '../store/outbox.ts';
import { createAcks } from './acks.ts';
import { send } from './send.ts';
import type { SenderParts } from './sender-parts.ts';

/** Sends what was committed: in order within a chat, chats side by side. */
export interface Sender {
  /**
   * Takes rows that this process has just committed. `before` names, by chat, the newest row that another commit
   * queued there: if another process holds it, our rows are released and claimed in their turn.
   *
   * @param heardFrom the chat whose message these rows answer: what waits there until its person writes goes out now
   */
  take(rows: readonly OutboxRow[], before: ReadonlyMap<string, string>, heardFrom?: Chat): void;
  /** Takes over rows that nobody holds any more; returns how many. */
  sweep(): Promise<number>;
  /** Resolves when no row is held and everything sent is deleted. */
  idle(): Promise<void>;
  /** Finishes the calls under way and releases the rest. */
  close(): Promise<void>;
}

/** Delay before a sweep that failed is tried again. */
const RETRY_MS = 2_000;
/** Delay before a sweep, so that several chats are claimed together. */
const SWEEP_DELAY_MS = 50;
/** Waits up to this long are spent in memory; for longer ones the rows return to the table. */
const MAX_HOLD_MS = 10_000;
/** Time that a call under way gets to end when the process stops. */
const MAX_CALL_MS = 5_000;
/** Rows that a process holds at most; further ones stay in the table until there is room. */
const MAX_IN_FLIGHT = 5_000;
/** Rows of one chat that a process holds at most, so that a busy chat leaves room for all others. */
const MAX_IN_LANE = 50;
/** Rows that one sweep claims, each of a different chat. */
const MAX_AT_ONCE = 500;
/** A sweep rests this many times as long as it took, so that a long backlog never occupies the database. */
const REST = 9;
/** What is released without a failure may be taken at once. */
const NO_REST: Rest = { waitMs: 0, failedAttempts: 0, untilHeard: false };

/** A chat of a messenger. */
export type Chat = Pick<OutboxRow['outgoing'], 'messenger' | 'chatId'>;

interface ChatQueue {
  readonly key: string;
  readonly rows: OutboxRow[];
  /** The table may hold more for this chat, to be claimed when these are sent. */
  hasMore: boolean;
}

/** Creates the sender of this process. */
export function createSender(parts: SenderParts): Sender {
  const { pool, swept = { worked: () => undefined, failed: () => undefined } } = parts;
  const queues = new Map<string, ChatQueue>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  // One signal for all calls: a timer for each would cost more than the rest of the call's own work.
  const cutOff = new AbortController();
  // Every chat that waits in memory listens to this signal.
  setMaxListeners(0, stopping.signal);
  const acks = createAcks(pool);
  let inFlight = 0;
  let sweepTimer: NodeJS.Timeout | null = null;
  let lastSweep: Promise<unknown> = Promise.resolve();
  /** Earliest next sweep, by the monotonic clock, unless one is asked for. */
  let restsUntil = 0;
  /** The last sweep found no room. */
  let isFull = false;
  /** Rows just committed that other processes may claim once their lease ends. */
  let leaving: string[] = [];
  /** Chats whose person has written while something may wait for that. */
  const waking = new Map<string, Chat>();

  const heartbeat = setInterval(() => {
    const ids = [...queues.values()].flatMap((queue) => queue.rows.map((row) => row.id));
    if (ids.length > 0) renewLeases(pool, ids).catch(swept.failed);
  }, LEASE_MS / 3);
  heartbeat.unref();

  const put = (row: OutboxRow, hasMore: boolean): void => {
    const key = laneKey(row.outgoing);
    acks.hold(row.id);
    inFlight++;
    const queue = queues.get(key);
    if (queue) {
      queue.rows.push(row);
      queue.hasMore ||= hasMore;
      return;
    }
    const opened: ChatQueue = { key, rows: [row], hasMore };
    queues.set(key, opened);
    const run = drain(opened).finally(() => running.delete(run));
    running.add(run);
  };

  const drain = async (queue: ChatQueue): Promise<void> => {
    for (let row = queue.rows[0]; row; row = queue.rows[0]) {
      if (stopping.signal.aborted) break;
      const verdict = await send(parts, row, stopping.signal, cutOff.signal);
      if (verdict.kind === 'over') {
        queue.rows.shift();
        inFlight--;
        acks.ack(row.id);
      } else if (verdict.waitMs <= MAX_HOLD_MS) {
        queue.rows[0] = { ...row, outgoing: verdict.outgoing, attempts: row.attempts + verdict.failed };
        await parts.wait(verdict.waitMs, stopping.signal);
      } else {
        const { waitMs, failed, untilHeard } = verdict;
        await release(queue.rows.splice(0), { waitMs, failedAttempts: failed, untilHeard });
      }
    }
    queues.delete(queue.key);
    if (queue.rows.length > 0) await release(queue.rows, NO_REST);
    if (queue.hasMore || isFull) sweepSoon();
  };

  const release = async (rows: readonly OutboxRow[], rest: Rest): Promise<void> => {
    inFlight -= rows.length;
    const ids = rows.map((row) => row.id);
    acks.release(ids);
    // A lost connection does no harm: the lease ends by itself.
    await releaseOutbox(pool, ids, rest).catch(() => undefined);
  };

  const releaseAll = async (): Promise<void> => {
    const ids = leaving;
    leaving = [];
    if (ids.length > 0) await releaseOutbox(pool, ids, NO_REST);
  };

  const wakeHeard = async (): Promise<void> => {
    const chats = [...waking.values()];
    waking.clear();
    for (const { messenger, chatId } of chats) await wakeChat(pool, messenger, chatId);
  };

  const sweepOnce = async (): Promise<number> => {
    if (stopping.signal.aborted) return 0;
    await acks.flush();
    await releaseAll();
    await wakeHeard();
    const room = MAX_IN_FLIGHT - inFlight;
    isFull = room <= 0;
    if (isFull) return 0;
    const startedAt = performance.now();
    const rows = await claimOutbox(pool, Math.min(room, MAX_AT_ONCE));
    const endedAt = performance.now();
    restsUntil = endedAt + REST * (endedAt - startedAt);
    swept.worked();
    // A row that is still held is only late with its heartbeat.
    const ours = rows.filter(({ id }) => !acks.knows(id));
    for (const row of ours) put(row, true);
    return ours.length;
  };

  /** Sweeps run one after the other: several at once would look for the same rows. */
  const sweep = (): Promise<number> => {
    const swept = lastSweep.then(sweepOnce);
    lastSweep = swept.catch(() => undefined);
    return swept;
  };

  const sweepSoon = (): void => {
    if (sweepTimer || stopping.signal.aborted) return;
    sweepIn(Math.max(SWEEP_DELAY_MS, restsUntil - performance.now()));
  };

  const sweepIn = (restMs: number): void => {
    sweepTimer = setTimeout(() => {
      sweepTimer = null;
      sweep().catch((error: unknown) => {
        swept.failed(error);
        if (!sweepTimer && !stopping.signal.aborted) sweepIn(RETRY_MS);
      });
    }, restMs);
    sweepTimer.unref();
  };

  return {
    take(rows, before, heardFrom) {
      for (const row of rows) {
        const key = laneKey(row.outgoing);
        const queue = queues.get(key);
        const earlier = before.get(key);
        const waits = earlier !== undefined && !acks.knows(earlier);
        if (waits && heardFrom && key === laneKey(heardFrom)) waking.set(key, heardFrom);
        const isFilled =
          inFlight >= MAX_IN_FLIGHT || (queue !== undefined && queue.rows.length >= MAX_IN_LANE);
        if (!waits && !isFilled && !stopping.signal.aborted) {
          put(row, false);
          continue;
        }
        leaving.push(row.id);
        if (queue) queue.hasMore = true;
        else sweepSoon();
      }
    },
    sweep,
    async idle() {
      while (running.size > 0) await Promise.all([...running]);
      await acks.flush();
    },
    async close() {
      stopping.abort();
      clearInterval(heartbeat);
      if (sweepTimer) clearTimeout(sweepTimer);
      // A row that is not released here is free when its lease ends.
      await lastSweep.then(releaseAll).catch(() => undefined);
      const patience = setTimeout(() => cutOff.abort(), MAX_CALL_MS);
      await Promise.all([...running]);
      clearTimeout(patience);
      await acks.close();
    },
  };
}

function laneKey({ messenger, chatId }: Chat): string {
  return `${messenger} ${chatId}`;
}
