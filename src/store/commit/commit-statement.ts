import type { AuditEntry } from '../../domain/audit.ts';
import { attachmentPart } from '../attachments.ts';
import { fromNow } from '../outbox.ts';
import { empty, identifier, join, quotedName, type Sql, sql } from '../sql.ts';
import { type ActRow, createActRow } from './act-rows.ts';
import type { Commit, OutboxEntry } from './commit.ts';
import { affectedBy, auditOf, locksOf } from './consequences.ts';
import { type Affected, type AnyChange, type ChangeRegistry, type Lock, specOf } from './define-change.ts';
import { guard, once, type Part, step, type WriteContext } from './parts.ts';

/** What one act brings to a statement, alone or beside others. */
export interface BatchItem {
  /** Text of the statement: acts of one key write the same, each from its own row. */
  readonly statementKey: string;
  readonly row: ActRow['columns'];
}

/** The statement that commits an effect and others of its kind, and the effect's own row. */
export function batchItemOf<C extends AnyChange>(
  { specs, coalesce }: ChangeRegistry<C>,
  effect: Commit<C>,
): BatchItem {
  const now = sql`${once(effect.now)}::timestamptz`;
  const actor = sql`${once(effect.actorId)}::uuid`;
  const slot = sql`${once(effect.slot)}::smallint`;
  const parts: Part[] = [];

  if (effect.update) parts.push(inboxPart(effect.update, now));
  const locks = locksOf(specs, effect.changes);
  if (locks.length > 0) parts.push(lockPart(locks));
  const locked = locks.length > 0 ? isLocked(locks.length) : sql`true`;
  coalesce(effect.changes).forEach((change, index) => {
    const ref = (name: string): Sql => identifier(`c${index}_${name}`);
    const at: WriteContext = { now, actor, slot, locked, ref };
    for (const part of specOf(specs, change).write(change, at))
      parts.push({ ...part, name: `c${index}_${part.name}` });
  });
  const affected = affectedBy(specs, effect.changes);
  if (affected.length > 0) parts.push(invalidationPart(affected));
  const audit = [...auditOf(specs, effect.changes), ...effect.audit];
  if (audit.length > 0) parts.push(auditPart(audit, now, actor));
  const { attachments = [] } = effect;
  if (attachments.length > 0) parts.push(attachmentPart(attachments, now));
  if (effect.outbox.length > 0) parts.push(...outboxParts(effect.outbox, now, effect.leaseMs));

  const act = createActRow();
  const written = parts.map((part) => `${part.name} as (${act.text(part.sql)})`);
  const results = act.text(resultsOf(parts, effect.outbox.length > 0));
  return { statementKey: `with ${[act.head(), ...written].join(',\n')}\n${results}`, row: act.columns };
}

/** What the statement yields: the outbox rows and, beside them, a guard for each part that must yield some rows. */
function resultsOf(parts: readonly Part[], sends: boolean): Sql {
  const guards = parts.flatMap(({ name, expect }) =>
    expect === null
      ? []
      : [
          sql`castellan_guard((select count(*) from ${identifier(name)}) = (select sum(${expect}::int) from acts act), ${quotedName(name)})`,
        ],
  );
  return sql`select ${sends ? sql`(select array_agg(id::text order by id) from queued)` : sql`null`} as outbox,
       ${sends ? sql`(select json_object_agg(chat, newest) from earlier)` : sql`null`} as before
       ${guards.length > 0 ? sql`, ${join(guards, ',\n       ')}` : empty}`;
}

/** Claims the update. In one order everywhere, so that two processes with the same updates never wait in a circle. */
function inboxPart(update: NonNullable<Commit['update']>, now: Sql): Part {
  return step(
    'inbox',
    sql`insert into inbox (messenger, update_id, received_at)
        select ${update.messenger}, ${update.id}, ${now} from acts act order by 1, 2 returning 1`,
  );
}

/** Locks memberships at their versions, in the order of their ids. */
function lockPart(locks: readonly Lock[]): Part {
  const ids = locks.map(({ membershipId }) => membershipId);
  const versions = locks.map(({ version }) => version);
  return guard(
    'locked',
    sql`select m.id from memberships m
         where (m.id, m.version) in (select l.id, l.version from acts act, unnest(${ids}::uuid[], ${versions}::int[]) as l (id, version))
         order by m.id for no key update`,
    locks.length,
  );
}

function isLocked(count: number): Sql {
  return sql`(select count(*) from locked) = (select sum(${once(count)}::int) from acts act)`;
}

/** Tells the other processes what they must not answer from memory any more; one row a transaction. */
function invalidationPart(affected: readonly (Affected | 'everyone')[]): Part {
  return step(
    'invalidated',
    sql`insert into invalidations (affected)
        select jsonb_agg(a.affected) from acts act, jsonb_array_elements(${JSON.stringify(affected)}::jsonb) as a (affected)
        on conflict (xact) do update set affected = invalidations.affected || excluded.affected returning 1`,
  );
}

function auditPart(audit: readonly AuditEntry[], now: Sql, actor: Sql): Part {
  const column = <K extends keyof AuditEntry>(name: K) => audit.map((entry) => entry[name]);
  return guard(
    'audited',
    sql`insert into audit_events (workspace_id, at, actor_id, action, outcome, subject_id, detail)
        select a.workspace_id, ${now}, coalesce(${actor}, '00000000-0000-0000-0000-000000000000'), a.action, a.outcome, a.subject_id, a.detail
          from acts act, unnest(${column('workspaceId')}::uuid[], ${column('action')}::text[], ${column('outcome')}::text[],
                                ${column('subjectId')}::uuid[], ${audit.map(({ detail }) => JSON.stringify(detail))}::jsonb[])
               with ordinality as a (workspace_id, action, outcome, subject_id, detail, ord)
         order by act.place, a.ord returning 1`,
    audit.length,
  );
}

/**
 * Calls go out in the order of their ids. Rows that other acts queued for the same chats are named, so that the
 * process waits for them.
 */
function outboxParts(outbox: readonly OutboxEntry[], now: Sql, leaseMs: number): Part[] {
  const messengers = sql`${once(outbox.map((entry) => entry.messenger))}::text[]`;
  const chats = sql`${once(outbox.map((entry) => entry.chatId))}::text[]`;
  const bodies = outbox.map((entry) => JSON.stringify(entry.body));
  const trackings = outbox.map(({ tracking }) => (tracking === null ? null : JSON.stringify(tracking)));
  return [
    step(
      'queued',
      sql`insert into outbox (messenger, chat_id, body, tracking, lease_until, created_at)
          select o.messenger, o.chat_id, o.body, o.tracking, ${fromNow(leaseMs)}, ${now}
            from acts act, unnest(${messengers}, ${chats}, ${bodies}::jsonb[], ${trackings}::jsonb[])
                 with ordinality as o (messenger, chat_id, body, tracking, ord)
           order by act.place, o.ord returning id`,
    ),
    step(
      'earlier',
      sql`select o.messenger || ' ' || o.chat_id as chat, max(o.id)::text as newest from outbox o
           where (o.messenger, o.chat_id) in (select queued.messenger, queued.chat_id
                   from acts act, unnest(${messengers}, ${chats}) as queued (messenger, chat_id)) group by o.messenger, o.chat_id`,
    ),
  ];
}
