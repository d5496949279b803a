/**
 * One part of the commit statement: a common table expression that writes or locks something and yields one
 * row for each thing it touched. Postgres allows writing expressions at the top level only, so parts do not
 * nest; a part that must run after another names it by `at.ref`.
 */
export interface Part {
  /** Name within the change, unique there. */
  readonly name: string;
  /** Body of the expression; placeholders stand where `bind` put them. */
  readonly sql: string;
  /** Rows that must come out, or the whole statement is rolled back; null where any number is right. */
  readonly expect: number | null;
}

/** Hands out the placeholders of one statement: the value goes to the parameters, `$n` or a column comes back. */
export type Bind = (value: unknown) => string;

/** Writes one kind of change. */
export type Writer<C> = (change: C, bind: Bind, at: WriteContext) => readonly Part[];

/**
 * Where the placeholders of a statement stand. In a statement for one act they are parameters, and both are
 * empty. In one that is shared by several acts (`together.ts`) they are columns of `acts`, a row for each act,
 * which a part that uses any has to read.
 */
export interface Acts {
  /** For a part that reads from nothing else. */
  readonly from: '' | 'from acts act';
  /** Behind what else a part reads from. */
  readonly and: '' | ', acts act';
  /** Before what else a part reads from, where that is made of the act's columns. */
  readonly before: '' | 'acts act,';
}

/** What every writer may use beside its change. */
export interface WriteContext extends Acts {
  /** Time of the act, as a placeholder. */
  readonly now: string;
  /** Id of the person who acts, as a placeholder; null for the system's own acts. */
  readonly actor: string;
  /** Which member counter the act writes to (0–15), as a placeholder: any will do, so chance picks it. */
  readonly slot: string;
  /**
   * Condition that holds once every membership the act stands on is locked, in the order of their ids and at
   * the versions it was decided on: two people who take each other's rights at once then wait, never deadlock.
   */
  readonly locked: string;
  /** Full name of another part of the same change. */
  readonly ref: (name: string) => string;
}

/** What a part that deletes reads the act's columns from. */
export function usingActs({ from }: Acts): string {
  return from === '' ? '' : 'using acts act';
}
