import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { MaskedColumn } from '../queries.ts';

/** The masked columns of a workspace. */
export async function listMasks(pool: Pool, query: Query<'masks.list'>): Promise<Found<'masks.list'>> {
  const { rows } = await pool.query<MaskedColumn>({
    name: 'masks-list',
    text: `select table_name as "table", column_name as "column" from masked_columns
            where workspace_id = $1 order by table_name, column_name`,
    values: [query.workspaceId],
  });
  return rows;
}
