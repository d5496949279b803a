import type { Pool } from 'pg';
import { type Concern, concernOf } from '../concern.ts';

/** Beyond this the connection is taken for lost. `pg` reads it beside a query, its types do not know. */
const timeLimit = { query_timeout: 2_000 };
/** Changes told one by one; after more of them it is cheaper to forget everything. */
const MOST_CHANGES = 5_000;

/** What may have changed in which workspace. */
export interface AccessChange extends Concern {
  readonly workspaceId: string;
}

/** What was committed between two looks. */
export interface AccessChanges {
  /** Which transactions this look could see; the next look starts from it. */
  readonly snapshot: string;
  /** Null: too many to tell. */
  readonly changes: readonly AccessChange[] | null;
}

/**
 * Every act on roles, members, schemes and keys leaves an audit event with the number of its transaction. A
 * transaction that was running at the last look may have a lower number than one that was seen, so the
 * snapshots themselves are compared: what this look sees and the last did not is new, and nothing is missed
 * or told twice. A snapshot sees neither what had not begun (`$2` and above) nor what was running (`$3`); asked for
 * so, a transaction that stays open for an hour does not have the events of that hour read at every look.
 */
export const CHANGES = `
select pg_current_snapshot()::text as snapshot,
       pg_snapshot_xmin(pg_current_snapshot()) >= pg_snapshot_xmin($1::pg_snapshot) as onward,
       (select json_agg(json_build_array(e.workspace_id, e.action, e.subject_id, e.actor_id))
          from (select distinct workspace_id, action, subject_id, actor_id from audit_events
                 where (xact >= $2::bigint or xact = any ($3::bigint[])) and outcome = 'done'
                 limit ${MOST_CHANGES + 1}) e) as changes`;

type ChangeRow = readonly [workspaceId: string, action: string, subjectId: string | null, actorId: string];

interface ChangesRow {
  snapshot: string;
  onward: boolean | null;
  changes: readonly ChangeRow[] | null;
}

/** What was committed since a look with this snapshot; null: begins to look. */
export async function readAccessChanges(pool: Pool, since: string | null): Promise<AccessChanges> {
  const { rows } = await pool.query<ChangesRow>({
    name: 'access-changes',
    text: CHANGES,
    values: changesValues(since),
    ...timeLimit,
  });
  const row = rows[0];
  if (!row) throw new Error('the statement always yields a row');
  const changes = row.changes ?? [];
  // Numbers that run backwards are those of another server, a restored one.
  const told = row.onward !== false && changes.length <= MOST_CHANGES;
  return { snapshot: row.snapshot, changes: told ? changes.map(changeFrom) : null };
}

/** What a snapshot, `xmin:xmax:running,…` as text, is to {@link CHANGES}. */
export function changesValues(since: string | null): unknown[] {
  const [, unbegun = null, running = ''] = since?.split(':') ?? [];
  return [since, unbegun, running === '' ? [] : running.split(',')];
}

function changeFrom([workspaceId, action, subjectId, actorId]: ChangeRow): AccessChange {
  return { workspaceId, ...concernOf(action, subjectId, actorId) };
}
