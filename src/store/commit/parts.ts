import type { Sql } from '../sql.ts';

/**
 * One part of the commit statement: a common table expression that writes or locks something and yields one row for
 * each row it touched. Postgres allows writing expressions at the top level only, so parts do not nest; a part that
 * must run after another names it by `at.ref`. A part that interpolates a value reads `from acts act`: the value is a
 * column of that table, which has one row for each act of the statement.
 */
export interface Part {
  /** Name within the change, unique there. */
  readonly name: string;
  readonly sql: Sql;
  /** Rows that must come out of each act, or the whole statement is rolled back; null where any number is right. */
  readonly expect: number | null;
}

/** A part that must yield so many rows, or nothing of the statement happens. */
export function guard(name: string, sql: Sql, rows: number): Part {
  return { name, sql, expect: rows };
}

/** A part that may yield any number of rows. */
export function step(name: string, sql: Sql): Part {
  return { name, sql, expect: null };
}

/** What every kind of change may use beside its own fields. All are columns of `acts`. */
export interface WriteContext {
  /** Time of the act. */
  readonly now: Sql;
  /** Id of the person who acts; null for the system's own acts. */
  readonly actor: Sql;
  /** Which member counter the act writes to (0–15); drawn by chance. */
  readonly slot: Sql;
  /**
   * Condition that holds once every membership that the act stands on is locked, in the order of their ids and at
   * the versions it was decided on: two people who take each other's rights at once then wait, never deadlock.
   */
  readonly locked: Sql;
  /** Full name of another part of the same change. */
  readonly ref: (name: string) => Sql;
}

/** A value in one column of `acts`, however often a statement names it; without it each place has its own column. */
export class Column {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Makes a value that several places of a change use travel once. */
export function once(value: unknown): Column {
  return new Column(value);
}
