import type { Pool } from 'pg';

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

/** Keeps rows in this process's hands until `until`; a row that is not there any more stays away. */
export async function renewLeases(pool: Pool, ids: readonly string[], until: Date): Promise<void> {
  await pool.query({
    name: 'outbox-renew',
    text: 'update outbox set lease_until = $2 where id = any ($1::bigint[])',
    values: [ids, until],
  });
}

/** Gives rows back: any process may take them from `from` on. */
export async function releaseOwed(
  pool: Pool,
  ids: readonly string[],
  from: Date,
  failedAttempts: 0 | 1,
): Promise<void> {
  await pool.query({
    name: 'outbox-release',
    text: 'update outbox set lease_until = $2, attempts = attempts + $3 where id = any ($1::bigint[])',
    values: [ids, from, failedAttempts],
  });
}

/** `$1` now, `$2` the end of the lease, `$3` so many at most; for the test that looks at its plan, too. */
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
   where first.lease_until <= $1 and o.lease_until <= $1
   order by o.id limit $3 for update of o skip locked)
update outbox o set lease_until = $2 from due where o.id = due.id
returning o.id, o.messenger, o.chat_id, o.body, o.tracking, o.attempts`;

/**
 * Takes rows that nobody holds, oldest first, at most one a chat and only the first still owed there: that keeps the
 * order within a chat even when several processes sweep at once. It goes from chat to chat along the index, so that
 * it takes no longer for a chat that is owed thousands.
 */
export async function claimOwed(pool: Pool, now: Date, until: Date, limit: number): Promise<OwedRow[]> {
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
    values: [now, until, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    outgoing: { messenger: row.messenger, chatId: row.chat_id, body: row.body },
    tracking: row.tracking,
    attempts: row.attempts,
  }));
}
