import type { Pool } from 'pg';
import { fromNow } from '../outbox.ts';
import { type Sql, sql } from '../sql.ts';
import { createBatch } from './batch.ts';
import type { Commit, Committed, OutboxEntry } from './commit.ts';

/** An effect that changes nothing: an update is claimed and answered. */
type Answer = Commit & { readonly update: NonNullable<Commit['update']> };

/** Whether an effect only answers, and in words: pictures and files are written with what they belong to. */
export function isAnswer(effect: Commit): effect is Answer {
  const { update, changes, audit, attachments = [] } = effect;
  return update !== null && changes.length === 0 && audit.length === 0 && attachments.length === 0;
}

interface AnswerRow {
  /** Places in the batch, counted from 1. */
  claimed: number[] | null;
  outbox: string[] | null;
  before: Record<string, string> | null;
}

/** Creates what writes effects that only answer, each with all others that came while the last batch was written. */
export function createAnswer(pool: Pool): (answer: Answer) => Promise<Committed> {
  return createBatch(async (answers: readonly Answer[]) => {
    const places = new Map<string, number>();
    answers.forEach(({ update }, place) => {
      const key = `${update.messenger} ${update.id}`;
      if (!places.has(key)) places.set(key, place);
    });
    // An update that is in the batch twice is claimed once; for the other it has been seen.
    const distinct = [...places.values()].flatMap((place) => answers[place] ?? []);
    const { text, values } = answerStatement(distinct);
    const { rows } = await pool.query<AnswerRow>({ name: 'answer', text, values });
    const row = rows[0];
    const claimed = new Set(row?.claimed ?? []);
    const before = new Map(Object.entries(row?.before ?? {}));
    const ids = (row?.outbox ?? []).values();
    const written = answers.map((): Committed => ({ kind: 'seen' }));
    [...places.values()].forEach((place, index) => {
      if (!claimed.has(index + 1)) return;
      const outbox = (answers[place]?.outbox ?? []).flatMap(() => ids.next().value ?? []);
      written[place] = { kind: 'committed', outbox, before };
    });
    return written;
  });
}

/**
 * Claims the updates that are new, in the order of their keys so that two processes never wait for each other in a
 * circle, and queues their calls. Answers do not wait for the disk: they need no more durability than what they say,
 * and a lost one is asked for again.
 */
function answerStatement(answers: readonly Answer[]): Sql {
  const calls = answers.flatMap(({ outbox }, place): (OutboxEntry & { readonly place: number })[] =>
    outbox.map((entry) => ({ ...entry, place: place + 1 })),
  );
  const messengers = calls.map(({ messenger }) => messenger);
  const chats = calls.map(({ chatId }) => chatId);
  return sql`
with asked as (
  select * from unnest(${answers.map(({ update }) => update.messenger)}::text[], ${answers.map(({ update }) => update.id)}::text[],
                       ${answers.map(({ now }) => now)}::timestamptz[], ${answers.map(({ leaseMs }) => leaseMs)}::float8[])
         with ordinality as u (messenger, update_id, at, lease_ms, place)),
claimed as (
  insert into inbox (messenger, update_id, received_at)
  select messenger, update_id, at from asked order by messenger, update_id
  on conflict do nothing returning messenger, update_id),
placed as (
  select a.place, a.at, a.lease_ms from asked a join claimed c using (messenger, update_id)),
queued as (
  insert into outbox (messenger, chat_id, body, lease_until, created_at, tracking)
  select o.messenger, o.chat_id, o.body, ${fromNow(sql`p.lease_ms`)}, p.at, o.tracking
    from unnest(${calls.map(({ place }) => place)}::int[], ${messengers}::text[], ${chats}::text[], ${calls.map(({ body }) => JSON.stringify(body))}::jsonb[],
                ${calls.map(({ tracking }) => (tracking === null ? null : JSON.stringify(tracking)))}::jsonb[])
         with ordinality as o (place, messenger, chat_id, body, tracking, ord)
    join placed p on p.place = o.place
   order by o.ord returning id),
earlier as (
  select o.messenger || ' ' || o.chat_id as chat, max(o.id)::text as newest from outbox o
   where (o.messenger, o.chat_id) in (select * from unnest(${messengers}::text[], ${chats}::text[])) group by o.messenger, o.chat_id)
select (select array_agg(place::int) from placed) as claimed,
       (select array_agg(id::text order by id) from queued) as outbox,
       (select json_object_agg(chat, newest) from earlier) as before,
       set_config('synchronous_commit', 'off', true)`;
}
