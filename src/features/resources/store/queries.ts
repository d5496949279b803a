import type { Pool } from 'pg';
import type { Found, Query } from '../../../domain/queries.ts';
import type { ThingKind } from '../../../domain/thing.ts';
import { MOST_FITTING, THINGS_PAGE, type ThingsAsked } from '../queries.ts';
import { seen, type ThingRow, thingColumns, thingFrom } from './thing-row.ts';

/** By kind, on its own table `t`: what it stands in directly, and whether it is one of or in `$4` and `$5`. */
const TABLES = {
  project: {
    name: 'projects',
    holder: 'null::uuid',
    isIn: 't.id = any ($4::uuid[]) and $5::uuid[] is not null',
  },
  bot: {
    name: 'bots',
    holder: 't.project_id',
    isIn: 't.project_id = any ($4::uuid[]) or t.id = any ($5::uuid[])',
  },
  channel: {
    name: 'channels',
    holder: 't.bot_id',
    isIn: `t.bot_id = any ($5::uuid[]) or t.bot_id in (select b.id from bots b where b.project_id = any ($4::uuid[]))`,
  },
} as const satisfies Record<ThingKind, object>;

/**
 * One page of a kind, in the order of the names; the ids are picked first, along an index. `$1` workspace, `$2` the
 * last one seen (null, or gone meanwhile: from the beginning), `$3` the thing that they stand in.
 *
 * @param sight whether everything of the kind is seen, or only what stands in these projects (`$4`) and bots (`$5`)
 * @param place whether only what stands in `$3` is listed
 */
export function thingPage(kind: ThingKind, sight: 'all' | 'some', place: 'anywhere' | 'within'): string {
  const { name, holder, isIn } = TABLES[kind];
  // Written down even where nothing is asked of it, a parameter must have a type.
  const within = place === 'within' ? `${holder} = $3::uuid` : '$3::uuid is null';
  const seenHere = sight === 'some' ? isIn : '$4::uuid[] is not null and $5::uuid[] is not null';
  return `
with edge as materialized (
  select coalesce(lower(e.name), '') as name, coalesce(e.id, '00000000-0000-0000-0000-000000000000') as id
    from (values (true)) as one (present) left join ${name} e on e.id = $2::uuid and e.workspace_id = $1::uuid
), picked as materialized (
  select t.id from ${name} t
   where t.workspace_id = $1 and ${within} and (${seenHere})
     and (lower(t.name), t.id) > ((select name from edge), (select id from edge))
   order by lower(t.name), t.id limit ${THINGS_PAGE + 1}
)
select ${thingColumns}
  from things t where t.kind = '${kind}' and t.id = any (array(select id from picked))
 order by lower(t.name), t.id`;
}

/** A page of things; see the question's own description. */
export async function pageThings(pool: Pool, query: Query<'things.page'>): Promise<Found<'things.page'>> {
  const { of: kind, sight, within } = query;
  const [seenHere, place] = [
    sight.everywhere.includes(kind) ? 'all' : 'some',
    within === null ? 'anywhere' : 'within',
  ] as const;
  const { rows } = await pool.query<ThingRow>({
    name: `things-page-${kind}-${seenHere}-${place}`,
    text: thingPage(kind, seenHere, place),
    values: [query.workspaceId, query.after, within, sight.projects, sight.bots],
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
