import type { Pool } from 'pg';

/** Seals up to `limit` audit events; returns how many. */
export async function sealAudit(_pool: Pool, _limit: number): Promise<number> {
  return 0;
}
