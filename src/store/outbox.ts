import type { Pool } from 'pg';
import { LEASE_MS } from './lease.ts';

/** One call owed to a messenger, in the hands of this process. */
export interface OwedRow {
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

/**
 * Strikes out calls that were made, without waiting for the disk: what a crash of the database brings back is sent
 * once more, as it would be had the crash come a moment earlier.
 */
export async function deleteOwed(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query({
    name: 'outbox-delete',
    text: `with struck as (delete from outbox where id = any ($1::bigint[]))
           select set_config('synchronous_commit', 'off', true)`,
    values: [ids],
  });
}

/** So many milliseconds from now, by the database's clock: all processes judge leases by that one. */
const fromNow = (parameter: string): string =>
  `clock_timestamp() + ${parameter}::double precision * interval '1 millisecond'`;

/** Keeps rows in this process's hands for one more lease; a row that is not there any more stays away. */
export async function renewLeases(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query({
    name: 'outbox-renew',
    text: `update outbox set lease_until = ${fromNow('$2')} where id = any ($1::bigint[])`,
    values: [ids, LEASE_MS],
  });
}

/** Gives rows back: any process may take them after `waitMs`, an hour at most. */
export async function releaseOwed(
  pool: Pool,
  ids: readonly string[],
  waitMs: number,
  failedAttempts: 0 | 1,
): Promise<void> {
  await pool.query({
    name: 'outbox-release',
    text: `update outbox set lease_until = ${fromNow('$2')}, attempts = attempts + $3 where id = any ($1::bigint[])`,
    values: [ids, Math.min(waitMs, MAX_REST_MS), failedAttempts],
  });
}

/** No row rests longer, so that a lease that ends later was written before the clock was set back, and is void. */
const MAX_REST_MS = 60 * 60_000;

/** A lease that is over, by the time of the statement. */
const isOver = (lease: string): string =>
  `(${lease} <= clock_timestamp() or ${lease} > clock_timestamp() + interval '61 minutes')`;

/** `$1` milliseconds that the lease lasts, `$2` so many rows at most; for the test that looks at its plan, too. */
export const CLAIM = `
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
   where ${isOver('first.lease_until')} and ${isOver('o.lease_until')}
   order by o.id limit $2 for update of o skip locked)
update outbox o set lease_until = ${fromNow('$1')} from due where o.id = due.id
returning o.id, o.messenger, o.chat_id, o.body, o.tracking, o.attempts`;

/**
 * Takes rows that nobody holds, oldest first, at most one a chat and only the first still owed there: that keeps the
 * order within a chat even when several processes sweep at once. It goes from chat to chat along the index, so that
 * it takes no longer for a chat that is owed thousands.
 */
export async function claimOwed(pool: Pool, limit: number): Promise<OwedRow[]> {
  const { rows } = await pool.query<{
    id: string;
    messenger: OwedRow['outgoing']['messenger'];
    chat_id: string;
    body: unknown;
    tracking: object | null;
    attempts: number;
  }>({
    name: 'outbox-claim',
    text: CLAIM,
    values: [LEASE_MS, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    outgoing: { messenger: row.messenger, chatId: row.chat_id, body: row.body },
    tracking: row.tracking,
    attempts: row.attempts,
  }));
}
