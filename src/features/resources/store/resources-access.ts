import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement } from '../../../store/define-statement.ts';
import { heldRolesFrom, type RolePair } from '../../../store/rows/membership-row.ts';
import { sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { RESOURCES_PAGE } from '../queries.ts';
import { type ResourceRow, resourceColumns, resourceFrom } from './resource-row.ts';

interface AccessRow {
  resource: ResourceRow | null;
  membership_id: string | null;
  name: string;
  roles: readonly RolePair[] | null;
}

interface AccessParameters {
  readonly workspaceId: string;
  readonly kind: string;
  readonly id: string;
  /** The last membership seen. */
  readonly after: string | null;
}

/** Members with a grant on the resource itself, along their names. */
const access = defineStatement<AccessParameters, AccessRow>({
  name: 'resources-access',
  columns: { resource: 'json', membership_id: 'uuid', name: 'text', roles: 'json' },
  sql: ({ workspaceId, kind, id, after }) => sql`
with edge as materialized (select sort_name, id from memberships where id = ${after}::uuid and workspace_id = ${workspaceId}::uuid),
target as materialized (
  select ${resourceColumns} from things t where t.workspace_id = ${workspaceId}::uuid and t.kind = ${kind} and t.id = ${id}::uuid)
select (select row_to_json(target) from target) as resource, holder.id as membership_id, holder.name, holder.roles
  from (values (true)) as one (present)
  left join lateral (
    select m.id, m.sort_name, p.name, held.roles
      from memberships m
      join persons p on p.id = m.person_id
      join lateral (select json_agg(json_build_array(g.role, extract(epoch from g.until) * 1000)) as roles
                      from grants g
                     where g.membership_id = m.id and g.thing_kind = ${kind} and g.thing_id = ${id}::uuid) held on held.roles is not null
     where m.workspace_id = ${workspaceId}::uuid and m.state in ('active', 'suspended')
       and m.id in (select membership_id from grants
                     where workspace_id = ${workspaceId}::uuid and thing_kind = ${kind} and thing_id = ${id}::uuid)
       and (${after}::uuid is null or (m.sort_name, m.id) > (select sort_name, id from edge))
     order by m.sort_name, m.id limit ${literal(RESOURCES_PAGE + 1)}) holder on true
 order by holder.sort_name, holder.id`,
});

/** A page of the members who hold roles on a resource itself. */
export const resourcesAccess = defineQuery('resources.access', {
  statement: access,
  parameters: ({ workspaceId, place, after }): AccessParameters => ({ workspaceId, ...place, after }),
  found(rows, { after }) {
    const holders = rows.flatMap(({ membership_id: membershipId, name, roles }) =>
      membershipId === null ? [] : [{ membershipId, name, roles: heldRolesFrom(roles) }],
    );
    return {
      resource: rows[0]?.resource ? resourceFrom(rows[0].resource) : null,
      holders: holders.slice(0, RESOURCES_PAGE),
      hasPrevious: after !== null,
      hasNext: holders.length > RESOURCES_PAGE,
    };
  },
});
