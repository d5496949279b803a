import type { Pool } from 'pg';
import type { AuditEntry } from '../workspace/audit.ts';
import type { Change } from '../workspace/changes.ts';
import { announce } from './announcements.ts';
import { answer, isAnswer } from './answer.ts';
import { type AttachmentEntry, attachmentPart } from './attachments.ts';
import { contactWriters } from './changes/contacts.ts';
import { foldSender } from './changes/fold.ts';
import { forgettingWriters } from './changes/forgetting.ts';
import { identityWriters } from './changes/identity.ts';
import { invitationWriters } from './changes/invitations.ts';
import { keyWriters } from './changes/keys.ts';
import { membershipWriters } from './changes/memberships.ts';
import { personWriters } from './changes/people.ts';
import { recoveryWriters } from './changes/recovery.ts';
import { schemeWriters } from './changes/schemes.ts';
import { sessionWriters } from './changes/sessions.ts';
import { thingWriters } from './changes/things.ts';
import { grantWriters } from './changes/things-grants.ts';
import { publishingWriters } from './changes/things-publishing.ts';
import { transferWriters } from './changes/transfers.ts';
import { workspaceWriters } from './changes/workspaces.ts';
import { beginDurable } from './durability.ts';
import { locksOf } from './locks.ts';
import type { Bind, Part, WriteContext, Writer } from './statement.ts';

/** A call owed to a messenger, as it is committed. */
interface OutboxEntry {
  readonly messenger: string;
  readonly chatId: string;
  /** The messenger's rendered call, JSON. */
  readonly body: unknown;
  /** What to note down once the call is made or known to be impossible. */
  readonly tracking: object | null;
}

/** Everything one update, or one act of the system itself, does to the store. */
export interface Commit {
  /** The update that is claimed; null for acts of the system. */
  readonly update: { readonly messenger: string; readonly id: string } | null;
  /** Who acts; null for the system. */
  readonly actorId: string | null;
  readonly changes: readonly Change[];
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** Bytes that the outbox names; kept for a day. */
  readonly attachments?: readonly AttachmentEntry[];
  readonly now: Date;
  /** Until then the outbox rows belong to the process that commits. */
  readonly leaseUntil: Date;
  /** Which member counter to write to, 0–15: drawn by chance so that no two acts wait for each other. */
  readonly slot: number;
}

/** What became of a commit. */
export type Committed =
  | {
      readonly kind: 'committed';
      /** Ids of the outbox rows, in the order given. */
      readonly outbox: readonly string[];
      /** Of those chats: the newest row that another act still owes them and that goes first. */
      readonly before: ReadonlyMap<string, string>;
    }
  /** The update had its effect already. */
  | { readonly kind: 'seen' }
  /** Something changed since it was read: nothing was written. `guard` names what. */
  | { readonly kind: 'stale'; readonly guard: string };

const writers: { [K in Change['kind']]: Writer<Extract<Change, { kind: K }>> } = {
  ...personWriters,
  ...identityWriters,
  ...contactWriters,
  ...recoveryWriters,
  ...forgettingWriters,
  ...workspaceWriters,
  ...membershipWriters,
  ...invitationWriters,
  ...transferWriters,
  ...thingWriters,
  ...grantWriters,
  ...publishingWriters,
  ...sessionWriters,
  ...keyWriters,
  ...schemeWriters,
};

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
 * Writes an update's whole effect in one statement, which is one transaction: the claim of the update, the
 * guarded changes, the audit and what is owed to the messengers. Either all of it happened or nothing.
 * Effects that only answer are written many at a time, see {@link answer}.
 * Throws on anything that is neither a repetition nor a missed guard; what threw after the statement had been
 * sent may have been committed, and is found in the inbox when the update comes again.
 */
export async function commit(pool: Pool, effect: Commit): Promise<Committed> {
  if (isAnswer(effect)) return answer(pool, effect);
  const landing = beginDurable(pool);
  try {
    const committed = await write(pool, commitStatement(effect, landing.shared ? 'later' : 'now'));
    if (committed.kind !== 'committed') return committed;
    announce(pool, effect);
    await landing.landed();
    return committed;
  } finally {
    landing.over();
  }
}

