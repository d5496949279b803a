import { type Sql, sql } from '../../../store/sql.ts';

/** Text that a member search looks in: the lower-case name, and the username behind an `@`. */
export function searchText(name: Sql, username: Sql): Sql {
  return sql`lower(${name}) || coalesce(' @' || lower(${username}), '')`;
}
