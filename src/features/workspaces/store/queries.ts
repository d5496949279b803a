import { defineClientQuery, defineQuery } from '../../../store/define-query.ts';
import { defineStatement, type Statement } from '../../../store/define-statement.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import {
  type WorkspaceRow,
  workspaceColumns,
  workspaceFrom,
  workspaceTypes,
} from '../../../store/rows/workspace-row.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { JoinedWorkspace } from '../queries.ts';

interface JoinedRow extends MembershipRow, WorkspaceRow {}

const joinedTypes = { ...membershipTypes, ...workspaceTypes };
const joinedColumns = sql`${workspaceColumns}, ${membershipColumns}`;

/** Roles granted by their holder are those of creating a workspace and of accepting its ownership. */
const owned = defineStatement<{ readonly personId: string }, { owned: number }>({
  name: 'workspaces-owned',
  columns: { owned: 'int4' },
  sql: ({ personId }) => sql`
select count(distinct m.workspace_id)::int as owned
  from memberships m join membership_roles r on r.membership_id = m.id
 where m.person_id = ${personId}::uuid and r.granted_by_id = m.person_id`,
});

/** How many workspaces a person owns. */
export const workspacesOwned = defineQuery('workspaces.owned', {
  statement: owned,
  parameters: (query) => query,
  found: ([row]) => row?.owned ?? 0,
});

interface PageParameters {
  readonly personId: string;
  /** The workspace at the edge; null: the beginning. */
  readonly at: string | null;
  readonly limit: number;
}

/** Ids are picked first; roles and grants are read for the page only. */
function pageStatement(
  direction: 'after' | 'before',
  beyond: Sql,
  order: Sql,
): Statement<PageParameters, JoinedRow> {
  return defineStatement<PageParameters, JoinedRow>({
    name: `workspaces-mine-${direction}`,
    columns: joinedTypes,
    sql: ({ personId, at, limit }) => sql`
with picked as (
  select m.id, w.id as workspace_id from memberships m join workspaces w on w.id = m.workspace_id
   where m.person_id = ${personId}::uuid and m.state in ('active', 'suspended')
     and (${at}::uuid is null or (lower(w.name), w.id) ${beyond} (select lower(name), id from workspaces where id = ${at}::uuid))
   order by lower(w.name) ${order}, w.id ${order} limit ${limit}::int
)
select ${joinedColumns}
  from picked join memberships m on m.id = picked.id join workspaces w on w.id = picked.workspace_id
  ${membershipJoins}
 order by lower(w.name), w.id`,
  });
}

const pages = {
  after: pageStatement('after', sql`>`, sql`asc`),
  before: pageStatement('before', sql`<`, sql`desc`),
};

/** A page of a person's workspaces; one row more than asked for tells whether there are others. */
export const workspacesMine = defineQuery('workspaces.mine', {
  statement: ({ direction }) => pages[direction],
  parameters: ({ personId, at, limit }) => ({ personId, at, limit: limit + 1 }),
  found(rows, { direction, at, limit }) {
    const more = rows.length > limit;
    const forward = direction === 'after';
    const kept = forward ? rows.slice(0, limit) : rows.slice(more ? 1 : 0);
    return {
      page: kept.flatMap(joinedFrom),
      hasPrevious: forward ? at !== null : more,
      hasNext: forward ? more : true,
    };
  },
});

const one = defineStatement<{ readonly personId: string; readonly workspaceId: string }, JoinedRow>({
  name: 'workspaces-one',
  columns: joinedTypes,
  sql: ({ personId, workspaceId }) => sql`
select ${joinedColumns} from memberships m join workspaces w on w.id = m.workspace_id ${membershipJoins}
 where m.workspace_id = ${workspaceId}::uuid and m.person_id = ${personId}::uuid and m.state in ('active', 'suspended')`,
});

/** One workspace with the person's living membership in it. */
export const workspacesOne = defineQuery('workspaces.one', {
  statement: one,
  parameters: (query) => query,
  found: (rows) => rows.flatMap(joinedFrom)[0] ?? null,
});

interface BindableParameters {
  readonly personId: string;
  readonly messenger: string;
  readonly accountId: string;
  readonly limit: number;
}

/** Only a person with some role can configure anything: the rest is for the permission core to say. */
const bindable = defineStatement<BindableParameters, JoinedRow>({
  name: 'workspaces-bindable',
  columns: joinedTypes,
  sql: ({ personId, messenger, accountId, limit }) => sql`
with picked as (
  select m.id, (w.id = a.active_workspace_id) is true as active
    from memberships m join workspaces w on w.id = m.workspace_id
    left join accounts a on a.messenger = ${messenger} and a.account_id = ${accountId}
   where m.person_id = ${personId}::uuid and m.state = 'active'
     and exists (select 1 from membership_roles r where r.membership_id = m.id)
   order by active desc, lower(w.name), w.id limit ${limit}::int
)
select ${joinedColumns}
  from picked join memberships m on m.id = picked.id join workspaces w on w.id = m.workspace_id
  ${membershipJoins}
 order by picked.active desc, lower(w.name), w.id`,
});

/** The workspaces a group may be bound to. */
export const workspacesBindable = defineQuery('workspaces.bindable', {
  statement: bindable,
  parameters: (query) => query,
  found: (rows) => rows.flatMap(joinedFrom),
});

/** Counts from the maintained numbers: at most sixteen rows, however many members there are. */
export const workspacesCard = defineClientQuery('workspaces.card', async ({ prisma }, { workspaceId }) => {
  const { memberCount } = await prisma();
  const { _sum } = await memberCount.aggregate({ where: { workspaceId }, _sum: { members: true } });
  return { members: _sum.members ?? 0 };
});

function joinedFrom(row: JoinedRow): JoinedWorkspace[] {
  const membership = membershipFrom(row);
  return membership === null ? [] : [{ workspace: workspaceFrom(row), membership }];
}
