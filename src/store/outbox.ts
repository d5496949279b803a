import type { Pool } from 'pg';
import type { Columns } from './columns.ts';
import { defineStatement, run } from './define-statement.ts';
import type { Outbox } from './generated/client.ts';
import { LEASE_MS } from './lease.ts';
import { type Sql, sql } from './sql.ts';

/** One call to a messenger that this process has leased. */
export interface OutboxRow {
  readonly id: string;
  readonly outgoing: {
    readonly messenger: 'telegram' | 'vk' | 'viber' | 'email';
    readonly chatId: string;
    readonly body: unknown;
  };
  readonly tracking: object | null;
  /** Failed tries so far, in any process. */
  readonly attempts: number;
}

interface DeleteRow {
  set_config: string;
}

const deleteCalls = defineStatement<{ readonly ids: readonly string[] }, DeleteRow>({
  name: 'outbox-delete',
  columns: { set_config: 'text' },
  sql: ({ ids }) => sql`
with deleted as (delete from outbox where id = any (${ids}::bigint[]))
select set_config('synchronous_commit', 'off', true)`,
});

/**
 * Deletes calls that were made, without waiting for the disk: what a crash of the database brings back is sent
 * once more, as it would be had the crash come a moment earlier.
 */
export async function deleteOwed(pool: Pool, ids: readonly string[]): Promise<void> {
  await run(pool, deleteCalls, { ids });
}

const advanceIds = defineStatement<object, { last: string }>({
  name: 'outbox-advance-ids',
  columns: { last: 'int8' },
  sql: () => sql`select castellan_advance_outbox_ids() as last`,
});

/**
 * Moves the ids of the outbox ahead of all that were given before, also of those that a restored backup does not
 * know: they go by the clock, and no installation writes a thousand messages a second all the time. A messenger that
 * takes each id once would otherwise drop new messages as repetitions.
 */
export async function advanceOutboxIds(pool: Pool): Promise<void> {
  await run(pool, advanceIds, {});
}

/** So many milliseconds from now, by the database's clock: all processes judge leases by that one. */
export const fromNow = (milliseconds: number | Sql): Sql =>
  sql`clock_timestamp() + ${milliseconds}::double precision * interval '1 millisecond'`;

interface Lease {
  readonly ids: readonly string[];
  readonly forMs: number;
}

const renew = defineStatement<Lease, Record<never, never>>({
  name: 'outbox-renew',
  columns: {},
  sql: ({ ids, forMs }) =>
    sql`update outbox set lease_until = ${fromNow(forMs)} where id = any (${ids}::bigint[])`,
});

/** Keeps rows with this process for one more lease; a row that is not there any more stays away. */
export async function renewLeases(pool: Pool, ids: readonly string[]): Promise<void> {
  await run(pool, renew, { ids, forMs: LEASE_MS });
}

/** How long released rows rest. */
export interface Rest {
  readonly waitMs: number;
  /** 1: the wait follows a failed try. */
  readonly failedAttempts: 0 | 1;
  /** The wait ends at once when the person of the chat writes. */
  readonly untilHeard: boolean;
}

const release = defineStatement<Lease & Omit<Rest, 'waitMs'>, Record<never, never>>({
  name: 'outbox-release',
  columns: {},
  sql: ({ ids, forMs, failedAttempts, untilHeard }) => sql`
update outbox set lease_until = ${fromNow(forMs)}, attempts = attempts + ${failedAttempts}::int,
                  until_heard = ${untilHeard}::boolean
 where id = any (${ids}::bigint[])`,
});

/** Releases rows: any process may take them when they have rested, after an hour at most. */
export async function releaseOutbox(pool: Pool, ids: readonly string[], rest: Rest): Promise<void> {
  const { waitMs, ...more } = rest;
  await run(pool, release, { ids, forMs: Math.min(waitMs, MAX_REST_MS), ...more });
}

const wake = defineStatement<{ readonly messenger: string; readonly chatId: string }, Record<never, never>>({
  name: 'outbox-wake',
  columns: {},
  sql: ({ messenger, chatId }) => sql`
update outbox set lease_until = clock_timestamp(), until_heard = false
 where messenger = ${messenger} and chat_id = ${chatId} and until_heard`,
});

/** Ends the wait of rows that rest until their person writes; those that a process holds stay with it. */
export async function wakeChat(pool: Pool, messenger: string, chatId: string): Promise<void> {
  await run(pool, wake, { messenger, chatId });
}

/** No row rests longer, so that a lease that ends later was written before the clock was set back, and is void. */
const MAX_REST_MS = 60 * 60_000;

/** A lease that is over, by the time of the statement. */
const isOver = (lease: Sql): Sql =>
  sql`(${lease} <= clock_timestamp() or ${lease} > clock_timestamp() + interval '61 minutes')`;

interface ClaimedRow extends Columns<Pick<Outbox, 'id' | 'chatId' | 'attempts'>> {
  messenger: OutboxRow['outgoing']['messenger'];
  body: unknown;
  tracking: object | null;
}

/** Claims the next call of each chat that no process holds; a test looks at its plan. */
export const claim = defineStatement<{ readonly forMs: number; readonly limit: number }, ClaimedRow>({
  name: 'outbox-claim',
  columns: {
    id: 'int8',
    messenger: 'text',
    chat_id: 'text',
    body: 'jsonb',
    tracking: 'jsonb',
    attempts: 'int4',
  },
  sql: ({ forMs, limit }) => sql`
with recursive first as (
  (select messenger, chat_id, id, lease_until from outbox order by messenger, chat_id, id limit 1)
  union all
  select next.messenger, next.chat_id, next.id, next.lease_until
    from first cross join lateral (
      select o.messenger, o.chat_id, o.id, o.lease_until from outbox o
       where (o.messenger, o.chat_id) > (first.messenger, first.chat_id)
       order by o.messenger, o.chat_id, o.id limit 1) next
), due as (
  select o.id from first join outbox o on o.id = first.id
   where ${isOver(sql`first.lease_until`)} and ${isOver(sql`o.lease_until`)}
   order by o.id limit ${limit}::int for update of o skip locked)
update outbox o set lease_until = ${fromNow(forMs)}, until_heard = false from due where o.id = due.id
returning o.id, o.messenger, o.chat_id, o.body, o.tracking, o.attempts`,
});

/**
 * Claims rows without a lease, oldest first, at most one a chat and only the first of the chat: that keeps the order
 * within a chat even when several processes sweep at once. It goes from chat to chat along the index, so that it takes
 * no longer for a chat with thousands of rows.
 */
export async function claimOutbox(pool: Pool, limit: number): Promise<OutboxRow[]> {
  const rows = await run(pool, claim, { forMs: LEASE_MS, limit });
  return rows.map((row) => ({
    id: row.id,
    outgoing: { messenger: row.messenger, chatId: row.chat_id, body: row.body },
    tracking: row.tracking,
    attempts: row.attempts,
  }));
}
