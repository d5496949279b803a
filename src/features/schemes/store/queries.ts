import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import { nameOfVersion } from '../../../domain/scheme-ref.ts';
import { parseScheme } from '../file/parse.ts';
import { MOST_GROUPS, type RoleGroup } from '../queries.ts';

interface InForceRow {
  scheme: string;
  version: number;
  holders: Record<string, number> | null;
  invited: Record<string, number> | null;
  groups: readonly RoleGroup[] | null;
  keystone_holders: number;
  asked_preset: string | null;
  asked_declaration: unknown;
}

/** One walk over all roles held in the workspace: asked only where its scheme is about to change. */
const IN_FORCE = `
with held as materialized (
  select r.membership_id, r.role from membership_roles r where r.workspace_id = $1
  union
  select g.membership_id, g.role from grants g where g.workspace_id = $1
), sets as (
  select membership_id, array_agg(role order by role) as roles from held group by membership_id
), groups as (
  select roles, count(*)::int as members, (array_agg(membership_id order by membership_id))[1:3] as some
    from sets group by roles order by count(*) desc, roles limit ${MOST_GROUPS}
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
         where r.workspace_id = w.id and r.role = $2 and r.until is null) as keystone_holders,
       coalesce(v.preset, case when $3::int = 0 and w.scheme_version = 0 then w.scheme end) as asked_preset,
       v.declaration as asked_declaration
  from workspaces w left join scheme_versions v on v.workspace_id = w.id and v.version = $3::int
 where w.id = $1`;

/** Reads who holds what under the scheme in force; see the question's own description. */
export async function findSchemeInForce(
  pool: Pool,
  query: Query<'scheme.in_force'>,
): Promise<Found<'scheme.in_force'>> {
  const { rows } = await pool.query<InForceRow>({
    name: 'scheme-in-force',
    text: IN_FORCE,
    values: [query.workspaceId, query.keystone, query.version],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the workspace of an actor exists');
  return {
    scheme: row.scheme,
    version: row.version,
    holders: row.holders ?? {},
    invited: row.invited ?? {},
    groups: row.groups ?? [],
    keystoneHolders: row.keystone_holders,
    asked: askedFrom(row, query),
  };
}

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

/** A workspace as an operator points at it. */
export interface NamedWorkspace {
  readonly id: string;
  readonly name: string;
  /** The name of its scheme. */
  readonly scheme: string;
}

/** The workspace with this id, or a few that are called so, whatever the case. */
export async function findWorkspacesNamed(pool: Pool, idOrName: string): Promise<readonly NamedWorkspace[]> {
  const { rows } = await pool.query<NamedWorkspace>(
    'select id, name, scheme from workspaces where id::text = lower($1) or lower(name) = lower($1) order by id limit 10',
    [idOrName],
  );
  return rows;
}

interface HistoryRow {
  version: number;
  preset: string | null;
  title: string | null;
  made_at: Date;
  made_by: string | null;
}

const HISTORY = `
select v.version, v.preset, v.declaration->>'title' as title, v.made_at, p.name as made_by
  from scheme_versions v left join persons p on p.id = v.made_by_id
 where v.workspace_id = $1 and ($2::int is null or v.version < $2)
 order by v.version desc limit 20`;

/** The versions of a workspace's scheme, newest first. */
export async function pageOfSchemes(
  pool: Pool,
  query: Query<'scheme.history'>,
): Promise<Found<'scheme.history'>> {
  const { rows } = await pool.query<HistoryRow>({
    name: 'scheme-history',
    text: HISTORY,
    values: [query.workspaceId, query.before],
  });
  return rows.map(({ version, preset, title, made_at: madeAt, made_by: madeBy }) => {
    return { version, preset, title, madeAt, madeBy };
  });
}
