import type { Bind, WriteContext, Writer } from '../../../store/commit/statement.ts';
import type { GrantGiven, ThingChange } from '../../resources/changes.ts';

/**
 * An insert of grants for the membership that `source` yields as `(id, workspace_id)`. A thing that is not in the
 * workspace any more is left out.
 *
 * @param which where acts share the statement: the condition that tells the act's own row of the source, `s`
 */
export function insertGrants(
  source: string,
  grants: readonly GrantGiven[],
  bind: Bind,
  at: WriteContext,
  which = 'true',
): string {
  const ids = `${bind(grants.map(({ id }) => id))}::uuid[]`;
  const roles = `${bind(grants.map(({ role }) => role))}::text[]`;
  const kinds = `${bind(grants.map(({ place }) => place.kind))}::text[]`;
  const things = `${bind(grants.map(({ place }) => place.id))}::uuid[]`;
  const untils = `${bind(grants.map(({ until }) => until))}::timestamptz[]`;
  return `insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, until, granted_by_id, granted_at)
          select given.id, s.workspace_id, s.id, given.role, given.kind, given.thing, given.until, ${at.actor}, ${at.now}
            from ${source} s${at.and}, unnest(${ids}, ${roles}, ${kinds}, ${things}, ${untils}) as given (id, role, kind, thing, until)
           where ${which}
             and ((given.kind = 'bot' and given.thing in (select b.id from bots b where b.workspace_id = s.workspace_id))
               or (given.kind = 'project' and given.thing in (select p.id from projects p where p.workspace_id = s.workspace_id)))
          on conflict (membership_id, role, thing_kind, thing_id) do update
             set until = excluded.until, granted_by_id = excluded.granted_by_id, granted_at = excluded.granted_at
          returning 1`;
}

const changed: Writer<Extract<ThingChange, { kind: 'grants.changed' }>> = (change, bind, at) => {
  const roles = `${bind(change.remove.map(({ role }) => role))}::text[]`;
  const things = `${bind(change.remove.map(({ place }) => place.id))}::uuid[]`;
  return [
    {
      name: 'membership',
      sql: `update memberships set version = version + 1
             where id = ${bind(change.membershipId)}::uuid and version = ${bind(change.version)}::int
               and state in ('active', 'suspended') and ${at.locked} returning id, workspace_id`,
      expect: 1,
    },
    {
      name: 'taken',
      sql: `delete from grants g using ${at.ref('membership')} s
             where g.membership_id = s.id and (g.role, g.thing_id) in (select * from unnest(${roles}, ${things})) returning 1`,
      expect: change.remove.length,
    },
    {
      name: 'given',
      sql: insertGrants(at.ref('membership'), change.add, bind, at),
      expect: change.add.length,
    },
  ];
};

/** Writers of the changes of roles on things. */
export const grantWriters = { 'grants.changed': changed };
