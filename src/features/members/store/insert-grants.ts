import type { GrantGiven } from '../../../domain/changes.ts';
import type { WriteContext } from '../../../store/commit/parts.ts';
import { type Sql, sql } from '../../../store/sql.ts';

/**
 * An insert of grants for the membership that `source` yields as `(id, workspace_id)`. A resource that is not in the
 * workspace any more is left out.
 *
 * @param own condition that tells the act's own row of the source, `s`; needed where acts share the statement
 */
export function insertGrants(
  source: Sql,
  grants: readonly GrantGiven[],
  at: WriteContext,
  own: Sql = sql`true`,
): Sql {
  const ids = sql`${grants.map(({ id }) => id)}::uuid[]`;
  const roles = sql`${grants.map(({ role }) => role)}::text[]`;
  const kinds = sql`${grants.map(({ place }) => place.kind)}::text[]`;
  const resources = sql`${grants.map(({ place }) => place.id)}::uuid[]`;
  const untils = sql`${grants.map(({ until }) => until)}::timestamptz[]`;
  return sql`insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_by_id, granted_at)
             select given.id, s.workspace_id, s.id, given.role, given.kind, given.thing, given.until, ${at.actor}, ${at.now}
               from ${source} s, acts act, unnest(${ids}, ${roles}, ${kinds}, ${resources}, ${untils}) as given (id, role, kind, thing, until)
              where ${own}
                and ((given.kind = 'bot' and given.thing in (select b.id from bots b where b.workspace_id = s.workspace_id))
                  or (given.kind = 'project' and given.thing in (select p.id from projects p where p.workspace_id = s.workspace_id)))
             on conflict (membership_id, role, thing_kind, thing_id) do update
                set until = excluded.until, granted_by_id = excluded.granted_by_id, granted_at = excluded.granted_at
             returning 1`;
}
