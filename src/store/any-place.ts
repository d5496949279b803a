import { type Sql, sql } from './sql.ts';
import { literal } from './sql-literal.ts';

/** Resources that one statement reads at most. */
const MAX_AT_ONCE = 1_000;

/**
 * A condition on the place (from 1) of each resource that a statement is asked for, true of all. A range makes the
 * planner expect few of them however many a call brings: then the plan made once is as good as one made for each
 * call, and Postgres keeps it. Planning a read anew took several times as long as the read.
 */
export function anyPlace(place: Sql): Sql {
  return sql`${place} between 1 and ${literal(MAX_AT_ONCE)}`;
}
