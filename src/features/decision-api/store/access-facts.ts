import type { Pool } from 'pg';
import type { ResourceKind } from '../../../domain/resource.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineStatement, run, type Statement } from '../../../store/define-statement.ts';
import type { MaskedColumn } from '../../../store/generated/client.ts';
import { empty, type Sql, sql } from '../../../store/sql.ts';
import type { Placement } from '../facts.ts';
import { maskOf } from '../facts.ts';
import { READ_MS } from './access.ts';

/** A resource asked about in a workspace. */
export interface ResourceIn {
  readonly workspaceId: string;
  /** A UUID in lower case. */
  readonly id: string;
}

interface PlacementRow {
  kind: ResourceKind;
  id: string;
  bot_id: string | null;
  project_id: string | null;
}

interface PlaceRow extends PlacementRow {
  place: string;
}

const placementTypes = { kind: 'text', id: 'uuid', bot_id: 'uuid', project_id: 'uuid' } as const;

interface AskedResources {
  readonly workspaceIds: readonly string[];
  readonly ids: readonly string[];
}

/**
 * Each asked id is looked up by its key, in its workspace only: what is not there and what is another's take the same
 * way and yield the same nothing.
 */
export const places = defineStatement<AskedResources, PlaceRow>({
  name: 'access-places',
  columns: { ...placementTypes, place: 'int8' },
  timeoutMs: READ_MS,
  sql: ({ workspaceIds, ids }) => sql`
with asked as (
  select * from unnest(${workspaceIds}::uuid[], ${ids}::uuid[]) with ordinality as asked (workspace_id, id, place))
select a.place, 'project' as kind, p.id, null::uuid as bot_id, p.id as project_id
  from asked a join projects p on p.workspace_id = a.workspace_id and p.id = a.id
union all
select a.place, 'bot', b.id, b.id, b.project_id
  from asked a join bots b on b.workspace_id = a.workspace_id and b.id = a.id
union all
select a.place, 'channel', c.id, b.id, b.project_id
  from asked a join channels c on c.workspace_id = a.workspace_id and c.id = a.id join bots b on b.id = c.bot_id`,
});

/** Where these resources stand, in the order asked; null for what is not in its workspace. */
export async function readPlaces(
  pool: Pool,
  asked: readonly ResourceIn[],
): Promise<readonly (Placement | null)[]> {
  const rows = await run(pool, places, {
    workspaceIds: asked.map(({ workspaceId }) => workspaceId),
    ids: asked.map(({ id }) => id),
  });
  const found = new Map(rows.map((row) => [Number(row.place) - 1, placementFrom(row)]));
  return asked.map((_, place) => found.get(place) ?? null);
}

function placementFrom({ kind, id, bot_id, project_id }: PlacementRow): Placement {
  // One string instead of two equal ones: places are remembered by the ten thousand.
  const own = (other: string | null): string | null => (other === id ? id : other);
  return { kind, id, botId: own(bot_id), projectId: own(project_id) };
}

const maskedColumns = defineStatement<
  { readonly workspaceIds: readonly string[] },
  Columns<Pick<MaskedColumn, 'workspaceId' | 'tableName' | 'columnName'>>
>({
  name: 'access-masks',
  columns: { workspace_id: 'uuid', table_name: 'text', column_name: 'text' },
  timeoutMs: READ_MS,
  sql: ({ workspaceIds }) => sql`
select workspace_id, table_name, column_name from masked_columns where workspace_id = any (${workspaceIds}::uuid[])`,
});

/** The masked columns of these workspaces, in the order asked, as `maskOf` spells them. */
export async function readMasks(
  pool: Pool,
  workspaceIds: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const rows = await run(pool, maskedColumns, { workspaceIds });
  const masks = new Map(workspaceIds.map((id) => [id, new Set<string>()]));
  for (const row of rows) masks.get(row.workspace_id)?.add(maskOf(row.table_name, row.column_name));
  return workspaceIds.map((id) => masks.get(id) ?? new Set());
}

/** Which resources of a workspace a search looks at. */
export interface ResourceQuery {
  readonly workspaceId: string;
  readonly kind: ResourceKind;
  /** Only what is one of these projects and bots, or is in one; null: everything. */
  readonly within: readonly string[] | null;
  readonly after: string | undefined;
  readonly limit: number;
}

interface CandidateParameters {
  readonly workspaceId: string;
  /** The last one seen. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly within: readonly string[] | null;
}

const tables: Readonly<Record<ResourceKind, Sql>> = {
  project: sql`select 'project' as kind, t.id, null::uuid as bot_id, t.id as project_id from projects t`,
  bot: sql`select 'bot' as kind, t.id, t.id as bot_id, t.project_id from bots t`,
  channel: sql`
select 'channel' as kind, t.id, t.bot_id, b.project_id from channels t join bots b on b.id = t.bot_id`,
};

/** Each asks one table alone, so that its indexes lead to the few rows there are. */
const isWithin: Readonly<Record<ResourceKind, (ids: readonly string[] | null) => Sql>> = {
  project: (ids) => sql`t.id = any (${ids}::uuid[])`,
  bot: (ids) => sql`(t.id = any (${ids}::uuid[]) or t.project_id = any (${ids}::uuid[]))`,
  channel: (ids) => sql`(b.id = any (${ids}::uuid[]) or b.project_id = any (${ids}::uuid[]))`,
};

type CandidateStatement = Statement<CandidateParameters, PlacementRow>;

function candidates(kind: ResourceKind, place: 'anywhere' | 'within'): CandidateStatement {
  return defineStatement<CandidateParameters, PlacementRow>({
    name: `access-search-${kind}s-${place}`,
    columns: placementTypes,
    sql: ({ workspaceId, after, limit, within }) => sql`${tables[kind]}
 where t.workspace_id = ${workspaceId}::uuid
   and t.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
   ${place === 'within' ? sql`and ${isWithin[kind](within)}` : empty}
 order by t.id limit ${limit}::int`,
  });
}

/** The statements of a search for resources; a test looks at their plans. */
export const candidateStatements: Readonly<
  Record<ResourceKind, Readonly<Record<'anywhere' | 'within', CandidateStatement>>>
> = {
  project: { anywhere: candidates('project', 'anywhere'), within: candidates('project', 'within') },
  bot: { anywhere: candidates('bot', 'anywhere'), within: candidates('bot', 'within') },
  channel: { anywhere: candidates('channel', 'anywhere'), within: candidates('channel', 'within') },
};

/** Resources of one kind that may turn out to be answers, in the order of their ids. */
export async function candidateResources(
  pool: Pool,
  { kind, ...parameters }: ResourceQuery,
): Promise<readonly Placement[]> {
  const place = parameters.within === null ? 'anywhere' : 'within';
  const rows = await run(pool, candidateStatements[kind][place], parameters);
  return rows.map(placementFrom);
}
