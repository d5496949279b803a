import type { Pool } from 'pg';
import { announce } from './announcements.ts';
import type { Commit, Committed } from './commit.ts';
import { type Statement, withoutWaiting } from './commit-statement.ts';
import { beginDurable } from './durability.ts';

/** SQLSTATE of `castellan_guard`. */
const GUARD_MISSED = 'CG001';
const UNIQUE_VIOLATION = '23505';
/** Somebody stands behind another act at the same time, or stopped being a person of their own. */
const FOREIGN_KEY_VIOLATION = '23503';
/** The same on the other side, since PostgreSQL 18: what is deleted is stood in meanwhile. */
const RESTRICT_VIOLATION = '23001';
const DEADLOCK = '40P01';

/** Prepared plans are kept by the text of the statement, so many at most on each connection. */
const names = new Map<string, string>();
const MOST_NAMES = 300;

/**
 * Runs a statement that commits some effects, and tells of them once they are on the disk; what became of each,
 * in their order. A guard that one of them missed, or an update that was seen, is what became of all.
 */
export async function write(
  pool: Pool,
  statement: Statement,
  effects: readonly Commit[],
): Promise<Committed[]> {
  const landing = beginDurable(pool);
  try {
    const committed = await run(pool, landing.shared ? withoutWaiting(statement) : statement, effects);
    if (committed[0]?.kind !== 'committed') return committed;
    for (const effect of effects) announce(pool, effect);
    await landing.landed();
    return committed;
  } finally {
    landing.over();
  }
}

async function run(pool: Pool, statement: Statement, effects: readonly Commit[]): Promise<Committed[]> {
  const name = nameOf(statement.text);
  try {
    const { rows } = await pool.query<{ outbox: string[] | null; before: Record<string, string> | null }>({
      ...(name === null ? {} : { name }),
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
    const became = missed(error);
    return effects.map(() => became);
  }
}

/** The prepared statement's name; null once there are too many, when a rare one is planned each time. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return null;
  const name = `commit-${names.size}`;
  names.set(text, name);
  return name;
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
