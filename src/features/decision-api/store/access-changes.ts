import type { Pool } from 'pg';
import type { Affected } from '../../../store/commit/define-change.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import { sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';

/** Beyond this the connection counts as lost. */
const LOOK_MS = 2_000;
/** Changes told one by one; after more of them it is cheaper to forget everything. */
const MAX_CHANGES = 5_000;

/** A look at what was committed; the next look starts from it. */
export interface Look {
  /** Which transactions it could see: `xmin:xmax:running,…`. */
  readonly snapshot: string;
  /** When it was, by the database's clock. */
  readonly at: Date;
}

/** What was committed between two looks. */
export interface AccessChanges {
  readonly look: Look;
  /** Null: too many to tell, or too long ago. */
  readonly affected: readonly (Affected | 'everyone')[] | null;
}

interface Since {
  readonly snapshot: string | null;
  readonly at: Date | null;
  /** Number of the first transaction that had not begun. */
  readonly notBegun: string | null;
  /** Numbers of those that were running. */
  readonly running: readonly string[];
}

interface ChangesRow {
  snapshot: string;
  at: Date;
  onward: boolean | null;
  affected: readonly (Affected | 'everyone')[] | null;
}

/**
 * Every commit that makes cached answers stale leaves a row with the number of its transaction. A transaction that was
 * running at the last look may have a lower number than one that was seen, so the snapshots themselves are compared:
 * what this look sees and the last did not is new, and nothing is missed or told twice. A snapshot sees neither what
 * had not begun nor what was running; asked for so, a transaction that stays open for an hour does not have the rows
 * of that hour read at every look. The upper end leaves out rows of a restored server that this one has yet to reach,
 * and being a range it lets the planner expect few rows. Rows are kept for a day, so a look that is older than an hour starts anew.
 */
export const accessChanges = defineStatement<Since, ChangesRow>({
  name: 'access-changes',
  columns: { snapshot: 'text', at: 'timestamptz', onward: 'bool', affected: 'jsonb' },
  timeoutMs: LOOK_MS,
  sql: ({ snapshot, at, notBegun, running }) => sql`
select pg_current_snapshot()::text as snapshot, now() as at,
       pg_snapshot_xmin(pg_current_snapshot()) >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
         and ${at}::timestamptz > now() - interval '1 hour' as onward,
       (select jsonb_agg(e.affected)
          from (select distinct a.affected
                  from invalidations i, jsonb_array_elements(i.affected) as a (affected)
                 where i.xact between ${notBegun}::bigint and pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                    or i.xact = any (${running}::bigint[])
                 limit ${literal(MAX_CHANGES + 1)}) e) as affected`,
});

/** A look as the next one starts from it. */
export function sinceLook(look: Look | null): Since {
  const [, notBegun = null, running = ''] = look?.snapshot.split(':') ?? [];
  return {
    snapshot: look?.snapshot ?? null,
    at: look?.at ?? null,
    notBegun,
    running: running === '' ? [] : running.split(','),
  };
}

/** What was committed since a look; null: begins to look. Throws when the database does not answer within two seconds. */
export async function readAccessChanges(pool: Pool, since: Look | null): Promise<AccessChanges> {
  const [row] = await run(pool, accessChanges, sinceLook(since));
  if (!row) throw new Error('the statement always yields a row');
  const affected = row.affected ?? [];
  // Numbers that run backwards are those of another server, a restored one.
  const isTold = row.onward !== false && affected.length <= MAX_CHANGES;
  return { look: { snapshot: row.snapshot, at: row.at }, affected: isTold ? affected : null };
}
