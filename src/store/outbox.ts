import type { Pool } from 'pg';
import { type Sql, sql } from './sql.ts';

/** One call to a messenger that this process has leased. */
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
 * Deletes calls that were made, without waiting for the disk: what a crash of the database brings back is sent
 * once more, as it would be had the crash come a moment earlier.
 */
export async function deleteOwed(pool: Pool, ids: readonly string[]): Promise<void> {
  await run(
    pool,
    'outbox-delete',
    sql`with deleted as (delete from outbox where id = any (${ids}::bigint[]))
        select set_config('synchronous_commit', 'off', true)`,
  );
}

/** Extends the leases of rows to `until`; a row that is gone stays gone. */
export async function renewLeases(pool: Pool, ids: readonly string[], until: Date): Promise<void> {
  await run(
    pool,
    'outbox-renew',
    sql`update outbox set lease_until = ${until} where id = any (${ids}::bigint[])`,
  );
}

/** Ends the leases of rows: any process may claim them from `from` on. */
export async function releaseOwed(
  pool: Pool,
  ids: readonly string[],
  from: Date,
  failedAttempts: 0 | 1,
): Promise<void> {
  await run(
    pool,
    'outbox-release',
    sql`update outbox set lease_until = ${from}, attempts = attempts + ${failedAttempts} where id = any (${ids}::bigint[])`,
  );
}

/** The statement of {@link claimOwed}; for the test that looks at its plan, too. */
export function claimStatement(now: Date, until: Date, limit: number): Sql {
  return sql`
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
   where first.lease_until <= ${now} and o.lease_until <= ${now}
   order by o.id limit ${limit} for update of o skip locked)
update outbox o set lease_until = ${until} from due where o.id = due.id
returning o.id, o.messenger, o.chat_id, o.body, o.tracking, o.attempts`;
}

/**
 * Claims rows without a lease, oldest first, at most one a chat and only the first of the chat: that keeps the order
 * within a chat even when several processes sweep at once. It goes from chat to chat along the index, so that it takes
 * no longer for a chat with thousands of rows.
 */
export async function claimOwed(pool: Pool, now: Date, until: Date, limit: number): Promise<OwedRow[]> {
  const rows = await run<ClaimedRow>(pool, 'outbox-claim', claimStatement(now, until, limit));
  return rows.map((row) => ({
    id: row.id,
    outgoing: { messenger: row.messenger, chatId: row.chat_id, body: row.body },
    tracking: row.tracking,
    attempts: row.attempts,
  }));
}

interface ClaimedRow {
  readonly id: string;
  readonly messenger: OwedRow['outgoing']['messenger'];
  readonly chat_id: string;
  readonly body: unknown;
  readonly tracking: object | null;
  readonly attempts: number;
}

async function run<R extends object>(pool: Pool, name: string, { text, values }: Sql): Promise<R[]> {
  const { rows } = await pool.query<R>({ name, text, values });
  return rows;
}