async function write(pool: Pool, statement: { text: string; values: unknown[] }): Promise<Committed> {
  const name = nameOf(statement.text);
  try {
    const { rows } = await pool.query<{ outbox: string[] | null; before: Record<string, string> | null }>({
      ...(name === null ? {} : { name }),
      ...statement,
    });
    const row = rows[0];
    return {
      kind: 'committed',
      outbox: row?.outbox ?? [],
      before: new Map(Object.entries(row?.before ?? {})),
    };
  } catch (error) {
    return missed(error);
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

/**
 * The statement and its parameters; exported for the tests that look at it and for the benchmark.
 *
 * @param disk whether the statement waits for the disk itself or the caller does `later`
 */
export function commitStatement(
  effect: Commit,
  disk: 'now' | 'later' = 'now',
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const now = onceBound(() => `${bind(effect.now)}::timestamptz`);
  // A placeholder that no part uses would have no type: these are bound at their first use.
  const actor = onceBound(() => `${bind(effect.actorId)}::uuid`);
  const slot = onceBound(() => `${bind(effect.slot)}::smallint`);
  const parts: Part[] = [];

  if (effect.update) {
    parts.push({
      name: 'inbox',
      sql: `insert into inbox (messenger, update_id, received_at)
            values (${bind(effect.update.messenger)}, ${bind(effect.update.id)}, ${now()}) returning 1`,
      expect: null,
    });
  }
  const locks = locksOf(effect.changes, bind);
  if (locks) parts.push(locks.part);
  foldSender(effect.changes).forEach((change, index) => {
    const at: WriteContext = {
      get now() {
        return now();
      },
      get actor() {
        return actor();
      },
      get slot() {
        return slot();
      },
      locked: locks?.held ?? 'true',
      ref: (name) => `c${index}_${name}`,
    };
    for (const part of partsOf(change, bind, at)) parts.push({ ...part, name: at.ref(part.name) });
  });
  if (effect.audit.length > 0) parts.push(auditPart(effect.audit, bind, now(), actor()));
  const { attachments = [] } = effect;
  if (attachments.length > 0) parts.push(attachmentPart(attachments, bind, effect.now));
  if (effect.outbox.length > 0) parts.push(...outboxParts(effect.outbox, bind, now(), effect.leaseUntil));

  const guards = parts.flatMap((part) =>
    part.expect === null
      ? []
      : [`castellan_guard((select count(*) from ${part.name}) = ${bind(part.expect)}::int, '${part.name}')`],
  );
  if (disk === 'later') guards.push(`set_config('synchronous_commit', 'off', true)`);
  const answered = effect.outbox.length > 0;
  const select = [
    answered ? '(select array_agg(id::text order by id) from owed) as outbox' : 'null as outbox',
    answered ? '(select json_object_agg(chat, newest) from earlier) as before' : 'null as before',
    ...guards,
  ].join(',\n       ');
  const text =
    parts.length === 0 ? `select ${select}` : `with ${parts.map(expression).join(',\n')}\nselect ${select}`;
  return { text, values };
}

function onceBound(make: () => string): () => string {
  let placeholder: string | null = null;
  return () => {
    placeholder ??= make();
    return placeholder;
  };
}

function expression(part: Part): string {
  return `${part.name} as (${part.sql})`;
}

/** Picks the writer of a change; the table above is exhaustive by type. */
function partsOf<C extends Change>(change: C, bind: Bind, at: WriteContext): readonly Part[] {
  const writer = writers[change.kind] as Writer<Change>;
  return writer(change, bind, at);
}

function auditPart(audit: readonly AuditEntry[], bind: Bind, now: string, actor: string): Part {
  return {
    name: 'audited',
    sql: `insert into audit_events (workspace_id, at, actor_id, action, outcome, subject_id, detail)
          select a.workspace_id, ${now}, coalesce(${actor}, '00000000-0000-0000-0000-000000000000'), a.action, a.outcome, a.subject_id, a.detail
            from unnest(${bind(audit.map((entry) => entry.workspaceId))}::uuid[], ${bind(audit.map((entry) => entry.action))}::text[],
                        ${bind(audit.map((entry) => entry.outcome))}::text[], ${bind(audit.map((entry) => entry.subjectId))}::uuid[],
                        ${bind(audit.map((entry) => JSON.stringify(entry.detail)))}::jsonb[])
                 with ordinality as a (workspace_id, action, outcome, subject_id, detail, ord)
           order by a.ord returning 1`,
    expect: audit.length,
  };
}

/**
 * What is owed goes out in the order of the ids. Rows that other acts still owe the same chats are named, so
 * that the process waits for them.
 */
function outboxParts(outbox: readonly OutboxEntry[], bind: Bind, now: string, leaseUntil: Date): Part[] {
  const messengers = `${bind(outbox.map((entry) => entry.messenger))}::text[]`;
  const chats = `${bind(outbox.map((entry) => entry.chatId))}::text[]`;
  return [
    {
      name: 'owed',
      sql: `insert into outbox (messenger, chat_id, body, tracking, lease_until, created_at)
            select o.messenger, o.chat_id, o.body, o.tracking, ${bind(leaseUntil)}::timestamptz, ${now}
              from unnest(${messengers}, ${chats}, ${bind(outbox.map((entry) => JSON.stringify(entry.body)))}::jsonb[],
                          ${bind(outbox.map((entry) => (entry.tracking === null ? null : JSON.stringify(entry.tracking))))}::jsonb[])
                   with ordinality as o (messenger, chat_id, body, tracking, ord)
             order by o.ord returning id`,
      expect: null,
    },
    {
      name: 'earlier',
      sql: `select o.messenger || ' ' || o.chat_id as chat, max(o.id)::text as newest from outbox o
             where (o.messenger, o.chat_id) in (select * from unnest(${messengers}, ${chats})) group by o.messenger, o.chat_id`,
      expect: null,
    },
  ];
}
