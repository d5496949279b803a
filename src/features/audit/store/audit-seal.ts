import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** An event with everything that its seal covers. */
interface SealedContent {
  id: string;
  workspace_id: string;
  at: Date;
  actor_id: string;
  action: string;
  outcome: string;
  subject_id: string | null;
  detail: unknown;
}

const CONTENT = 'e.id::text, e.workspace_id, e.at, e.actor_id, e.action, e.outcome, e.subject_id, e.detail';

/** Any number will do, as long as nothing else of ours locks it: "seal" in ASCII. */
const SEALER_LOCK = 0x7365616c;

/** What the first event of a workspace is chained to. */
const ORIGIN = Buffer.alloc(32);

/** Rows recomputed at a time: bounds the memory of a verification. */
const BATCH = 1000;

/**
 * Chains up to `limit` events that have no seal yet, and returns how many those were. Acts write their events
 * without waiting for one another, so ids are not in the order of commits: events are sealed in the order of
 * their transactions, and only below the oldest transaction still running, where nothing can appear any more.
 * One process seals at a time; the others wait.
 */
export async function sealAudit(pool: Pool, limit: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SEALER_LOCK]);
    const sealed = await sealNext(client, limit);
    await client.query('commit');
    return sealed;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

interface Place {
  readonly position: number;
  readonly hash: Buffer;
}

async function sealNext(client: PoolClient, limit: number): Promise<number> {
  const { rows: events } = await client.query<SealedContent>(
    `select ${CONTENT} from audit_events e
      where e.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        and (e.xact, e.id) > (select coalesce(max(s.xact), 0), coalesce(max(s.id), 0) from (
              select l.xact, l.id from audit_events l join audit_seals on event_id = l.id
               order by l.xact desc, l.id desc limit 1) s)
      order by e.xact, e.id limit $1`,
    [limit],
  );
  if (events.length === 0) return 0;
  const ends = await chainEnds(client, [...new Set(events.map((event) => event.workspace_id))]);
  const seals = events.map((event) => {
    const before = ends.get(event.workspace_id) ?? { position: 0, hash: ORIGIN };
    const seal = { position: before.position + 1, hash: sealOf(before.hash, event) };
    ends.set(event.workspace_id, seal);
    return { event, ...seal };
  });
  await client.query(
    `insert into audit_seals (workspace_id, position, event_id, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[])`,
    [
      seals.map(({ event }) => event.workspace_id),
      seals.map(({ position }) => position),
      seals.map(({ event }) => event.id),
      seals.map(({ hash }) => hash),
    ],
  );
  return seals.length;
}

async function chainEnds(client: PoolClient, workspaceIds: readonly string[]): Promise<Map<string, Place>> {
  const { rows } = await client.query<{ workspace_id: string; position: string; hash: Buffer }>(
    `select w.id as workspace_id, s.position, s.hash from unnest($1::uuid[]) as w (id)
      cross join lateral (select position, hash from audit_seals where workspace_id = w.id
                           order by position desc limit 1) s`,
    [workspaceIds],
  );
  return new Map(
    rows.map(({ workspace_id, position, hash }) => [workspace_id, { position: Number(position), hash }]),
  );
}

/** What a verification found. */
export interface Verified {
  /** Events that the chain covers. */
  readonly events: number;
  /** The first place that does not fit what was sealed, counted from 1; null where all does. */
  readonly brokenAt: number | null;
  readonly fingerprint: string | null;
}

/**
 * Recomputes the chain of one workspace from its events. An event that was changed, taken away, or slipped in
 * behind the last seal breaks it at that place.
 */
export async function verifyAudit(pool: Pool, workspaceId: string): Promise<Verified> {
  let hash: Buffer = ORIGIN;
  let position = 0;
  for (;;) {
    const { rows } = await pool.query<SealedContent & { position: string; hash: Buffer; found: boolean }>({
      name: 'audit-chain',
      text: `select s.position, s.hash, e.id is not null as found, ${CONTENT}
               from audit_seals s left join audit_events e on e.id = s.event_id and e.workspace_id = s.workspace_id
              where s.workspace_id = $1 and s.position > $2 order by s.position limit $3`,
      values: [workspaceId, position, BATCH],
    });
    for (const row of rows) {
      const inPlace = row.found && Number(row.position) === position + 1;
      if (!inPlace || !sealOf(hash, row).equals(row.hash))
        return { events: position, brokenAt: position + 1, fingerprint: null };
      position += 1;
      hash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  const slippedIn = await hasUnsealedPast(pool, workspaceId);
  return {
    events: position,
    brokenAt: slippedIn ? position + 1 : null,
    fingerprint: position === 0 || slippedIn ? null : hash.toString('hex'),
  };
}

/** An event without a seal among those that were all sealed once: it was slipped in later. */
async function hasUnsealedPast(pool: Pool, workspaceId: string): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'audit-unsealed-past',
    text: `select 1 from audit_events e
            where e.workspace_id = $1 and not exists (select 1 from audit_seals where event_id = e.id)
              and (e.xact, e.id) < (select l.xact, l.id from audit_events l join audit_seals on event_id = l.id
                                     order by l.xact desc, l.id desc limit 1) limit 1`,
    values: [workspaceId],
  });
  return rows.length > 0;
}

/** SHA-256 of the previous seal and the event, in a form that does not depend on how JSON was written. */
function sealOf(previous: Buffer, event: SealedContent): Buffer {
  const content = [
    event.id,
    event.workspace_id,
    event.at.toISOString(),
    event.actor_id,
    event.action,
    event.outcome,
    event.subject_id,
    event.detail,
  ];
  return createHash('sha256').update(previous).update(canonical(content)).digest();
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
