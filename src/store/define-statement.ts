import type { Pool, QueryConfig } from 'pg';
import type { PgTypeOf } from './columns.ts';
import type { Sql } from './sql.ts';

/** A statement that runs on the pool as it is, with the parameters it takes and the row it yields. */
export interface Statement<P, R extends object> {
  /** Name that the server keeps the prepared statement under; unique. */
  readonly name: string;
  /** The columns of a row with their types in Postgres; a test compares them with the migrated schema. */
  readonly columns: { readonly [K in keyof R]-?: PgTypeOf<R[K]> };
  /** False where each call needs a plan of its own; default true. */
  readonly prepared?: boolean;
  /** Milliseconds after which the connection counts as lost; default: no limit. */
  readonly timeoutMs?: number;
  /** Places the parameters and computes nothing, so that the text is the same for all of them. */
  readonly sql: (parameters: P) => Sql;
}

const declared = new Map<string, Statement<never, object>>();

/** Declares a statement. Throws where the name is taken: pg refuses two texts under one name. */
export function defineStatement<P, R extends object>(statement: Statement<P, R>): Statement<P, R> {
  if (declared.has(statement.name)) throw new Error(`two statements are named ${statement.name}`);
  declared.set(statement.name, statement as Statement<never, object>);
  return statement;
}

/** Every statement of the modules loaded so far, for the test that prepares them all. */
export function declaredStatements(): readonly Statement<never, object>[] {
  return [...declared.values()];
}

/** Runs a statement. */
export async function run<P, R extends object>(
  pool: Pick<Pool, 'query'>,
  { name, prepared = true, timeoutMs, sql }: Statement<P, R>,
  parameters: P,
): Promise<R[]> {
  const { text, values } = sql(parameters);
  const { rows } = await pool.query<R>(queryConfig(prepared ? name : null, { text, values }, timeoutMs));
  return rows;
}

/** A name and SQL as `pg` takes them; without a name the statement is planned for each call. */
function queryConfig(
  name: string | null,
  { text, values }: Pick<Sql, 'text' | 'values'>,
  timeoutMs?: number,
): QueryConfig {
  return {
    text,
    values,
    ...(name === null ? {} : { name }),
    // `pg` reads it beside a query; its types do not know.
    ...(timeoutMs === undefined ? {} : { query_timeout: timeoutMs }),
  };
}
