import type { Found, Query } from '../../../domain/queries.ts';
import { nameOfVersion } from '../../../domain/scheme-ref.ts';
import { defineClientQuery, defineQuery, type Reader } from '../../../store/define-query.ts';
import { defineStatement } from '../../../store/define-statement.ts';
import { escapeLike } from '../../../store/escape-like.ts';
import type { Workspace } from '../../../store/generated/client.ts';
import { sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { parseScheme } from '../file/parse.ts';
import { MAX_GROUPS, type RoleGroup } from '../queries.ts';

interface InForceRow extends Pick<Workspace, 'scheme'> {
  version: number;
  holders: Record<string, number> | null;
  invited: Record<string, number> | null;
  groups: readonly RoleGroup[] | null;
  keystone_holders: number;
  asked_preset: string | null;
  asked_declaration: unknown;
}

/** One walk over all roles held in the workspace, which is asked only where its scheme is about to change. */
const inForce = defineStatement<
  { readonly workspaceId: string; readonly ownerRole: string; readonly version: number | null },
  InForceRow
>({
  name: 'scheme-in-force',
  columns: {
    scheme: 'text',
    version: 'int4',
    holders: 'json',
    invited: 'json',
    groups: 'json',
    keystone_holders: 'int4',
    asked_preset: 'text',
    asked_declaration: 'jsonb',
  },
  sql: ({ workspaceId, ownerRole, version }) => sql`
with held as materialized (
  select r.membership_id, r.role from membership_roles r where r.workspace_id = ${workspaceId}::uuid
  union
  select g.membership_id, g.role from grants g where g.workspace_id = ${workspaceId}::uuid
), sets as (
  select membership_id, array_agg(role order by role) as roles from held group by membership_id
), groups as (
  select roles, count(*)::int as members, (array_agg(membership_id order by membership_id))[1:3] as some
    from sets group by roles order by count(*) desc, roles limit ${literal(MAX_GROUPS)}
)
select w.scheme, w.scheme_version as version,
       (select json_object_agg(role, holders) from (select role, count(*)::int as holders from held group by role) h) as holders,
       (select json_object_agg(role, offers) from (
          select o.role, count(*)::int as offers from invitations i, unnest(i.roles) as o (role)
           where i.workspace_id = w.id and i.state = 'pending' group by o.role) i) as invited,
       (select json_agg(json_build_object('roles', g.roles, 'members', g.members, 'names', (
                 select json_agg(p.name order by m.id) from memberships m join persons p on p.id = m.person_id
                  where m.id = any (g.some))) order by g.members desc, g.roles) from groups g) as groups,
       (select count(*)::int from membership_roles r join memberships m on m.id = r.membership_id and m.state = 'active'
         where r.workspace_id = w.id and r.role = ${ownerRole} and r.until is null) as keystone_holders,
       coalesce(v.preset, case when ${version}::int = 0 and w.scheme_version = 0 then w.scheme end) as asked_preset,
       v.declaration as asked_declaration
  from workspaces w left join scheme_versions v on v.workspace_id = w.id and v.version = ${version}::int
 where w.id = ${workspaceId}::uuid`,
});

/** Who holds what under the scheme in force. Throws where the workspace is gone. */
export const schemeInForce = defineQuery('scheme.in_force', {
  statement: inForce,
  parameters: (query) => query,
  found([row], query) {
    if (row === undefined) throw new Error('the workspace of an actor exists');
    return {
      scheme: row.scheme,
      version: row.version,
      holders: row.holders ?? {},
      invited: row.invited ?? {},
      groups: row.groups ?? [],
      ownerRoleHolders: row.keystone_holders,
      asked: askedFrom(row, query),
    };
  },
});

function askedFrom(
  { asked_preset: preset, asked_declaration: declaration }: InForceRow,
  { workspaceId, version }: Query<'scheme.in_force'>,
): Found<'scheme.in_force'>['asked'] {
  if (preset !== null) return { preset, declaration: null, scheme: preset };
  if (version === null || declaration === null) return null;
  return {
    preset: null,
    declaration: parseScheme(declaration),
    scheme: nameOfVersion({ workspaceId, version }),
  };
}

/** A workspace as an operator points at it; `scheme` is the name of its scheme. */
export type NamedWorkspace = Readonly<Pick<Workspace, 'id' | 'name' | 'scheme'>>;

const MAX_NAMED = 10;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The workspace with this id, or a few that are called so, whatever the case; Prisma Client compares by ILIKE. */
export async function findWorkspacesNamed(
  { prisma }: Pick<Reader, 'prisma'>,
  idOrName: string,
): Promise<readonly NamedWorkspace[]> {
  const id = UUID.test(idOrName) ? [{ id: idOrName.toLowerCase() }] : [];
  return (await prisma()).workspace.findMany({
    where: { OR: [...id, { name: { equals: escapeLike(idOrName), mode: 'insensitive' } }] },
    orderBy: { id: 'asc' },
    take: MAX_NAMED,
    select: { id: true, name: true, scheme: true },
  });
}

const HISTORY_PAGE = 20;

/** The versions of a workspace's scheme, newest first. */
export const schemeHistory = defineClientQuery(
  'scheme.history',
  async ({ prisma }, { workspaceId, before }) => {
    const { schemeVersion, person } = await prisma();
    const versions = await schemeVersion.findMany({
      where: { workspaceId, ...(before === null ? {} : { version: { lt: before } }) },
      orderBy: { version: 'desc' },
      take: HISTORY_PAGE,
    });
    const makers = await person.findMany({
      where: { id: { in: versions.flatMap(({ madeById }) => madeById ?? []) } },
      select: { id: true, name: true },
    });
    return versions.map(({ version, preset, declaration, madeAt, madeById }) => ({
      version,
      preset,
      title: titleOf(declaration),
      madeAt,
      madeBy: makers.find(({ id }) => id === madeById)?.name ?? null,
    }));
  },
);

function titleOf(declaration: unknown): string | null {
  if (typeof declaration !== 'object' || declaration === null || !('title' in declaration)) return null;
  return typeof declaration.title === 'string' ? declaration.title : null;
}
