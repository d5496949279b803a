import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Statement } from './act-rows.ts';
import type { Commit, Committed } from './commit.ts';
import { createGroupCommit } from './group-commit.ts';

/** SQLSTATE of `castellan_guard`. */
const GUARD_MISSED = 'CG001';
const UNIQUE_VIOLATION = '23505';
/** A person belongs to another act at the same time, or is no person of their own any more. */
const FOREIGN_KEY_VIOLATION = '23503';
/** The same on the other side, since PostgreSQL 18: what is deleted has got a reference meanwhile. */
const RESTRICT_VIOLATION = '23001';
const DEADLOCK = '40P01';

/** Prepared plans are kept by the text of the statement: so many at most on each connection. */
const MAX_NAMES = 300;
/** Characters of a digest that name a statement; two of 300 texts never meet. */
const NAME_LENGTH = 22;

/** Runs a statement that commits some effects; yields the result of each, in their order. */
export type Write<E extends Commit> = (statement: Statement, effects: readonly E[]) => Promise<Committed[]>;

/**
 * Creates what runs commit statements and emits their effects once Postgres has them; it resolves when they are on the
 * disk. A guard that one of them missed, or an update that was seen, is the result of all.
 */
export function createWrite<E extends Commit>(pool: Pool, emit: (effect: E) => void): Write<E> {
  const beginCommit = createGroupCommit(pool);
  const names = new Map<string, string>();

  /** The prepared statement's name; undefined once there are too many, when a rare one is planned each time. */
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MAX_NAMES) return known;
    const name = `commit-${createHash('sha256').update(text).digest('base64url').slice(0, NAME_LENGTH)}`;
    names.set(text, name);
    return name;
  };
  const run = async (statement: Statement, effects: readonly E[]): Promise<Committed[]> => {
    const name = nameOf(statement.text);
    try {
      const { rows } = await pool.query<{ outbox: string[] | null; before: Record<string, string> | null }>({
        ...(name === undefined ? {} : { name }),
        ...statement,
      });
      const ids = (rows[0]?.outbox ?? []).values();
      const before = new Map(Object.entries(rows[0]?.before ?? {}));
      return effects.map(({ outbox }) => ({
        kind: 'committed',
        outbox: outbox.flatMap(() => ids.next().value ?? []),
        before,
      }));
    } catch (error) {
      const result = missed(error);
      return effects.map(() => result);
    }
  };

  return async (statement, effects) => {
    const durability = beginCommit();
    try {
      const committed = await run(durability.shared ? withoutWaiting(statement) : statement, effects);
      if (committed[0]?.kind !== 'committed') return committed;
      for (const effect of effects) emit(effect);
      await durability.flushed();
      return committed;
    } finally {
      durability.end();
    }
  };
}

/** The same statement, not waiting for the disk. */
function withoutWaiting({ text, values }: Statement): Statement {
  return { text: `${text},\n       set_config('synchronous_commit', 'off', true)`, values };
}

function missed(error: unknown): Committed {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === UNIQUE_VIOLATION && 'constraint' in error) {
    if (error.constraint === 'inbox_pkey') return { kind: 'seen' };
    return { kind: 'stale', guard: String(error.constraint) };
  }
  if ((error.code === FOREIGN_KEY_VIOLATION || error.code === RESTRICT_VIOLATION) && 'constraint' in error)
    return { kind: 'stale', guard: String(error.constraint) };
  if (error.code === GUARD_MISSED) return { kind: 'stale', guard: error.message };
  if (error.code === DEADLOCK) return { kind: 'stale', guard: 'deadlock' };
  throw error;
}
