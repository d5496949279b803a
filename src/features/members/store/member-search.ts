import { escapeLike } from '../../../store/escape-like.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { PAGE_SIZE } from '../queries.ts';

/** Sorts after every text that begins with the one before it. */
const LAST_LETTER = sql`chr(1114111)`;
const NIL = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
const LIVING = sql`m.state in ('active', 'suspended')`;
const PAGE_AND_ONE = literal(PAGE_SIZE + 1);

/** Workspaces up to this size sort all that a search finds. */
const SMALL = literal(5_000);
/** Members looked at to learn how frequent a text is. */
const SAMPLE = literal(250);
/** So many hits in the sample make a text frequent: the next page is then never far. */
const FREQUENT = literal(3);

/** What is searched for, in one workspace. */
export interface Searched {
  readonly workspaceId: string;
  /** The membership at the edge; null: the beginning. */
  readonly edgeId: string | null;
  /** In lower case. */
  readonly text: string;
  /** Its LIKE pattern; null: look at beginnings only. */
  readonly pattern: string | null;
}

/**
 * Common table expressions that find one page of a member search as `picked (id, place)`, `place` in the order
 * of the list, one row more than a page.
 *
 * Names that begin with the text come first, along the list index. After them those that have it elsewhere, by
 * name, through the trigram index. A trigram index knows no order, so of a text that a great many have all would
 * be fetched and sorted for every page: in a large workspace such a text is walked in the order of the person
 * ids instead, where the next hit is near.
 */
export function searchedMembers(
  direction: 'after' | 'before',
  { workspaceId, edgeId, text, pattern }: Searched,
): Sql {
  const forward = direction === 'after';
  const onward = forward ? sql`>` : sql`<`;
  const order = forward ? sql`asc` : sql`desc`;
  const workspace = sql`${workspaceId}::uuid`;
  const begin = sql`${text}::text`;
  const like = sql`${pattern}::text`;
  // Going on, the others follow when the beginnings are used up; going back, the other way round.
  const [opening, others] = forward
    ? [
        sql`(select begins from edge) is not false`,
        sql`(select count(*) from opening) <= ${literal(PAGE_SIZE)}`,
      ]
    : [
        sql`(select count(*) from sorted) + (select count(*) from walked) <= ${literal(PAGE_SIZE)}`,
        sql`not (select begins from edge)`,
      ];
  const wanted = sql`${like} is not null and ${others}`;
  const beginnings = sql`opening as materialized (
  select m.id, row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from memberships m
   where m.workspace_id = ${workspace} and ${LIVING} and ${opening}
     and (m.sort_name, m.id) ${onward} ((select opening_name from edge), (select opening_id from edge))
     and m.sort_name ${forward ? sql`< ${begin} || ${LAST_LETTER}` : sql`>= ${begin}`}
   order by m.sort_name ${order}, m.id ${order} limit ${PAGE_AND_ONE}
)`;
  const rest = sql`large as materialized (
  select coalesce(sum(members), 0) > ${SMALL} as so from member_counts where workspace_id = ${workspace}
), frequent as materialized (
  select (select so from large) and count(*) >= ${FREQUENT} as so
    from (select m.search, m.sort_name from memberships m
           where m.workspace_id = ${workspace} and ${LIVING} and (select so from large) and ${wanted}
           order by m.person_id limit ${SAMPLE}) m
   where m.search like ${like} and not starts_with(m.sort_name, ${begin})
), walked as materialized (
  select w.id, ${PAGE_AND_ONE} + row_number() over (order by w.person_id ${order}) as place
    from (select m.id, m.person_id
            from (select id, person_id, search, sort_name from memberships m
                   where m.workspace_id = ${workspace} and ${LIVING} and (select so from frequent) and ${wanted}
                     and m.person_id ${onward} (select other_person from edge)
                   order by m.person_id ${order} offset 0) m
           where m.search like ${like} and not starts_with(m.sort_name, ${begin})
           limit ${PAGE_AND_ONE}) w
), hit as materialized (
  select m.id, m.sort_name from memberships m
   where m.workspace_id = ${workspace} and ${LIVING} and not (select so from frequent) and ${wanted} and m.search like ${like}
), sorted as materialized (
  select m.id, ${PAGE_AND_ONE} + row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from hit m
   where (m.sort_name, m.id) ${onward} ((select other_name from edge), (select other_id from edge))
     and not starts_with(m.sort_name, ${begin})
   order by m.sort_name ${order}, m.id ${order} limit ${PAGE_AND_ONE}
)`;
  const openingName = forward
    ? sql`case when a.begins is not false then coalesce(a.sort_name, ${begin}) end`
    : sql`case when a.begins then a.sort_name else ${begin} || ${LAST_LETTER} end`;
  const place = forward
    ? sql`place`
    : sql`case when place > ${PAGE_AND_ONE} then place - ${PAGE_AND_ONE} else place + ${PAGE_AND_ONE} end`;
  return sql`
edge as materialized (
  select a.begins, a.id, ${openingName} as opening_name, coalesce(a.id, ${NIL}) as opening_id,
         case when a.begins is false then a.sort_name else '' end as other_name,
         case when a.begins is false then a.id else ${NIL} end as other_id,
         case when a.begins is false then a.person_id else ${NIL} end as other_person
    from (values (true)) as one (present)
    left join (select starts_with(sort_name, ${begin}) as begins, id, sort_name, person_id
                 from memberships where id = ${edgeId}::uuid and workspace_id = ${workspace}) a on true
), ${forward ? beginnings : rest}, ${forward ? rest : beginnings}, picked as materialized (
  select id, ${place} as place
    from (select * from opening union all select * from walked union all select * from sorted) found
   order by 2 limit ${PAGE_AND_ONE}
)`;
}

/** Shorter texts have no trigram: they are looked for at the beginning of names only. */
const MIN_PART = 3;

/** A search text as `Searched` takes it. */
export function searchTerms(search: string): Pick<Searched, 'text' | 'pattern'> {
  const text = search.toLowerCase();
  return { text, pattern: [...text].length < MIN_PART ? null : `%${escapeLike(text)}%` };
}
