import type { AuditEntry } from '../../domain/audit.ts';
import type { Change } from '../../domain/changes.ts';
import { contactWriters } from '../../features/accounts/store/contact-changes.ts';
import { identityWriters } from '../../features/accounts/store/identity-changes.ts';
import { personWriters } from '../../features/accounts/store/person-changes.ts';
import { recoveryWriters } from '../../features/accounts/store/recovery-changes.ts';
import { keyWriters } from '../../features/api-keys/store/changes.ts';
import { grantWriters } from '../../features/grants/store/changes.ts';
import { invitationWriters } from '../../features/invitations/store/changes.ts';
import { membershipWriters } from '../../features/members/store/changes.ts';
import { transferWriters } from '../../features/ownership/store/changes.ts';
import { forgettingWriters } from '../../features/privacy/store/changes.ts';
import { publishingWriters } from '../../features/publishing/store/changes.ts';
import { thingWriters } from '../../features/resources/store/changes.ts';
import { schemeWriters } from '../../features/schemes/store/changes.ts';
import { workspaceWriters } from '../../features/workspaces/store/changes.ts';
import { attachmentPart } from '../attachments.ts';
import type { Commit, OutboxEntry } from './commit.ts';
import { foldSender } from './fold.ts';
import { locksOf } from './locks.ts';
import { sessionWriters } from './session-changes.ts';
import type { Acts, Bind, Part, WriteContext, Writer } from './statement.ts';

/** A statement as `pg` takes it. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What one act brings to a statement that it shares with others of its shape. */
export interface Share {
  /** Acts of the same shape write the same. */
  readonly shape: string;
  /** The act's columns by name: null, or as a text that casts to its type, or an array of such. */
  readonly row: Readonly<Record<string, unknown>>;
}

/**
 * Acts in one statement at most: its locks are held until the last of them is written. Written as a range, it also
 * lets the planner expect few of them, so that it looks up the rows of each by an index whatever it knows of the
 * tables.
 */
export const MOST_ACTS = 32;

/** How a statement names what it was given. */
interface Form extends Acts {
  readonly bind: Bind;
  /** How many rows must come out of a part. */
  readonly expected: (rows: number) => string;
}

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

/** The statement of one act. */
export function commitStatement(effect: Commit): Statement {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { parts, select } = write(effect, {
    bind,
    from: '',
    and: '',
    before: '',
    expected: (rows) => `${bind(rows)}::int`,
  });
  return { text: parts.length === 0 ? select : `with ${parts.join(',\n')}\n${select}`, values };
}

/** What an act brings to a shared statement, see {@link sharedStatement}. */
export function shareOf(effect: Commit): Share {
  const row: Record<string, unknown> = {};
  const types: string[] = [];
  const column = (value: unknown): string => {
    const name = `c${types.push(Array.isArray(value) ? 'text[]' : 'text')}`;
    row[name] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
    return name;
  };
  const { parts, select } = write(effect, {
    bind: (value) => `act.${column(value)}`,
    from: 'from acts act',
    and: ', acts act',
    before: 'acts act,',
    expected: (rows) => `(select sum(${column(rows)}::int) from acts)`,
  });
  const names = types.map((_, place) => `c${place + 1}`);
  const defined = types.map((type, place) => `c${place + 1} ${type}`);
  return {
    shape: `with acts as (
  select * from rows from (json_to_recordset($1::json) as (${defined.join(', ')}))
                with ordinality as act (${names.join(', ')}, place)
   where act.place between 1 and ${MOST_ACTS}),
${parts.join(',\n')}\n${select}`,
    row,
  };
}

/**
 * The statement of several acts of one shape, each a row of `acts`. All of them happen or none does: a guard that
 * one of them misses takes them all back. Throws RangeError for more than {@link MOST_ACTS}. Rows go as JSON, whose reading costs both sides less than as many
 * arrays, and whose estimated number does not depend on the parameter, so that the plan is made once.
 */
export function sharedStatement(shares: readonly [Share, ...Share[]]): Statement {
  if (shares.length > MOST_ACTS) throw new RangeError(`${shares.length} acts are too many for one statement`);
  return { text: shares[0].shape, values: [JSON.stringify(shares.map(({ row }) => row))] };
}

/** The same statement, not waiting for the disk. */
export function withoutWaiting({ text, values }: Statement): Statement {
  return { text: `${text},\n       set_config('synchronous_commit', 'off', true)`, values };
}

