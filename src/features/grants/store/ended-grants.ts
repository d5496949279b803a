import type { GrantPlace } from '../../../domain/resource.ts';
import type { Reader } from '../../../store/define-query.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import { addressJoin } from '../../../store/rows/address.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import {
  type RecipientRow,
  recipientColumns,
  recipientFrom,
  recipientTypes,
} from '../../../store/rows/recipient-row.ts';
import {
  type WorkspaceRow,
  workspaceColumns,
  workspaceFrom,
  workspaceTypes,
} from '../../../store/rows/workspace-row.ts';
import { sql } from '../../../store/sql.ts';
import type { EndedGrants } from '../../resources/queries.ts';

interface EndedRow extends MembershipRow, WorkspaceRow, RecipientRow {
  ended: readonly [role: string, kind: GrantPlace['kind'], id: string, name: string | null][];
}

/** Groups by membership and reads the view `resources`, which Prisma Client does not know. */
const due = defineStatement<{ readonly now: Date; readonly limit: number }, EndedRow>({
  name: 'ended-grants-due',
  columns: { ...membershipTypes, ...workspaceTypes, ...recipientTypes, ended: 'json' },
  sql: ({ now, limit }) => sql`
with due as (
  select membership_id, min(until) as first from grants where until <= ${now} group by membership_id order by 2 limit ${limit}::int
)
select ${workspaceColumns}, ${recipientColumns},
       (select json_agg(json_build_array(g.role, g.thing_kind, g.thing_id, t.name))
          from grants g left join things t on t.id = g.thing_id and t.kind = g.thing_kind
         where g.membership_id = m.id and g.until <= ${now}) as ended,
       ${membershipColumns}
  from due
  join memberships m on m.id = due.membership_id
  join workspaces w on w.id = m.workspace_id
  join persons p on p.id = m.person_id
  ${addressJoin}
  ${membershipJoins}
 order by due.first`,
});

/** Members with roles on resources that are over, at most `limit`, for the scheduled task that takes these away. */
export async function dueEndedGrants(
  { pool }: Pick<Reader, 'pool'>,
  now: Date,
  limit: number,
): Promise<readonly EndedGrants[]> {
  const rows = await run(pool, due, { now, limit });
  return rows.flatMap((row): EndedGrants[] => {
    const membership = membershipFrom(row);
    const holder = recipientFrom(row);
    if (membership === null || holder === null) return [];
    return [
      {
        membership,
        workspace: workspaceFrom(row),
        holder,
        grants: row.ended.map(([role, kind, id, name]) => ({ role, place: { kind, id }, name: name ?? '—' })),
      },
    ];
  });
}
