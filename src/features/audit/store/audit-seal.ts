import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Columns } from '../../../store/columns.ts';
import type { Reader } from '../../../store/define-query.ts';
import { defineStatement, queryConfig, run } from '../../../store/define-statement.ts';
import type { AuditEvent, AuditSeal } from '../../../store/generated/client.ts';
import { sql } from '../../../store/sql.ts';

/** An event with everything that its seal covers; the id in digits. */
interface SealedContent extends Omit<AuditEvent, 'id' | 'xact' | 'detail'> {
  id: string;
  detail: unknown;
}

/** Any number will do, as long as nothing else of ours locks it: "seal" in ASCII. */
const SEALER_LOCK = 0x7365616c;

/** What the first event of a workspace is chained to. */
const ORIGIN = Buffer.alloc(32);

/** Rows recomputed at a time: bounds the memory of a verification. */
const BATCH = 1000;

/**
 * Chains up to `limit` events that have no seal yet, and returns how many those were. Updates write their events
 * without waiting for one another, so ids are not in the order of commits: events are sealed in the order of
 * their transactions, and only below the oldest transaction still running, where nothing can appear any more.
 * One process seals at a time; the others wait.
 */
export async function sealAudit(pool: Pool, limit: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(queryConfig(null, sql`begin`));
    await client.query(queryConfig(null, sql`select pg_advisory_xact_lock(${SEALER_LOCK})`));
    const sealed = await sealNext(client, limit);
    await client.query(queryConfig(null, sql`commit`));
    return sealed;
  } catch (error) {
    await client.query(queryConfig(null, sql`rollback`)).catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

interface Place {
  readonly position: number;
  readonly hash: Buffer;
}

type UnsealedRow = Columns<Omit<AuditEvent, 'xact' | 'detail'>> & { detail: unknown };

/** Compares transaction numbers with the snapshot's, which Prisma Client cannot. */
const unsealed = defineStatement<{ readonly limit: number }, UnsealedRow>({
  name: 'audit-unsealed',
  columns: {
    id: 'int8',
    workspace_id: 'uuid',
    at: 'timestamptz',
    actor_id: 'uuid',
    action: 'text',
    outcome: 'text',
    subject_id: 'uuid',
    detail: 'jsonb',
  },
  sql: ({ limit }) => sql`
select e.id, e.workspace_id, e.at, e.actor_id, e.action, e.outcome, e.subject_id, e.detail from audit_events e
 where e.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
   and (e.xact, e.id) > (select coalesce(max(s.xact), 0), coalesce(max(s.id), 0) from (
         select l.xact, l.id from audit_events l join audit_seals on event_id = l.id
          order by l.xact desc, l.id desc limit 1) s)
 order by e.xact, e.id limit ${limit}::int`,
});

const chainEnds = defineStatement<
  { readonly workspaceIds: readonly string[] },
  Columns<Pick<AuditSeal, 'workspaceId' | 'position' | 'hash'>>
>({
  name: 'audit-chain-ends',
  columns: { workspace_id: 'uuid', position: 'int8', hash: 'bytea' },
  sql: ({ workspaceIds }) => sql`
select w.id as workspace_id, s.position, s.hash from unnest(${workspaceIds}::uuid[]) as w (id)
 cross join lateral (select position, hash from audit_seals where workspace_id = w.id
                      order by position desc limit 1) s`,
});

interface Seals {
  readonly workspaceIds: readonly string[];
  readonly positions: readonly number[];
  readonly eventIds: readonly string[];
  readonly hashes: readonly Buffer[];
}

const insertSeals = defineStatement<Seals, Record<never, never>>({
  name: 'audit-insert-seals',
  columns: {},
  sql: ({ workspaceIds, positions, eventIds, hashes }) => sql`
insert into audit_seals (workspace_id, position, event_id, hash)
select * from unnest(${workspaceIds}::uuid[], ${positions}::bigint[], ${eventIds}::bigint[], ${hashes}::bytea[])`,
});

async function sealNext(client: PoolClient, limit: number): Promise<number> {
  const events = (await run(client, unsealed, { limit })).map(
    ({ workspace_id: workspaceId, actor_id: actorId, subject_id: subjectId, ...event }): SealedContent => ({
      ...event,
      workspaceId,
      actorId,
      subjectId,
    }),
  );
  if (events.length === 0) return 0;
  const ends = await readEnds(client, [...new Set(events.map(({ workspaceId }) => workspaceId))]);
  const seals = events.map((event) => {
    const before = ends.get(event.workspaceId) ?? { position: 0, hash: ORIGIN };
    const seal = { position: before.position + 1, hash: sealOf(before.hash, event) };
    ends.set(event.workspaceId, seal);
    return { event, ...seal };
  });
  await run(client, insertSeals, {
    workspaceIds: seals.map(({ event }) => event.workspaceId),
    positions: seals.map(({ position }) => position),
    eventIds: seals.map(({ event }) => event.id),
    hashes: seals.map(({ hash }) => hash),
  });
  return seals.length;
}

async function readEnds(client: PoolClient, workspaceIds: readonly string[]): Promise<Map<string, Place>> {
  const ends = await run(client, chainEnds, { workspaceIds });
  return new Map(
    ends.map(({ workspace_id, position, hash }) => [workspace_id, { position: Number(position), hash }]),
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
export async function verifyAudit(reader: Reader, workspaceId: string): Promise<Verified> {
  const { auditSeal, auditEvent } = await reader.prisma();
  let hash: Buffer = ORIGIN;
  let position = 0;
  for (;;) {
    const seals = await auditSeal.findMany({
      where: { workspaceId, position: { gt: position } },
      orderBy: { position: 'asc' },
      take: BATCH,
    });
    const events = await auditEvent.findMany({
      where: { workspaceId, id: { in: seals.map(({ eventId }) => eventId) } },
      omit: { xact: true },
    });
    const eventOf = new Map(events.map((event) => [event.id, { ...event, id: String(event.id) }]));
    for (const seal of seals) {
      const event = eventOf.get(seal.eventId);
      const isInPlace = event !== undefined && Number(seal.position) === position + 1;
      if (!isInPlace || !sealOf(hash, event).equals(seal.hash))
        return { events: position, brokenAt: position + 1, fingerprint: null };
      position += 1;
      hash = Buffer.from(seal.hash);
    }
    if (seals.length < BATCH) break;
  }
  const slippedIn = await hasUnsealedPast(reader.pool, workspaceId);
  return {
    events: position,
    brokenAt: slippedIn ? position + 1 : null,
    fingerprint: position === 0 || slippedIn ? null : hash.toString('hex'),
  };
}

/** An event without a seal among those that were all sealed once: it was slipped in later. */
const unsealedPast = defineStatement<{ readonly workspaceId: string }, { found: boolean }>({
  name: 'audit-unsealed-past',
  columns: { found: 'bool' },
  sql: ({ workspaceId }) => sql`
select true as found from audit_events e
 where e.workspace_id = ${workspaceId}::uuid and not exists (select 1 from audit_seals where event_id = e.id)
   and (e.xact, e.id) < (select l.xact, l.id from audit_events l join audit_seals on event_id = l.id
                          order by l.xact desc, l.id desc limit 1) limit 1`,
});

async function hasUnsealedPast(pool: Pool, workspaceId: string): Promise<boolean> {
  return (await run(pool, unsealedPast, { workspaceId })).length > 0;
}

/** SHA-256 of the previous seal and the event, in a form that does not depend on how JSON was written. */
function sealOf(previous: Buffer, event: SealedContent): Buffer {
  const content = [
    event.id,
    event.workspaceId,
    event.at.toISOString(),
    event.actorId,
    event.action,
    event.outcome,
    event.subjectId,
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
