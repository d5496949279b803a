import type { GrantCount } from '../../../domain/state.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement, type Statement } from '../../../store/define-statement.ts';
import type { Account, Person } from '../../../store/generated/client.ts';
import { heldRolesFrom, type RolePair } from '../../../store/rows/membership-row.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { type ListedMember, PAGE_SIZE, type PageEdge } from '../queries.ts';
import { type Searched, searchedMembers, searchTerms } from './member-search.ts';

/** A row of a page. */
interface ListedRow extends Columns<Pick<Person, 'id' | 'name'> & Pick<Account, 'username'>> {
  messenger: ListedMember['messenger'];
  state: ListedMember['state'];
  roles: readonly RolePair[] | null;
  granted: readonly [role: string, kind: GrantCount['kind'], until: number | null, count: number][] | null;
  total: number | null;
}

type Direction = PageEdge['direction'];

/**
 * One page of the list as `picked (id, place)`, one row more than a page. The membership at the edge (null: the
 * beginning) may be living or ended, because both keep their name.
 */
function listedMembers(direction: Direction, { workspaceId, edgeId }: Searched): Sql {
  const onward = direction === 'after' ? sql`>` : sql`<`;
  const order = direction === 'after' ? sql`asc` : sql`desc`;
  return sql`
edge as materialized (
  select coalesce(a.sort_name, '') as name, coalesce(a.id, '00000000-0000-0000-0000-000000000000') as id
    from (values (true)) as one (present)
    left join memberships a on a.id = ${edgeId}::uuid and a.workspace_id = ${workspaceId}::uuid
), picked as materialized (
  select m.id, row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from memberships m
   where m.workspace_id = ${workspaceId}::uuid and m.state in ('active', 'suspended')
     and (m.sort_name, m.id) ${onward} ((select name from edge), (select id from edge))
   order by m.sort_name ${order}, m.id ${order} limit ${literal(PAGE_SIZE + 1)}
)`;
}

/** The ids of a page are picked first; names, roles and messengers are fetched for them alone. */
function pageOf(picked: Sql, total: Sql): Sql {
  return sql`with ${picked}
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

const columns = {
  id: 'uuid',
  name: 'text',
  username: 'text',
  messenger: 'text',
  state: 'text',
  roles: 'json',
  granted: 'json',
  total: 'int4',
} as const;

function listPage(direction: Direction): Statement<Searched, ListedRow> {
  return defineStatement<Searched, ListedRow>({
    name: `members-list-${direction}`,
    columns,
    sql: (searched) =>
      pageOf(
        listedMembers(direction, searched),
        sql`(select coalesce(sum(members), 0)::int from member_counts where workspace_id = ${searched.workspaceId}::uuid)`,
      ),
  });
}

function searchPage(direction: Direction): Statement<Searched, ListedRow> {
  return defineStatement<Searched, ListedRow>({
    name: `members-search-${direction}`,
    columns,
    // Planned for its text and its workspace each time: a plan for all of them would read a large workspace whole
    // where most are small.
    prepared: false,
    sql: (searched) => pageOf(searchedMembers(direction, searched), sql`null::int`),
  });
}

/** The statements of a page; a test looks at their plans. */
export const memberPages = {
  list: { after: listPage('after'), before: listPage('before') },
  search: { after: searchPage('after'), before: searchPage('before') },
};

/** A page of living members by name, or of those whose name or username has a text in it. */
export const membersPage = defineQuery('members.page', {
  statement: ({ search, from }) =>
    memberPages[search === null ? 'list' : 'search'][from?.direction ?? 'after'],
  parameters: ({ workspaceId, search, from }) => ({
    workspaceId,
    edgeId: from?.membershipId ?? null,
    ...searchTerms(search ?? ''),
  }),
  found(rows, { search, from }) {
    const more = rows.length > PAGE_SIZE;
    const shown = rows.slice(0, PAGE_SIZE);
    const total = rows[0]?.total ?? (search === null ? 0 : null);
    if (from?.direction !== 'before') {
      return { members: shown.map(memberFrom), after: from?.membershipId ?? null, hasNext: more, total };
    }
    // Going back, the row beyond the page is the one that the page stands after.
    return {
      members: shown.reverse().map(memberFrom),
      after: rows[PAGE_SIZE]?.id ?? null,
      hasNext: true,
      total,
    };
  },
});

function memberFrom(row: ListedRow): ListedMember {
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
