import type { Pool } from 'pg';
import type { TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';

type ApiCall = ReturnType<TelegramEmulator['control']['calls']>[number];

/** What became of everything that was ever owed. */
export interface Deliveries {
  readonly owed: number;
  /** Calls beyond the first of a row: at least once is not exactly once. */
  readonly repeated: number;
  /** Calls that nothing owed reads like: an edit that had to become a new message. */
  readonly otherwise: number;
  /** Rows that no call was made for, or not after those that had to come before; one line each. */
  readonly wrong: readonly string[];
}

/**
 * Has the database itself write down every message that is ever owed: with the transaction that wrote it and the
 * ones it could see, since only a message that was committed before another was decided has to come first.
 */
export async function keepLedger(pool: Pool): Promise<void> {
  await pool.query(`
    create table if not exists owed_ever (
      id bigint primary key, chat_id text not null, body jsonb not null, xact xid8 not null, saw pg_snapshot not null);
    create or replace function note_owed() returns trigger language plpgsql as $$ begin
      insert into owed_ever values (new.id, new.chat_id, new.body, pg_current_xact_id(), pg_current_snapshot());
      return null;
    end $$;
    create or replace trigger note_owed after insert on outbox for each row execute function note_owed();
  `);
}

interface OutboxRow {
  readonly id: string;
  readonly chatId: string;
  readonly body: string;
  /** Rows of the same chat that had been committed before this one was decided. */
  readonly after: readonly string[];
}

/** Compares what was owed with the calls the messenger got, in the order it got them. */
export async function compareDeliveries(pool: Pool, calls: readonly ApiCall[]): Promise<Deliveries> {
  const { rows } = await pool.query<{ id: string; chat_id: string; body: unknown; after: string[] | null }>(`
    select o.id, o.chat_id, o.body,
           (select array_agg(e.id) from owed_ever e
             where e.chat_id = o.chat_id and e.id < o.id and pg_visible_in_snapshot(e.xact, o.saw)) as after
      from owed_ever o order by o.id`);
  const owed = rows.map((row): OutboxRow => {
    return { id: row.id, chatId: row.chat_id, body: canonical(row.body), after: row.after ?? [] };
  });
  const made = placesByCall(calls);
  const known = new Set(owed.map(({ chatId, body }) => `${chatId} ${body}`));
  const placeOf = new Map<string, number>();
  const wrong: string[] = [];
  for (const row of owed) {
    const earliest = Math.max(-1, ...row.after.map((id) => placeOf.get(id) ?? -1));
    const places = made.get(`${row.chatId} ${row.body}`) ?? [];
    const index = places.findIndex((place) => place > earliest);
    const [place] = index < 0 ? [] : places.splice(index, 1);
    if (place !== undefined) placeOf.set(row.id, place);
    else
      wrong.push(
        `row ${row.id} of chat ${row.chatId} was ${places.length > 0 ? 'sent too early' : 'never sent'}: ${row.body.slice(0, 200)}`,
      );
  }
  const left = (ours: boolean): number =>
    [...made].reduce((sum, [key, places]) => sum + (known.has(key) === ours ? places.length : 0), 0);
  return { owed: owed.length, repeated: left(true), otherwise: left(false), wrong };
}

/** Where each different call stands among all calls. */
function placesByCall(calls: readonly ApiCall[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  calls.forEach((call, place) => {
    const chat = chatOf(call);
    if (chat === null) return;
    const { chat_id: _, ...params } = call.params;
    const key = `${chat} ${canonical({ method: call.method, params })}`;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return places;
}

/** The outbox's name of the chat a call goes to; null for calls that are no messages. */
function chatOf({ method, params }: ApiCall): string | null {
  if (method === 'answerCallbackQuery') return `press ${String(params['callback_query_id'])}`;
  return method === 'sendMessage' || method === 'editMessageText' ? String(params['chat_id']) : null;
}

/** A call as text that does not depend on the order of its keys; the topic of an edit is ours, not Telegram's. */
function canonical(body: unknown): string {
  return JSON.stringify(sorted(body));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'topic');
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]).sort());
}
