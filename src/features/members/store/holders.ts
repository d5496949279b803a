import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import { PAGE_SIZE } from '../queries.ts';
import { type ListedRow, memberFrom, pageStatement } from './members.ts';

const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * Memberships that hold a role, one row more than a page, each table along its index. Ids grow with time, so
 * their order is that of joining. `$1` workspace, `$2` role, `$3` the last membership of the page before.
 */
const holding = (table: 'membership_roles' | 'grants'): string => `
  (select distinct on (h.workspace_id, h.role, h.membership_id) h.membership_id from ${table} h
    where h.workspace_id = $1::uuid and h.role = $2 and h.membership_id > $3::uuid
    order by h.workspace_id, h.role, h.membership_id limit ${PAGE_SIZE + 1})`;

/** The statement of a page, for the store and for the test that looks at its plan. */
export const holdingStatement = pageStatement(
  `picked as materialized (
  select held.membership_id as id, row_number() over (order by held.membership_id) as place
    from (${holding('membership_roles')} union ${holding('grants')}) held
   order by held.membership_id limit ${PAGE_SIZE + 1}
)`,
  'null',
);

/** Finds a page of a role's holders; see the question's own description. */
export async function pageHolders(
  pool: Pool,
  { workspaceId, role, afterId }: Query<'members.holding'>,
): Promise<Found<'members.holding'>> {
  const { rows } = await pool.query<ListedRow>({
    name: 'members-holding',
    text: holdingStatement,
    values: [workspaceId, role, afterId ?? NIL],
  });
  return { members: rows.slice(0, PAGE_SIZE).map(memberFrom), hasNext: rows.length > PAGE_SIZE };
}
