import type { Pool } from 'pg';

const HOUR_MS = 3_600_000;

/**
 * Removes what nothing asks for any more: claims of updates that no messenger delivers again (Telegram gives up
 * after 24 hours; a week leaves room for clocks and repairs), wizards that ended by
 * themselves, and failures that never came to a third time.
 */
export async function tidy(pool: Pool, now: Date): Promise<void> {
  const before = (hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);
  await pool.query('delete from inbox where received_at < $1', [before(7 * 24)]);
  await pool.query('delete from sessions where expires_at < $1', [before(1)]);
  await pool.query('delete from failed_updates where parked_at is null and failed_at < $1', [before(7 * 24)]);
}
