import type { Part, WriteContext } from './parts.ts';

/** Any change: plain data with a kind. */
export interface AnyChange {
  readonly kind: string;
}

/** The change of one kind out of a union; several kinds may share one type. */
export type ChangeOf<C extends AnyChange, K extends C['kind']> = C extends AnyChange
  ? K extends C['kind']
    ? C
    : never
  : never;

/** Something that a kind of change declares: always the same, or made from the change. */
export type Declared<C, T> = T | ((change: C) => T);

/** What the audit says of a change; the actor, the time and the kind are added by the store. */
export interface AuditLine {
  readonly workspaceId: string;
  /** The person acted upon. */
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What cached answers about one workspace a change makes stale. */
export interface Affected {
  readonly workspaceId: string;
  /** People whose rights are stale, or those of everyone in the workspace. Absent: nobody's. */
  readonly persons?: readonly string[] | 'all';
  /** Where its resources stand and which columns are masked. */
  readonly facts?: true;
  /** Its API keys. */
  readonly keys?: true;
}

/** `everyone`: who is who may have changed, which concerns every workspace that ever asked. */
type Affects = 'nobody' | 'everyone' | Affected | readonly (Affected | 'everyone')[];

/** A membership at the version that a change was decided on. */
export interface Lock {
  readonly membershipId: string;
  readonly version: number;
}

/** Everything the store has to know of a kind of change. Nothing has a default: the compiler names what is missing. */
export interface ChangeSpec<C> {
  /** The lines of the audit; `private` where the change is only the person's own affair. */
  readonly audit: Declared<C, AuditLine | readonly AuditLine[] | 'private'>;
  /** What cached answers it makes stale, in every process. */
  readonly affects: Declared<C, Affects>;
  /** Memberships that it stands on; all of an act are locked together before anything is written. */
  readonly locks: Declared<C, readonly Lock[]>;
  /**
   * The rows it writes that another act may write too, each by a name; acts that have none in common may share a
   * statement. `exclusive`: the act has a statement to itself.
   */
  readonly writeSet: Declared<C, readonly string[] | 'exclusive'>;
  /**
   * People whose person, accounts or memberships it writes. What an act only refreshes of its sender then waits for
   * the next one, because a statement writes a row once and loses a second writing in silence.
   */
  readonly personRows: Declared<C, readonly string[] | 'nobody' | 'anyone'>;
  /** The parts of the statement. */
  readonly write: (change: C, at: WriteContext) => readonly Part[];
}

/** A spec and its kind. */
export interface DefinedChange<K extends string, C> extends ChangeSpec<C> {
  readonly kind: K;
}

/** Begins the specs of a union of changes: `const define = defineChange<KeyChange>(); define('key.revoked', { … })`. */
export function defineChange<C extends AnyChange>() {
  return <K extends C['kind']>(
    kind: K,
    spec: ChangeSpec<ChangeOf<C, K>>,
  ): DefinedChange<K, ChangeOf<C, K>> => ({ kind, ...spec });
}

/** A spec for each kind of a union; one that is missing does not compile. */
export type ChangeSpecs<C extends AnyChange> = { readonly [K in C['kind']]: ChangeSpec<ChangeOf<C, K>> };

/** Specs by their kinds. */
export function byKind<const D extends readonly { readonly kind: string }[]>(
  ...specs: D
): { readonly [S in D[number] as S['kind']]: S } {
  return Object.fromEntries(specs.map((spec) => [spec.kind, spec])) as {
    readonly [S in D[number] as S['kind']]: S;
  };
}

/** All kinds of change that a store knows. */
export interface ChangeRegistry<C extends AnyChange> {
  readonly specs: ChangeSpecs<C>;
  /** Joins the changes of one act that would write the same row twice. */
  readonly coalesce: (changes: readonly C[]) => readonly C[];
}

/** The value of a declaration for a change. */
export function declared<C, T extends string | object>(declaration: Declared<C, T>, change: C): T {
  return typeof declaration === 'function' ? declaration(change) : declaration;
}

/** The spec of a change; the table has one for each kind by its type. */
export function specOf<C extends AnyChange>(specs: ChangeSpecs<C>, change: C): ChangeSpec<C> {
  return specs[change.kind as C['kind']] as ChangeSpec<C>;
}
