import type { RoleGiven } from '../../workspace/changes.ts';
import type { Bind, WriteContext } from '../statement.ts';

/**
 * An insert of roles for the membership that `source` yields as `(id, workspace_id)`. Roles travel as arrays,
 * so that the statement's text, and with it its prepared plan, is the same for any number of them.
 */
export function insertRoles(
  source: string,
  roles: readonly RoleGiven[],
  bind: Bind,
  at: WriteContext,
): string {
  const keys = `${bind(roles.map((given) => given.role))}::text[]`;
  const soles = `${bind(roles.map((given) => given.sole))}::boolean[]`;
  const untils = `${bind(roles.map((given) => given.until))}::timestamptz[]`;
  return `insert into membership_roles (membership_id, workspace_id, role, sole, until, granted_by_id, granted_at)
          select s.id, s.workspace_id, given.role, given.sole, given.until, ${at.actor}, ${at.now}
            from ${source} s, unnest(${keys}, ${soles}, ${untils}) as given (role, sole, until)
          on conflict (membership_id, role) do update
             set until = excluded.until, granted_by_id = excluded.granted_by_id, granted_at = excluded.granted_at
          returning 1`;
}

/** Moves the maintained number of members by `by` for each row of `source`. */
export function countMembers(source: string, workspaceId: string, by: 1 | -1, at: WriteContext): string {
  return `insert into member_counts (workspace_id, slot, members)
          select ${workspaceId}, ${at.slot}, ${by} from ${source}
          on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members
          returning 1`;
}
