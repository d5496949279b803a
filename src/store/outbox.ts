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

/**
 * Takes rows that nobody holds, at most one a chat and only the first still owed there: that keeps the order
 * within a chat even when several processes sweep at once.
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
    text: `
      with due as (
        select o.id from outbox o
         where o.lease_until <= $1
           and not exists (select 1 from outbox e
                            where e.messenger = o.messenger and e.chat_id = o.chat_id and e.id < o.id)
         order by o.id limit $3 for update skip locked)
      update outbox o set lease_until = $2 from due where o.id = due.id
      returning o.id, o.messenger, o.chat_id, o.body, o.tracking, o.attempts`,
    values: [now, until, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    outgoing: { messenger: row.messenger, chatId: row.chat_id, body: row.body },
    tracking: row.tracking,
    attempts: row.attempts,
  }));
}
