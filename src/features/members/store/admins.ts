import { defineClientQuery, defineQuery } from '../../../store/define-query.ts';
import { defineStatement } from '../../../store/define-statement.ts';
import { inSnapshot, recipientOf, recipientSelect } from '../../../store/rows/client-rows.ts';
import { sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { MAX_COUNTED } from '../queries.ts';

/** Administrators who are told: enough that one of them reads it. */
const MAX_TOLD = 5;

/** The holders of the owner role with no end, and some of those beside the member who leaves. */
export const membersAdmins = defineClientQuery(
  'members.admins',
  async ({ prisma }, { workspaceId, ownerRole, leavingId }) =>
    inSnapshot(await prisma(), async ({ membership }) => {
      const admins = {
        workspaceId,
        state: 'active',
        roles: { some: { role: ownerRole, until: null } },
      };
      const ownerRoleHolders = await membership.count({ where: admins });
      const others = await membership.findMany({
        where: { ...admins, personId: { not: leavingId } },
        orderBy: { id: 'asc' },
        take: MAX_TOLD,
        select: { person: { select: recipientSelect } },
      });
      return { ownerRoleHolders, others: others.map(({ person }) => recipientOf(person)) };
    }),
);

/**
 * Counts holders, on memberships and on resources, each role along the index and only so far. An equality would let
 * the planner read the whole table for a role that it believes to be frequent and that nobody holds; an order
 * leaves it the index alone. Prisma Client cannot compare rows.
 */
export const holderCounts = defineStatement<
  { readonly workspaceId: string; readonly roles: readonly string[] },
  { role: string; holders: number }
>({
  name: 'members-holders',
  columns: { role: 'text', holders: 'int4' },
  sql: ({ workspaceId, roles }) => sql`
select asked.role, counted.holders from unnest(${roles}::text[]) as asked (role)
 cross join lateral (
   select count(*)::int as holders
     from ((select r.membership_id from membership_roles r
             where (r.workspace_id, r.role) >= (${workspaceId}::uuid, asked.role)
               and (r.workspace_id, r.role) <= (${workspaceId}::uuid, asked.role)
             order by r.workspace_id, r.role, r.membership_id limit ${literal(MAX_COUNTED + 1)})
           union
           (select distinct on (g.workspace_id, g.role, g.membership_id) g.membership_id from grants g
             where (g.workspace_id, g.role) >= (${workspaceId}::uuid, asked.role)
               and (g.workspace_id, g.role) <= (${workspaceId}::uuid, asked.role)
             order by g.workspace_id, g.role, g.membership_id limit ${literal(MAX_COUNTED + 1)})) held) counted`,
});

/** How many members hold each role, counted up to one more than `MAX_COUNTED`. */
export const membersHolders = defineQuery('members.holders', {
  statement: holderCounts,
  parameters: (query) => query,
  found: (rows) => new Map(rows.map(({ role, holders }) => [role, Math.min(holders, MAX_COUNTED + 1)])),
});