/** The common table expressions of an act, and the select that holds them to what they must yield. */
function write(effect: Commit, form: Form): { parts: string[]; select: string } {
  const { bind, from, and, before } = form;
  const now = onceBound(() => `${bind(effect.now)}::timestamptz`);
  // A placeholder that no part uses would have no type: these are bound at their first use.
  const actor = onceBound(() => `${bind(effect.actorId)}::uuid`);
  const slot = onceBound(() => `${bind(effect.slot)}::smallint`);
  const parts: Part[] = [];

  if (effect.update) {
    parts.push({
      name: 'inbox',
      // In one order everywhere, so that two processes with the same updates never wait for each other in a circle.
      sql: `insert into inbox (messenger, update_id, received_at)
            select ${bind(effect.update.messenger)}::text, ${bind(effect.update.id)}::text, ${now()} ${from} order by 1, 2 returning 1`,
      expect: null,
    });
  }
  const locks = locksOf(effect.changes, bind);
  if (locks) parts.push(locks.part);
  foldSender(effect.changes).forEach((change, index) => {
    const at: WriteContext = {
      from,
      and,
      before,
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
  if (effect.audit.length > 0) parts.push(auditPart(effect.audit, form, now(), actor()));
  const { attachments = [] } = effect;
  if (attachments.length > 0) parts.push(attachmentPart(attachments, bind, effect.now));
  if (effect.outbox.length > 0) parts.push(...outboxParts(effect.outbox, form, now(), effect.leaseUntil));

  const guards = parts.flatMap(({ name, expect }) =>
    expect === null
      ? []
      : [`castellan_guard((select count(*) from ${name}) = ${form.expected(expect)}, '${name}')`],
  );
  const answered = effect.outbox.length > 0;
  const select = [
    answered ? '(select array_agg(id::text order by id) from owed) as outbox' : 'null as outbox',
    answered ? '(select json_object_agg(chat, newest) from earlier) as before' : 'null as before',
    ...guards,
  ];
  return {
    parts: parts.map(({ name, sql }) => `${name} as (${sql})`),
    select: `select ${select.join(',\n       ')}`,
  };
}

function onceBound(make: () => string): () => string {
  let placeholder: string | null = null;
  return () => {
    placeholder ??= make();
    return placeholder;
  };
}

/** Picks the writer of a change; the table above is exhaustive by type. */
function partsOf<C extends Change>(change: C, bind: Bind, at: WriteContext): readonly Part[] {
  const writer = writers[change.kind] as Writer<Change>;
  return writer(change, bind, at);
}

function auditPart(audit: readonly AuditEntry[], { bind, before }: Form, now: string, actor: string): Part {
  return {
    name: 'audited',
    sql: `insert into audit_events (workspace_id, at, actor_id, action, outcome, subject_id, detail)
          select a.workspace_id, ${now}, coalesce(${actor}, '00000000-0000-0000-0000-000000000000'), a.action, a.outcome, a.subject_id, a.detail
            from ${before} unnest(${bind(audit.map((entry) => entry.workspaceId))}::uuid[], ${bind(audit.map((entry) => entry.action))}::text[],
                        ${bind(audit.map((entry) => entry.outcome))}::text[], ${bind(audit.map((entry) => entry.subjectId))}::uuid[],
                        ${bind(audit.map((entry) => JSON.stringify(entry.detail)))}::jsonb[])
                 with ordinality as a (workspace_id, action, outcome, subject_id, detail, ord)
           order by ${inOrder(before, 'a.ord')} returning 1`,
    expect: audit.length,
  };
}

/** Rows in the order of their acts, then in that of each act. */
function inOrder(before: Acts['before'], ordinal: string): string {
  return before === '' ? ordinal : `act.place, ${ordinal}`;
}

/**
 * What is owed goes out in the order of the ids. Rows that other acts still owe the same chats are named, so
 * that the process waits for them.
 */
function outboxParts(
  outbox: readonly OutboxEntry[],
  { bind, before }: Form,
  now: string,
  leaseUntil: Date,
): Part[] {
  const messengers = `${bind(outbox.map((entry) => entry.messenger))}::text[]`;
  const chats = `${bind(outbox.map((entry) => entry.chatId))}::text[]`;
  return [
    {
      name: 'owed',
      sql: `insert into outbox (messenger, chat_id, body, tracking, lease_until, created_at)
            select o.messenger, o.chat_id, o.body, o.tracking, ${bind(leaseUntil)}::timestamptz, ${now}
              from ${before} unnest(${messengers}, ${chats}, ${bind(outbox.map((entry) => JSON.stringify(entry.body)))}::jsonb[],
                          ${bind(outbox.map((entry) => (entry.tracking === null ? null : JSON.stringify(entry.tracking))))}::jsonb[])
                   with ordinality as o (messenger, chat_id, body, tracking, ord)
             order by ${inOrder(before, 'o.ord')} returning id`,
      expect: null,
    },
    {
      name: 'earlier',
      sql: `select o.messenger || ' ' || o.chat_id as chat, max(o.id)::text as newest from outbox o
             where (o.messenger, o.chat_id) in (select owes.messenger, owes.chat_id
                     from ${before} unnest(${messengers}, ${chats}) as owes (messenger, chat_id)) group by o.messenger, o.chat_id`,
      expect: null,
    },
  ];
}
