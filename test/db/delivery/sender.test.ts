import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTelegramEmulator, type TelegramEmulator } from '../../../dev/emulators/telegram/emulator.ts';
import type { Messenger } from '../../../src/chat/messenger.ts';
import { createSender, type Sender } from '../../../src/delivery/sender.ts';
import type { DeliveryResult } from '../../../src/delivery/sender-parts.ts';
import { createTelegram } from '../../../src/messengers/telegram/index.ts';
import { claim, claimOutbox, type OutboxRow } from '../../../src/store/outbox.ts';
import { sql } from '../../../src/store/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}
interface PlanTop {
  readonly Plan: PlanNode;
}

let database: TestDatabase;
let emulator: TelegramEmulator;
let telegram: Messenger;
let senders: Sender[] = [];
let results: { row: OutboxRow; result: DeliveryResult }[] = [];
let waits: number[] = [];

const DAY_MS = 24 * 60 * 60_000;

beforeEach(async () => {
  database = await createTestDatabase();
  emulator = await startTelegramEmulator();
  telegram = createTelegram({ token: emulator.bot.token, apiRoot: emulator.url, webhookSecret: null });
  await telegram.init(new AbortController().signal);
  results = [];
  waits = [];
});

afterEach(async () => {
  for (const sender of senders) await sender.close();
  senders = [];
  await emulator.close();
  await database.close();
});

const now = (): Date => new Date();

/** Moves every lease towards its end, as time would. */
async function pass(milliseconds: number): Promise<void> {
  await database.pool.query(`update outbox set lease_until = lease_until - $1 * interval '1 millisecond'`, [
    milliseconds,
  ]);
}

/** A process's sender. Waiting is noted and takes no time. `ahead`: how far its own clock is from the right time. */
function sender(ahead = 0): Sender {
  const created = createSender({
    pool: database.pool,
    messengers: new Map([['telegram', telegram]]),
    now: () => new Date(Date.now() + ahead),
    wait: async (milliseconds, signal) => {
      waits.push(milliseconds);
      await delay(1, undefined, { signal }).catch(() => undefined);
    },
    record: async (row, how) => {
      results.push({ row, result: how });
    },
    moved: async () => undefined,
    observe: () => undefined,
  });
  senders.push(created);
  return created;
}

function person(name: string) {
  const user = emulator.control.createUser({ firstName: name });
  emulator.control.write(user, '/start');
  return user;
}

/** Commits answers to a chat, as the process of `to` or as one that dies right after. */
async function owe(chatId: number, said: string | readonly string[], to: Sender | null): Promise<void> {
  const outgoing = [said].flat().flatMap((text) =>
    telegram.render({
      kind: 'send',
      to: { chatId: String(chatId), topic: null },
      screen: { text: [text], buttons: [] },
    }),
  );
  const committed = await database.store.commit({
    update: null,
    actorId: null,
    changes: [],
    audit: [],
    outbox: outgoing.map((one) => ({ ...one, tracking: null })),
    now: now(),
    leaseMs: 15_000,
    slot: 0,
  });
  if (committed.kind !== 'committed') throw new Error(committed.kind);
  const rows = committed.outbox.flatMap((id, place): OutboxRow[] => {
    const one = outgoing[place];
    return one ? [{ id, outgoing: one, tracking: null, attempts: 0 }] : [];
  });
  to?.take(rows, committed.before);
}

const heard = (chat: { id: number }): string[] =>
  emulator.control
    .messages(chat)
    .filter((message) => message.fromBot)
    .map((message) => message.text);

const owedRows = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from outbox');
  return rows[0]?.n ?? 0;
};

