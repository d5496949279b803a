import type { RoleGiven } from '../../../domain/changes.ts';
import type { WriteContext } from '../../../store/commit/parts.ts';
import { type Sql, sql } from '../../../store/sql.ts';

/**
 * An insert of roles for the membership that `source` yields as `(id, workspace_id)`. Roles travel as arrays, so that
 * the statement's text, and with it its prepared plan, is the same for any number of them.
 *
 * @param own condition that tells the act's own row of the source, `s`; needed where acts share the statement
 */
export function insertRoles(
  source: Sql,
  roles: readonly RoleGiven[],
  at: WriteContext,
  own: Sql = sql`true`,
): Sql {
  const keys = sql`${roles.map((given) => given.role)}::text[]`;
  const soles = sql`${roles.map((given) => given.sole)}::boolean[]`;
  const untils = sql`${roles.map((given) => given.until)}::timestamptz[]`;
  return sql`insert into membership_roles (membership_id, workspace_id, role, sole, until, granted_by_id, granted_at)
             select s.id, s.workspace_id, given.role, given.sole, given.until, ${at.actor}, ${at.now}
               from ${source} s, acts act, unnest(${keys}, ${soles}, ${untils}) as given (role, sole, until)
              where ${own}
             on conflict (membership_id, role) do update
                set until = excluded.until, granted_by_id = excluded.granted_by_id, granted_at = excluded.granted_at
             returning 1`;
}

/**
 * Moves the maintained number of members by `by` for each row of `source`, which yields `(id, workspace_id)`. In one
 * order everywhere, so that no two statements wait for each other in a circle.
 *
 * @param own as of {@link insertRoles}
 */
export function countMembers(source: Sql, by: 1 | -1, at: WriteContext, own: Sql = sql`true`): Sql {
  return sql`insert into member_counts (workspace_id, slot, members)
             select s.workspace_id, ${at.slot}, sum(${by}::int)
               from ${source} s, acts act where ${own} group by 1, 2 order by 1, 2
             on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members
             returning 1`;
}
