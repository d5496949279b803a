import { setMaxListeners } from 'node:events';
import { LEASE_MS } from '../store/lease.ts';
import { claimOwed, type OwedRow, type Rest, releaseOwed, renewLeases, wakeChat } from '../store/outbox.ts';
import { send } from './send.ts';
import type { SenderParts } from './sender-parts.ts';
import { createStrikes } from './strikes.ts';

/** Sends what was committed: in order within a chat, chats side by side. */
export interface Sender {
  /**
   * Takes rows that this process has just committed. `before` names, by chat, the newest row that another act
   * still owed there: if another process holds it, ours are given back and taken up in their turn.
   *
   * @param heardFrom the chat whose message these rows answer: what waits there until its person writes goes out now
   */
  take(rows: readonly OwedRow[], before: ReadonlyMap<string, string>, heardFrom?: Chat): void;
  /** Takes over rows that nobody holds any more; returns how many. */
  sweep(): Promise<number>;
  /** Resolves when nothing is in hand and everything sent is struck out. */
  idle(): Promise<void>;
  /** Finishes the calls under way, gives the rest back. */
  close(): Promise<void>;
}

/** Delay before a sweep that failed is tried again. */
const RETRY_MS = 2_000;
/** What is to be swept waits for company. */
const SOON_MS = 50;
/** Waits up to this long are sat out in memory; longer ones in the table. */
const LONGEST_HOLD_MS = 10_000;
/** A call under way when the process stops is given so long to end. */
const LONGEST_CALL_MS = 5_000;
/** Rows in hand at most; beyond it new ones stay in the table until there is room. */
const MOST_IN_HAND = 5_000;
/** Of them for one chat: a chat that is owed more than it may be told in a while leaves room for all others. */
const MOST_IN_LANE = 50;
/** Rows that one sweep takes, each of another chat. */
const MOST_AT_ONCE = 500;
/** Sweeps rest so many times as long as they took, so that no backlog, however long, takes the database over. */
const REST = 9;
/** What is released without a failure may be taken at once. */
const NO_REST: Rest = { waitMs: 0, failedAttempts: 0, untilHeard: false };

/** A chat of a messenger. */
export type Chat = Pick<OwedRow['outgoing'], 'messenger' | 'chatId'>;

interface Lane {
  readonly key: string;
  readonly rows: OwedRow[];
  /** The table may hold more for this chat, to be claimed when these are sent. */
  hasMore: boolean;
}

