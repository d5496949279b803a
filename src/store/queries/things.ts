import type { Pool } from 'pg';
import type { Found, Query } from '../../workspace/queries.ts';
import { MOST_FITTING, THINGS_PAGE, type ThingsAsked } from '../../workspace/things/queries.ts';
import type { ThingKind } from '../../workspace/things/thing.ts';
import { seen, type ThingRow, thingColumns, thingFrom } from '../thing-row.ts';

/** What a thing stands in directly. */
const HOLDER: Readonly<Record<ThingKind, string>> = {
  project: 'null::uuid',
  bot: 't.project_id',
  channel: 't.bot_id',
};

/**
 * One page of a kind, in the order of the names. `$1` workspace, `$2` the thing that they stand in (null: any),
 * `$3` the last one seen (null: from the beginning), `$4`–`$6` who sees what.
 */
function pageStatement(kind: ThingKind): string {
  return `
with edge as materialized (select lower(name) as name, id from ${kind}s where id = $3::uuid and workspace_id = $1::uuid)
select ${thingColumns}
  from things t
 where t.workspace_id = $1 and t.kind = '${kind}' and ($2::uuid is null or ${HOLDER[kind]} = $2)
   and ($3 is null or (lower(t.name), t.id) > (select name, id from edge)) and ${seen('$4', '$5', '$6')}
 order by lower(t.name), t.id limit ${THINGS_PAGE + 1}`;
}

const PAGES: Readonly<Record<ThingKind, string>> = {
  project: pageStatement('project'),
  bot: pageStatement('bot'),
  channel: pageStatement('channel'),
};

/** A page of things; see the question's own description. */
export async function pageThings(pool: Pool, query: Query<'things.page'>): Promise<Found<'things.page'>> {
  const { of: kind, sight } = query;
  const { rows } = await pool.query<ThingRow>({
    name: `things-page-${kind}`,
    text: PAGES[kind],
    values: [query.workspaceId, query.within, query.after, sight.everywhere, sight.projects, sight.bots],
  });
  return {
    things: rows.slice(0, THINGS_PAGE).map(thingFrom),
    hasPrevious: query.after !== null,
    hasNext: rows.length > THINGS_PAGE,
  };
}

/** A name as a text is compared with it: lower case, without the signs that a line is split at. */
const spoken = (name: string): string => `trim(regexp_replace(lower(${name}), '[\\s,;]+', ' ', 'g'))`;

/**
 * Rows of the things asked for as `fit`, from seven parameters that begin at `$<first>`: workspace, kinds, ids, text,
 * then who sees what. The best fits of a text come first: the name itself, then the
 * longest name that it has in it.
 */
export function fittingThings(first: number): string {
  const at = (place: number): string => `$${first + place}`;
  return `
  select ${thingColumns} from things t
   where t.workspace_id = ${at(0)}::uuid
     and (t.id = any (${at(2)}::uuid[])
          or (${at(3)}::text is not null and t.kind = any (${at(1)}::text[])
              and (position(${spoken('t.name')} in ${at(3)}) > 0 or position(${at(3)} in ${spoken('t.name')}) > 0)))
     and ${seen(at(4), at(5), at(6))}
   order by t.id = any (${at(2)}) desc, ${spoken('t.name')} = ${at(3)} desc nulls last, case when ${at(3)} = '' then 0 else -char_length(t.name) end,
            lower(t.name), t.id limit ${MOST_FITTING}`;
}

/** The parameters of `fittingThings`. */
export function fittingValues(workspaceId: string, { kinds, ids, text, sight }: ThingsAsked): unknown[] {
  return [workspaceId, kinds, ids, text, sight.everywhere, sight.projects, sight.bots];
}

const FIND = `
with fit as materialized (${fittingThings(1)})
select exists (select 1 from things t where t.workspace_id = $1 and t.kind = $8 and lower(t.name) = lower($9)) as taken,
       (select json_agg(fit) from fit) as things`;

/** Things by id or text; see the question's own description. */
export async function findThings(pool: Pool, query: Query<'things.find'>): Promise<Found<'things.find'>> {
  const { taken } = query;
  const { rows } = await pool.query<{ taken: boolean; things: readonly ThingRow[] | null }>({
    name: 'things-find',
    text: FIND,
    values: [...fittingValues(query.workspaceId, query.asked), taken?.kind ?? null, taken?.name ?? null],
  });
  return { things: (rows[0]?.things ?? []).map(thingFrom), taken: rows[0]?.taken ?? false };
}
