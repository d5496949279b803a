import type { Sql } from '../sql.ts';
import { Column } from './parts.ts';

/** Acts in one statement at most: its locks are held until the last of them is written. */
export const MAX_ACTS = 32;

/** A statement as `pg` takes it. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** An act as a row of `acts`: each value of its fragments is a column, as text that the fragment casts. */
export interface ActRow {
  readonly columns: Readonly<Record<string, unknown>>;
  /** Text of a fragment whose values are columns of `act`. */
  text(fragment: Sql): string;
  /** The common table expression that yields the acts of a statement; complete once all fragments have their text. */
  head(): string;
}

/** Begins the row of an act. */
export function createActRow(): ActRow {
  const columns: Record<string, unknown> = {};
  const types: string[] = [];
  const shared = new Map<Column, string>();

  const add = (value: unknown): string => {
    const name = `c${types.push(Array.isArray(value) ? 'text[]' : 'text')}`;
    columns[name] = cellOf(value);
    return name;
  };
  const nameOf = (value: unknown): string => {
    if (!(value instanceof Column)) return add(value);
    const known = shared.get(value);
    if (known !== undefined) return known;
    const name = add(value.value);
    shared.set(value, name);
    return name;
  };

  return {
    columns,
    text({ strings, values }) {
      let text = strings[0] ?? '';
      for (let place = 0; place < values.length; place++)
        text += `act.${nameOf(values[place])}${strings[place + 1] ?? ''}`;
      return text;
    },
    head() {
      const names = types.map((_, place) => `c${place + 1}`);
      const defined = types.map((type, place) => `c${place + 1} ${type}`);
      // The range lets the planner expect few acts, so that it looks up the rows of each by an index whatever it knows
      // of the tables.
      return `acts as (
  select * from rows from (json_to_recordset($1::json) as (${defined.join(', ')}))
                with ordinality as act (${names.join(', ')}, place)
   where act.place between 1 and ${MAX_ACTS})`;
    },
  };
}

/**
 * Rows travel as JSON, whose reading costs both sides less than as many arrays, and whose estimated number does not
 * depend on the parameter, so that the plan is made once. Throws RangeError for more than {@link MAX_ACTS}.
 */
export function statementOf(text: string, rows: readonly ActRow['columns'][]): Statement {
  if (rows.length > MAX_ACTS) throw new RangeError(`${rows.length} acts are too many for one statement`);
  return { text, values: [JSON.stringify(rows)] };
}

/** A value as JSON carries it: bytes as Postgres reads them, and no half of a surrogate pair, which it refuses. */
function cellOf(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(cellOf);
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return value;
}
