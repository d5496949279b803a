import { PAGE_SIZE } from '../queries.ts';

/** Sorts after every text that begins with the one before it. */
const LAST_LETTER = 'chr(1114111)';
const NIL = `'00000000-0000-0000-0000-000000000000'::uuid`;
const LIVING = `m.state in ('active', 'suspended')`;

/** Workspaces up to this size sort all that a search finds. */
const SMALL = 5_000;
/** Members looked at to learn how frequent a text is. */
const SAMPLE = 250;
/** So many hits in the sample make a text frequent: the next page is then never far. */
const FREQUENT = 3;

/**
 * Common table expressions that find one page of a member search as `picked (id, place)`, `place` in the order
 * of the list, one row more than a page. `$1` workspace, `$2` membership at the edge (null: the beginning),
 * `$3` the text in lower case, `$4` its LIKE pattern, or null to look at beginnings only.
 *
 * Names that begin with the text come first, along the list index. After them those that have it elsewhere, by
 * name, through the trigram index. A trigram index knows no order, so of a text that a great many have all would
 * be fetched and sorted for every page: in a large workspace such a text is walked in the order of the person
 * ids instead, where the next hit is near.
 */
export function searchedMembers(direction: 'after' | 'before'): string {
  const onward = direction === 'after' ? '>' : '<';
  const order = direction === 'after' ? 'asc' : 'desc';
  const row = (name: string, id: string): string => `((select ${name} from edge), (select ${id} from edge))`;
  // Going on, the others follow when the beginnings are used up; going back, the other way round.
  const [opening, others] =
    direction === 'after'
      ? [`(select begins from edge) is not false`, `(select count(*) from opening) <= ${PAGE_SIZE}`]
      : [
          `(select count(*) from sorted) + (select count(*) from walked) <= ${PAGE_SIZE}`,
          `not (select begins from edge)`,
        ];
  const wanted = `$4::text is not null and ${others}`;
  const beginnings = `opening as materialized (
  select m.id, row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from memberships m
   where m.workspace_id = $1 and ${LIVING} and ${opening}
     and (m.sort_name, m.id) ${onward} ${row('opening_name', 'opening_id')}
     and m.sort_name ${direction === 'after' ? `< $3::text || ${LAST_LETTER}` : '>= $3::text'}
   order by m.sort_name ${order}, m.id ${order} limit ${PAGE_SIZE + 1}
)`;
  const rest = `large as materialized (
  select coalesce(sum(members), 0) > ${SMALL} as so from member_counts where workspace_id = $1
), frequent as materialized (
  select (select so from large) and count(*) >= ${FREQUENT} as so
    from (select m.search, m.sort_name from memberships m
           where m.workspace_id = $1 and ${LIVING} and (select so from large) and ${wanted}
           order by m.person_id limit ${SAMPLE}) m
   where m.search like $4 and not starts_with(m.sort_name, $3)
), walked as materialized (
  select w.id, ${PAGE_SIZE + 1} + row_number() over (order by w.person_id ${order}) as place
    from (select m.id, m.person_id
            from (select id, person_id, search, sort_name from memberships m
                   where m.workspace_id = $1 and ${LIVING} and (select so from frequent) and ${wanted}
                     and m.person_id ${onward} (select other_person from edge)
                   order by m.person_id ${order} offset 0) m
           where m.search like $4 and not starts_with(m.sort_name, $3)
           limit ${PAGE_SIZE + 1}) w
), hit as materialized (
  select m.id, m.sort_name from memberships m
   where m.workspace_id = $1 and ${LIVING} and not (select so from frequent) and ${wanted} and m.search like $4
), sorted as materialized (
  select m.id, ${PAGE_SIZE + 1} + row_number() over (order by m.sort_name ${order}, m.id ${order}) as place from hit m
   where (m.sort_name, m.id) ${onward} ${row('other_name', 'other_id')} and not starts_with(m.sort_name, $3)
   order by m.sort_name ${order}, m.id ${order} limit ${PAGE_SIZE + 1}
)`;
  return `
edge as materialized (
  select a.begins, a.id,
         ${direction === 'after' ? 'case when a.begins is not false then coalesce(a.sort_name, $3) end' : `case when a.begins then a.sort_name else $3 || ${LAST_LETTER} end`} as opening_name,
         coalesce(a.id, ${NIL}) as opening_id,
         case when a.begins is false then a.sort_name else '' end as other_name,
         case when a.begins is false then a.id else ${NIL} end as other_id,
         case when a.begins is false then a.person_id else ${NIL} end as other_person
    from (values (true)) as one (present)
    left join (select starts_with(sort_name, $3) as begins, id, sort_name, person_id
                 from memberships where id = $2::uuid and workspace_id = $1::uuid) a on true
), ${direction === 'after' ? `${beginnings}, ${rest}` : `${rest}, ${beginnings}`}, picked as materialized (
  select id, ${direction === 'after' ? 'place' : `case when place > ${PAGE_SIZE + 1} then place - ${PAGE_SIZE + 1} else place + ${PAGE_SIZE + 1} end`} as place
    from (select * from opening union all select * from walked union all select * from sorted) found
   order by 2 limit ${PAGE_SIZE + 1}
)`;
}

/** A text as a LIKE pattern that matches it anywhere; `%`, `_` and `\` in it are no wildcards. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
