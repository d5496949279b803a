import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { KeyScope } from '../key.ts';

interface KeyRow {
  id: string;
  workspace_id: string;
  name: string;
  public_id: string;
  scopes: readonly KeyScope[];
  rate_per_minute: number;
  created_by_id: string | null;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Living keys first, so that no number of revoked ones can hide them. */
const KEYS = `
select id, workspace_id, name, public_id, scopes, rate_per_minute, created_by_id, created_at, last_used_at, revoked_at
  from api_keys where workspace_id = $1
 order by (revoked_at is null) desc, created_at desc, id desc limit 100`;

/** A hundred keys of a workspace: the living ones, newest first, then revoked ones. */
export async function listKeys(pool: Pool, query: Query<'keys.list'>): Promise<Found<'keys.list'>> {
  const { rows } = await pool.query<KeyRow>({ name: 'keys-list', text: KEYS, values: [query.workspaceId] });
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    publicId: row.public_id,
    scopes: row.scopes,
    ratePerMinute: row.rate_per_minute,
    createdById: row.created_by_id,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }));
}
