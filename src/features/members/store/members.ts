import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { GrantCount } from '../../../domain/state.ts';
import { heldRolesFrom } from '../../../store/membership-row.ts';
import { type ListedMember, PAGE_SIZE, type PageEdge } from '../queries.ts';
import { anywhere, searchedMembers } from './member-search.ts';

/** A row of a page, as `pageStatement` yields it. */
export interface ListedRow {
  id: string;
  name: string;
  username: string | null;
  messenger: ListedMember['messenger'];
  state: ListedMember['state'];
  roles: readonly [role: string, until: number | null][] | null;
  granted: readonly [role: string, kind: GrantCount['kind'], until: number | null, count: number][] | null;
  total: number | null;
}

/** Shorter texts have no trigram: they are looked for at the beginning of names only. */
const SHORTEST_PART = 3;

/**
 * One page of the list as `picked (id, place)`, one row more than a page. `$1` workspace, `$2` membership at the
 * edge (null: the beginning); living and ended ones serve, because both keep their name.
 */
function listedMembers(direction: PageEdge['direction']): string {
  const [onward, order] = direction === 'after' ? ['>', 'asc'] : ['<', 'desc'];
  return `
edge as materialized (
  select coalesce(a.sort_name, '') as name, coalesce(a.id, '00000000-0000-0000-0000-000000000000') as id
    from (values (true)) as one (present) left join memberships a on a.id = $2::uuid and a.workspace_id = $1::uuid
), picked as materialized (
  select m.id, row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from memberships m
   where m.workspace_id = $1 and m.state in ('active', 'suspended')
     and (m.sort_name, m.id) ${onward} ((select name from edge), (select id from edge))
   order by m.sort_name ${order}, m.id ${order} limit ${PAGE_SIZE + 1}
)`;
}

/** The ids of a page are picked first; names, roles and messengers are fetched for them alone. */
export function pageStatement(picked: string, total: string): string {
  return `with ${picked}
select m.id, p.name, seen.username, seen.messenger, m.state, held.roles, granted.granted, ${total} as total
  from picked
  join memberships m on m.id = picked.id
  join persons p on p.id = m.person_id
  left join lateral (select username, messenger from accounts where person_id = p.id
                      order by last_seen_at desc limit 1) seen on true
  left join lateral (select json_agg(json_build_array(r.role, extract(epoch from r.until) * 1000)) as roles
                       from membership_roles r where r.membership_id = m.id) held on true
  left join lateral (select json_agg(json_build_array(g.role, g.thing_kind, extract(epoch from g.until) * 1000, g.things)) as granted
                       from (select role, thing_kind, until, count(*) as things from grants where membership_id = m.id
                              group by role, thing_kind, until order by role, thing_kind) g) granted on true
 order by picked.place`;
}

const MEMBERS = `(select coalesce(sum(members), 0)::int from member_counts where workspace_id = $1)`;

/** The statements of a page, for the store and for the test that looks at their plans. */
export const pageStatements = {
  list: {
    after: pageStatement(listedMembers('after'), MEMBERS),
    before: pageStatement(listedMembers('before'), MEMBERS),
  },
  search: {
    after: pageStatement(searchedMembers('after'), 'null'),
    before: pageStatement(searchedMembers('before'), 'null'),
  },
};

/** Finds a page of members; see the question's own description. */
export async function pageOfMembers(
  pool: Pool,
  { workspaceId, search, from }: Query<'members.page'>,
): Promise<Found<'members.page'>> {
  const direction = from?.direction ?? 'after';
  const kind = search === null ? 'list' : 'search';
  const { rows } = await pool.query<ListedRow>({
    // A search is planned for its text and its workspace each time: a plan for all of them would read a large
    // workspace whole where most are small.
    ...(kind === 'list' ? { name: `members-list-${direction}` } : {}),
    text: pageStatements[kind][direction],
    values: [workspaceId, from?.membershipId ?? null, ...(search === null ? [] : searchValues(search))],
  });
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  const members = (direction === 'after' ? shown : shown.reverse()).map(memberFrom);
  const total = rows[0]?.total ?? (search === null ? 0 : null);
  if (direction === 'after') return { members, after: from?.membershipId ?? null, hasNext: more, total };
  // Going back, the row beyond the page is the one that the page stands after.
  return { members, after: rows[PAGE_SIZE]?.id ?? null, hasNext: true, total };
}

/** `$3` and `$4` of a search: the text in lower case, and its pattern where it is long enough. */
export function searchValues(search: string): [text: string, pattern: string | null] {
  const text = search.toLowerCase();
  return [text, [...text].length < SHORTEST_PART ? null : anywhere(text)];
}

/** The member in a row. */
export function memberFrom(row: ListedRow): ListedMember {
  return {
    membershipId: row.id,
    name: row.name,
    username: row.username,
    messenger: row.messenger,
    state: row.state,
    roles: heldRolesFrom(row.roles),
    granted: (row.granted ?? []).map(([role, kind, until, count]) => ({
      role,
      kind,
      until: until === null ? null : new Date(until),
      count,
    })),
  };
}
