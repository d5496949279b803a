import type { Pool } from 'pg';
import { createPoolBatch } from './batch.ts';
import type { Commit, Committed } from './commit.ts';

/** An effect that changes nothing: an update is claimed and answered. */
type Answer = Commit & { readonly update: NonNullable<Commit['update']> };

/** Whether an effect only answers, and in words: pictures and files are written with what they belong to. */
export function isAnswer(effect: Commit): effect is Answer {
  const { update, changes, audit, attachments = [] } = effect;
  return update !== null && changes.length === 0 && audit.length === 0 && attachments.length === 0;
}

/**
 * Claims the updates that are nobody's yet, in the order of their keys so that two processes never wait for
 * each other in a circle, and notes down what is owed for them. Answers do not wait for the disk: they need no
 * more durability than what they say, and a lost one is asked for again.
 */
const ANSWER = `
with asked as (
  select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
         with ordinality as u (messenger, update_id, at, lease_until, place)),
claimed as (
  insert into inbox (messenger, update_id, received_at)
  select messenger, update_id, at from asked order by messenger, update_id
  on conflict do nothing returning messenger, update_id),
placed as (
  select a.place, a.at, a.lease_until from asked a join claimed c using (messenger, update_id)),
owed as (
  insert into outbox (messenger, chat_id, body, lease_until, created_at, tracking)
  select o.messenger, o.chat_id, o.body, p.lease_until, p.at, o.tracking
    from unnest($5::int[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[])
         with ordinality as o (place, messenger, chat_id, body, tracking, ord)
    join placed p on p.place = o.place
   order by o.ord returning id),
earlier as (
  select o.messenger || ' ' || o.chat_id as chat, max(o.id)::text as newest from outbox o
   where (o.messenger, o.chat_id) in (select * from unnest($6::text[], $7::text[])) group by o.messenger, o.chat_id)
select (select array_agg(place::int) from placed) as claimed,
       (select array_agg(id::text order by id) from owed) as outbox,
       (select json_object_agg(chat, newest) from earlier) as before,
       set_config('synchronous_commit', 'off', true)`;

interface AnswerRow {
  /** Places in the batch, counted from 1. */
  claimed: number[] | null;
  outbox: string[] | null;
  before: Record<string, string> | null;
}

/** Writes an effect that only answers, together with all others that came while the last batch was written. */
export const answer = createPoolBatch(writeAnswers);

async function writeAnswers(pool: Pool, answers: readonly Answer[]): Promise<Committed[]> {
  const places = new Map<string, number>();
  answers.forEach(({ update }, place) => {
    const key = `${update.messenger} ${update.id}`;
    if (!places.has(key)) places.set(key, place);
  });
  // An update that stands in the batch twice is asked for once; for the other it has been seen.
  const asked = [...places.values()].flatMap((place) => answers[place] ?? []);
  const owed = asked.flatMap((one, place) => one.outbox.map((entry) => ({ ...entry, place: place + 1 })));
  const { rows } = await pool.query<AnswerRow>({
    name: 'answer',
    text: ANSWER,
    values: [
      asked.map(({ update }) => update.messenger),
      asked.map(({ update }) => update.id),
      asked.map(({ now }) => now),
      asked.map(({ leaseUntil }) => leaseUntil),
      owed.map(({ place }) => place),
      owed.map(({ messenger }) => messenger),
      owed.map(({ chatId }) => chatId),
      owed.map(({ body }) => JSON.stringify(body)),
      owed.map(({ tracking }) => (tracking === null ? null : JSON.stringify(tracking))),
    ],
  });
  const row = rows[0];
  const claimed = new Set(row?.claimed ?? []);
  const before = new Map(Object.entries(row?.before ?? {}));
  const ids = (row?.outbox ?? []).values();
  const written = answers.map((): Committed => ({ kind: 'seen' }));
  [...places.values()].forEach((place, among) => {
    if (!claimed.has(among + 1)) return;
    const outbox = (answers[place]?.outbox ?? []).flatMap(() => ids.next().value ?? []);
    written[place] = { kind: 'committed', outbox, before };
  });
  return written;
}
