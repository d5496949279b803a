import type { Pool } from 'pg';
import { type Committed, commit } from './commit.ts';

interface FailingUpdate {
  readonly messenger: 'telegram' | 'vk' | 'viber';
  readonly id: string;
}

/** Notes that handling an update failed; returns how often it has now. The text of the error is kept short. */
export async function recordFailure(
  pool: Pool,
  update: FailingUpdate,
  error: unknown,
  now: Date,
): Promise<number> {
  const message = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2000);
  const { rows } = await pool.query<{ attempts: number }>(
    `insert into failed_updates (messenger, update_id, attempts, error, update, failed_at)
     values ($1, $2, 1, $3, $4, $5)
     on conflict (messenger, update_id) do update
        set attempts = failed_updates.attempts + 1, error = excluded.error, failed_at = excluded.failed_at
     returning attempts`,
    [update.messenger, update.id, message, JSON.stringify(update).replaceAll('\\u0000', ''), now],
  );
  return rows[0]?.attempts ?? 1;
}

/** Sets an update aside for good: it is claimed like any other, and an apology is owed. */
export async function parkUpdate(
  pool: Pool,
  update: FailingUpdate,
  apology: readonly { messenger: string; chatId: string; body: unknown }[],
  now: Date,
  leaseUntil: Date,
): Promise<Committed> {
  await pool.query('update failed_updates set parked_at = $3 where messenger = $1 and update_id = $2', [
    update.messenger,
    update.id,
    now,
  ]);
  return commit(pool, {
    update: { messenger: update.messenger, id: update.id },
    actorId: null,
    changes: [],
    audit: [],
    outbox: apology.map((one) => ({ ...one, tracking: null })),
    now,
    leaseUntil,
    slot: 0,
  });
}
