import type { Pool } from 'pg';
import type { ThingKind } from '../../../domain/thing.ts';
import type { Placement } from '../facts.ts';
import { maskOf } from '../facts.ts';

/** Beyond this a read has lost its connection. `pg` reads it beside a query, its types do not know. */
const timeLimit = { query_timeout: 5_000 };

/** A thing asked about in a workspace. */
export interface ThingIn {
  readonly workspaceId: string;
  /** A UUID in lower case. */
  readonly id: string;
}

interface PlaceRow {
  place: string;
  kind: ThingKind;
  id: string;
  bot_id: string | null;
  project_id: string | null;
}

/**
 * Each asked id is looked up by its key, in its workspace only: what is not there and what is another's take the same
 * way and yield the same nothing.
 */
export const PLACES = `
with asked as (select * from unnest($1::uuid[], $2::uuid[]) with ordinality as asked (workspace_id, id, place))
select a.place, 'project' as kind, p.id, null::uuid as bot_id, p.id as project_id
  from asked a join projects p on p.workspace_id = a.workspace_id and p.id = a.id
union all
select a.place, 'bot', b.id, b.id, b.project_id
  from asked a join bots b on b.workspace_id = a.workspace_id and b.id = a.id
union all
select a.place, 'channel', c.id, b.id, b.project_id
  from asked a join channels c on c.workspace_id = a.workspace_id and c.id = a.id join bots b on b.id = c.bot_id`;

/** Where these things stand, in the order asked; null for what is not in its workspace. */
export async function readPlaces(
  pool: Pool,
  asked: readonly ThingIn[],
): Promise<readonly (Placement | null)[]> {
  const { rows } = await pool.query<PlaceRow>({
    name: 'access-places',
    text: PLACES,
    values: [asked.map(({ workspaceId }) => workspaceId), asked.map(({ id }) => id)],
    ...timeLimit,
  });
  const found = new Map(rows.map((row) => [Number(row.place) - 1, placementFrom(row)]));
  return asked.map((_, place) => found.get(place) ?? null);
}

function placementFrom({ kind, id, bot_id, project_id }: Omit<PlaceRow, 'place'>): Placement {
  // One string instead of two equal ones: places are remembered by the ten thousand.
  const own = (other: string | null): string | null => (other === id ? id : other);
  return { kind, id, botId: own(bot_id), projectId: own(project_id) };
}

/** The masked columns of these workspaces, in the order asked, as `maskOf` spells them. */
export async function readMasks(
  pool: Pool,
  workspaceIds: readonly string[],
): Promise<readonly ReadonlySet<string>[]> {
  const { rows } = await pool.query<{ workspace_id: string; table_name: string; column_name: string }>({
    name: 'access-masks',
    text: `select workspace_id, table_name, column_name from masked_columns where workspace_id = any ($1::uuid[])`,
    values: [workspaceIds],
    ...timeLimit,
  });
  const masks = new Map(workspaceIds.map((id) => [id, new Set<string>()]));
  for (const row of rows) masks.get(row.workspace_id)?.add(maskOf(row.table_name, row.column_name));
  return workspaceIds.map((id) => masks.get(id) ?? new Set());
}

/** Which things of a workspace a search looks at. */
export interface ThingQuery {
  readonly workspaceId: string;
  readonly kind: ThingKind;
  /** Only what is one of these projects and bots, or stands in one; null: everything. */
  readonly within: readonly string[] | null;
  readonly after: string | undefined;
  readonly limit: number;
}

const FROM: Readonly<Record<ThingKind, string>> = {
  project: `select 'project' as kind, t.id, null::uuid as bot_id, t.id as project_id from projects t`,
  bot: `select 'bot' as kind, t.id, t.id as bot_id, t.project_id from bots t`,
  channel: `
select 'channel' as kind, t.id, t.bot_id, b.project_id from channels t join bots b on b.id = t.bot_id`,
};

/** Each asks one table alone, so that its indexes lead to the few rows there are. */
const WITHIN: Readonly<Record<ThingKind, string>> = {
  project: 't.id = any ($4::uuid[])',
  bot: '(t.id = any ($4::uuid[]) or t.project_id = any ($4::uuid[]))',
  channel: '(b.id = any ($4::uuid[]) or b.project_id = any ($4::uuid[]))',
};

/** Less than any id. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** `$1` workspace, `$2` last one seen, `$3` limit, and where only what lies within some things is looked for `$4`. */
export function candidatesText(kind: ThingKind, within: boolean): string {
  return `${FROM[kind]}
 where t.workspace_id = $1 and t.id > coalesce($2::uuid, '${NIL}') ${within ? `and ${WITHIN[kind]}` : ''}
 order by t.id limit $3`;
}

/** Things of one kind that may turn out to be answers, in the order of their ids. */
export async function candidateThings(
  pool: Pool,
  { workspaceId, kind, within, after, limit }: ThingQuery,
): Promise<readonly Placement[]> {
  const { rows } = await pool.query<Omit<PlaceRow, 'place'>>({
    name: `access-search-${kind}s${within === null ? '' : '-within'}`,
    text: candidatesText(kind, within !== null),
    values: [workspaceId, after, limit, ...(within === null ? [] : [within])],
  });
  return rows.map(placementFrom);
}