describe('what is owed arrives', () => {
  test('in order within a chat, through errors and waits, and is then struck out', async () => {
    const anna = person('Anna');
    const one = sender();
    emulator.control.inject({
      method: 'sendMessage',
      times: 1,
      error: { code: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 },
    });
    for (let n = 1; n <= 5; n++) await owe(anna.id, `${n}`, one);
    await one.idle();
    emulator.control.inject({
      method: 'sendMessage',
      times: 2,
      error: { code: 500, description: 'Internal Server Error' },
    });
    for (let n = 6; n <= 9; n++) await owe(anna.id, `${n}`, one);
    await one.idle();
    expect(heard(anna)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(waits).toContain(3_000);
    expect(await owedRows()).toBe(0);
  });

  test('a chat that has to wait holds up no other', async () => {
    const anna = person('Anna');
    const boris = person('Boris');
    const one = sender();
    emulator.control.inject({
      method: 'sendMessage',
      chatId: anna.id,
      times: 1,
      error: { code: 429, description: 'Too Many Requests: retry after 60', retryAfter: 60 },
    });
    await owe(anna.id, 'later', one);
    await owe(boris.id, 'now', one);
    await one.idle();
    expect(heard(boris)).toEqual(['now']);
    expect(heard(anna)).toEqual([]);
    expect(await owedRows(), 'a long wait is sat out in the table').toBe(1);
    expect(await one.sweep()).toBe(0);
    await pass(61_000);
    expect(await one.sweep()).toBe(1);
    await one.idle();
    expect(heard(anna)).toEqual(['later']);
  });

  test('eighty chats whose calls hang hold up no other', async () => {
    const one = sender();
    for (let n = 0; n < 80; n++) {
      const { id: chatId } = person(`P${n}`);
      emulator.control.inject({ method: 'sendMessage', chatId, error: { delayMs: 7_000 } });
      await owe(chatId, 'slow', one);
    }
    const boris = person('Boris');
    await owe(boris.id, 'now', one);
    await expect.poll(() => heard(boris), { timeout: 3_000 }).toEqual(['now']);
  });

  test('a chat that is owed more than it may be told for now leaves room for others, and gets all in order', async () => {
    const anna = person('Anna');
    const boris = person('Boris');
    const one = sender();
    const texts = Array.from({ length: 130 }, (_, n) => `${n + 1}`);
    await owe(anna.id, texts.slice(0, 110), one);
    await owe(boris.id, 'at once', one);
    await owe(anna.id, texts.slice(110), one);
    await one.idle();
    expect(heard(boris)).toEqual(['at once']);
    expect(heard(anna).length).toBeLessThan(110);
    while ((await owedRows()) > 0) {
      // Also two at once take nothing twice.
      await Promise.all([one.sweep(), one.sweep()]);
      await one.idle();
    }
    expect(heard(anna)).toEqual(texts);
  });

  test('and what it leaves is taken up by itself as the chat is told', async () => {
    const anna = person('Anna');
    const one = sender();
    const texts = Array.from({ length: 60 }, (_, n) => `${n + 1}`);
    await owe(anna.id, texts, one);
    await expect.poll(owedRows, { timeout: 10_000 }).toBe(0);
    expect(heard(anna)).toEqual(texts);
  });

  test('looking for it walks from chat to chat, not through all that one of them is owed', async () => {
    await database.pool.query(
      `insert into outbox (messenger, chat_id, body, attempts, lease_until, created_at)
       select 'telegram', 7000 + n % 20, '{}', 0, now() - interval '1 minute', now() from generate_series(1, 20000) n`,
    );
    const { text, values } = sql`explain (analyze, format json) ${claim.sql({ forMs: 0, limit: 500 })}`;
    const { rows } = await database.pool.query<{ 'QUERY PLAN': readonly PlanTop[] }>(text, values);
    const most = (node: PlanNode): number =>
      Math.max(node['Actual Rows'] * node['Actual Loops'], ...(node.Plans ?? []).map(most));
    const top = rows[0]?.['QUERY PLAN'][0];
    if (!top) throw new Error('no plan');
    expect(top.Plan['Actual Rows']).toBe(20);
    expect(most(top.Plan)).toBeLessThan(1_000);
    expect(await claimOutbox(database.pool, 15)).toHaveLength(15);
  });

  test('somebody who blocked the bot is noted, and their row does not come back', async () => {
    const anna = person('Anna');
    emulator.control.block(anna);
    const one = sender();
    await owe(anna.id, 'hello?', one);
    await one.idle();
    expect(results.map((entry) => entry.result.kind)).toEqual(['unreachable']);
    expect(await owedRows()).toBe(0);
  });

  test('a messenger that is down for long: the row waits in the table and is not lost', async () => {
    const anna = person('Anna');
    const one = sender();
    emulator.control.inject({
      method: 'sendMessage',
      times: 6,
      error: { code: 502, description: 'Bad Gateway' },
    });
    await owe(anna.id, 'patience', one);
    await one.idle();
    for (let round = 0; round < 10 && (await owedRows()) > 0; round++) {
      await pass(10 * 60_000);
      await one.sweep();
      await one.idle();
    }
    expect(heard(anna)).toEqual(['patience']);
  });
});

describe('several processes', () => {
  test('rows of a process that died are taken up after their lease, first resources first', async () => {
    const anna = person('Anna');
    for (let n = 1; n <= 4; n++) await owe(anna.id, `${n}`, null);
    const other = sender();
    expect(await other.sweep(), 'the lease still runs').toBe(0);
    await pass(16_000);
    while ((await owedRows()) > 0) {
      await other.sweep();
      await other.idle();
    }
    expect(heard(anna)).toEqual(['1', '2', '3', '4']);
  });

  test.each([-DAY_MS, 25_000, DAY_MS])(
    'a clock that is %i ms off takes nothing out of another hand',
    async (ahead) => {
      const people = Array.from({ length: 12 }, (_, n) => person(`P${n}`));
      const right = sender();
      const wrong = sender(ahead);
      emulator.control.inject({ method: 'sendMessage', times: 12, error: { delayMs: 400 } });
      for (const one of people) await owe(one.id, 'once', right);
      while ((await owedRows()) > 0) {
        expect(await wrong.sweep()).toBe(0);
        await delay(20);
      }
      await Promise.all([right.idle(), wrong.idle()]);
      for (const one of people) expect(heard(one)).toEqual(['once']);
    },
  );

  test("after the database's clock was set back, a lease of before holds nothing up", async () => {
    const anna = person('Anna');
    await owe(anna.id, 'hello', null);
    await pass(-2 * 60 * 60_000);
    const other = sender();
    expect(await other.sweep()).toBe(1);
    await other.idle();
    expect(heard(anna)).toEqual(['hello']);
  });

  test('two that write to one chat in turn keep the order', async () => {
    const anna = person('Anna');
    const both = [sender(), sender()] as const;
    emulator.control.inject({ method: 'sendMessage', times: 3, error: { delayMs: 150 } });
    for (let n = 1; n <= 12; n++) await owe(anna.id, `${n}`, both[n % 2 === 0 ? 0 : 1]);
    while ((await owedRows()) > 0) {
      for (const one of both) {
        await one.sweep();
        await one.idle();
      }
    }
    expect(heard(anna)).toEqual(Array.from({ length: 12 }, (_, n) => `${n + 1}`));
  });

  test('two that sweep at once send nothing twice', async () => {
    const people = Array.from({ length: 20 }, (_, n) => person(`P${n}`));
    for (const one of people) await owe(one.id, 'once', null);
    await pass(16_000);
    const both = [sender(), sender()];
    const taken = await Promise.all(both.map((one) => one.sweep()));
    await Promise.all(both.map((one) => one.idle()));
    expect((taken[0] ?? 0) + (taken[1] ?? 0)).toBe(20);
    for (const one of people) expect(heard(one)).toEqual(['once']);
  });

  test('a process that stops gives back what it has not sent', async () => {
    const anna = person('Anna');
    const stopped = sender();
    emulator.control.inject({
      method: 'sendMessage',
      times: 1,
      error: { code: 429, description: 'Too Many Requests: retry after 5', retryAfter: 5 },
    });
    await owe(anna.id, 'first', stopped);
    await owe(anna.id, 'second', stopped);
    await stopped.close();
    senders = [];
    const other = sender();
    while ((await owedRows()) > 0) {
      await pass(1_000);
      await other.sweep();
      await other.idle();
    }
    expect(heard(anna)).toEqual(['first', 'second']);
  });
});
