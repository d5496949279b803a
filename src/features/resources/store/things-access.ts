import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import { heldRolesFrom } from '../../../store/membership-row.ts';
import { THINGS_PAGE } from '../queries.ts';
import { type ThingRow, thingColumns, thingFrom } from './thing-row.ts';

interface AccessRow {
  thing: ThingRow | null;
  membership_id: string | null;
  name: string;
  roles: readonly [role: string, until: number | null][] | null;
}

/** Members with a grant on the thing itself, along their names. `$4` is the last one seen. */
const ACCESS = `
with edge as materialized (select sort_name, id from memberships where id = $4::uuid and workspace_id = $1::uuid),
target as materialized (select ${thingColumns} from things t where t.workspace_id = $1 and t.kind = $2 and t.id = $3::uuid)
select (select row_to_json(target) from target) as thing, holder.id as membership_id, holder.name, holder.roles
  from (values (true)) as one (present)
  left join lateral (
    select m.id, m.sort_name, p.name, held.roles
      from memberships m
      join persons p on p.id = m.person_id
      join lateral (select json_agg(json_build_array(g.role, extract(epoch from g.until) * 1000)) as roles
                      from grants g
                     where g.membership_id = m.id and g.thing_kind = $2 and g.thing_id = $3) held on held.roles is not null
     where m.workspace_id = $1 and m.state in ('active', 'suspended')
       and m.id in (select membership_id from grants where workspace_id = $1 and thing_kind = $2 and thing_id = $3)
       and ($4 is null or (m.sort_name, m.id) > (select sort_name, id from edge))
     order by m.sort_name, m.id limit ${THINGS_PAGE + 1}) holder on true
 order by holder.sort_name, holder.id`;

/** Who holds roles on a thing; see the question's own description. */
export async function pageAccess(pool: Pool, query: Query<'things.access'>): Promise<Found<'things.access'>> {
  const { rows } = await pool.query<AccessRow>({
    name: 'things-access',
    text: ACCESS,
    values: [query.workspaceId, query.place.kind, query.place.id, query.after],
  });
  const holders = rows.flatMap(({ membership_id: membershipId, name, roles }) =>
    membershipId === null ? [] : [{ membershipId, name, roles: heldRolesFrom(roles) }],
  );
  return {
    thing: rows[0]?.thing ? thingFrom(rows[0].thing) : null,
    holders: holders.slice(0, THINGS_PAGE),
    hasPrevious: query.after !== null,
    hasNext: holders.length > THINGS_PAGE,
  };
}