/** Creates the sender of this process. */
export function createSender(parts: SenderParts): Sender {
  const { pool, swept = { worked: () => undefined, failed: () => undefined } } = parts;
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  // One signal for all calls: a timer for each would cost more than the rest of the call's own work.
  const cutOff = new AbortController();
  // Every chat that is sat out listens.
  setMaxListeners(0, stopping.signal);
  const strikes = createStrikes(pool);
  let inHand = 0;
  let sweepTimer: NodeJS.Timeout | null = null;
  let lastSweep: Promise<unknown> = Promise.resolve();
  /** Not before this (by the monotonic clock) sweeps another, unless it is asked for. */
  let restsUntil = 0;
  /** The last sweep found no room. */
  let isFull = false;
  /** Rows just committed that others may take, too, as soon as the table says so. */
  let leaving: string[] = [];
  /** Chats whose person has written while something may wait for that. */
  const waking = new Map<string, Chat>();

  const heartbeat = setInterval(() => {
    const ids = [...lanes.values()].flatMap((lane) => lane.rows.map((row) => row.id));
    if (ids.length > 0) renewLeases(pool, ids).catch(swept.failed);
  }, LEASE_MS / 3);
  heartbeat.unref();

  const put = (row: OwedRow, hasMore: boolean): void => {
    const key = laneKey(row.outgoing);
    strikes.hold(row.id);
    inHand++;
    const lane = lanes.get(key);
    if (lane) {
      lane.rows.push(row);
      lane.hasMore ||= hasMore;
      return;
    }
    const opened: Lane = { key, rows: [row], hasMore };
    lanes.set(key, opened);
    const run = drain(opened).finally(() => running.delete(run));
    running.add(run);
  };

  const drain = async (lane: Lane): Promise<void> => {
    for (let row = lane.rows[0]; row; row = lane.rows[0]) {
      if (stopping.signal.aborted) break;
      const verdict = await send(parts, row, stopping.signal, cutOff.signal);
      if (verdict.kind === 'over') {
        lane.rows.shift();
        inHand--;
        strikes.strike(row.id);
      } else if (verdict.waitMs <= LONGEST_HOLD_MS) {
        lane.rows[0] = { ...row, outgoing: verdict.outgoing, attempts: row.attempts + verdict.failed };
        await parts.wait(verdict.waitMs, stopping.signal);
      } else {
        const { waitMs, failed, untilHeard } = verdict;
        await giveBack(lane.rows.splice(0), { waitMs, failedAttempts: failed, untilHeard });
      }
    }
    lanes.delete(lane.key);
    if (lane.rows.length > 0) await giveBack(lane.rows, NO_REST);
    if (lane.hasMore || isFull) sweepSoon();
  };

  const giveBack = async (rows: readonly OwedRow[], rest: Rest): Promise<void> => {
    inHand -= rows.length;
    const ids = rows.map((row) => row.id);
    strikes.letGo(ids);
    // A lost connection is no harm: the lease runs out by itself.
    await releaseOwed(pool, ids, rest).catch(() => undefined);
  };

  const letLeave = async (): Promise<void> => {
    const ids = leaving;
    leaving = [];
    if (ids.length > 0) await releaseOwed(pool, ids, NO_REST);
  };

  const wakeHeard = async (): Promise<void> => {
    const chats = [...waking.values()];
    waking.clear();
    for (const { messenger, chatId } of chats) await wakeChat(pool, messenger, chatId);
  };

  const sweepOnce = async (): Promise<number> => {
    if (stopping.signal.aborted) return 0;
    await strikes.flush();
    await letLeave();
    await wakeHeard();
    const room = MOST_IN_HAND - inHand;
    isFull = room <= 0;
    if (isFull) return 0;
    const startedAt = performance.now();
    const rows = await claimOwed(pool, Math.min(room, MOST_AT_ONCE));
    const endedAt = performance.now();
    restsUntil = endedAt + REST * (endedAt - startedAt);
    swept.worked();
    // What is in hand after all is no more than late with its heartbeat.
    const ours = rows.filter(({ id }) => !strikes.knows(id));
    for (const row of ours) put(row, true);
    return ours.length;
  };

  /** One after the other: many at once would look for the same rows. */
  const sweep = (): Promise<number> => {
    const swept = lastSweep.then(sweepOnce);
    lastSweep = swept.catch(() => undefined);
    return swept;
  };

  const sweepSoon = (): void => {
    if (sweepTimer || stopping.signal.aborted) return;
    sweepIn(Math.max(SOON_MS, restsUntil - performance.now()));
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
        const lane = lanes.get(key);
        const earlier = before.get(key);
        const waits = earlier !== undefined && !strikes.knows(earlier);
        if (waits && heardFrom && key === laneKey(heardFrom)) waking.set(key, heardFrom);
        const isFilled = inHand >= MOST_IN_HAND || (lane !== undefined && lane.rows.length >= MOST_IN_LANE);
        if (!waits && !isFilled && !stopping.signal.aborted) {
          put(row, false);
          continue;
        }
        leaving.push(row.id);
        if (lane) lane.hasMore = true;
        else sweepSoon();
      }
    },
    sweep,
    async idle() {
      while (running.size > 0) await Promise.all([...running]);
      await strikes.flush();
    },
    async close() {
      stopping.abort();
      clearInterval(heartbeat);
      if (sweepTimer) clearTimeout(sweepTimer);
      // What this fails to give back is free when its lease ends.
      await lastSweep.then(letLeave).catch(() => undefined);
      const patience = setTimeout(() => cutOff.abort(), LONGEST_CALL_MS);
      await Promise.all([...running]);
      clearTimeout(patience);
      await strikes.close();
    },
  };
}

function laneKey({ messenger, chatId }: Chat): string {
  return `${messenger} ${chatId}`;
}
