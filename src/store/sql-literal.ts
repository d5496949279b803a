import { raw, type Sql } from '@prisma/client-runtime-utils';

/**
 * A whole number as part of the text of a statement, where a parameter would hide it from the planner: Postgres plans
 * a prepared statement with an unknown limit as if a tenth of the table were wanted. The only use of Prisma's `raw`:
 * a number cannot carry SQL. Throws RangeError for what is no safe whole number.
 */
export function literal(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
  return raw(String(value));
}
