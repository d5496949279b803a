import { type Sql, sql } from '../sql.ts';

/** The id of the person that a recorded id means now: of two people who were merged one is left. */
export function personNow(id: Sql): Sql {
  return sql`coalesce((select person_id from former_persons where id = ${id}), ${id})`;
}
