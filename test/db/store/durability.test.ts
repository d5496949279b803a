import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/changes.ts';
import type { Commit } from '../../../src/store/commit/commit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Adds a sole person, which has to survive a crash. */
function newcomer(number: number): Commit<Change> {
  const now = new Date();
  return {
    update: { messenger: 'telegram', id: `durable-${number}` },
    actorId: null,
    changes: [
      {
        kind: 'person.appeared',
        messenger: 'telegram',
        accountId: String(number),
        personId: `00000001-0000-4000-8000-${String(number).padStart(12, '0')}`,
        name: `Person ${number}`,
        username: null,
        language: 'en',
        privateChatId: null,
      },
    ],
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  };
}

/** The update that a statement of one act claims: it is among the columns of the act. */
const updateOf = (values: readonly unknown[] = []): string =>
  /durable-\d+/.exec(String(values[0]))?.[0] ?? 'no update';

/** What was asked of the pool, in order; `finish` may make a statement fail as a broken connection does. */
async function watched<T>(
  run: (events: string[]) => Promise<T>,
  finish: (what: string) => void = () => undefined,
): Promise<T> {
  const { pool } = database;
  const original = pool.query;
  const events: string[] = [];
  const watching = async (...args: readonly unknown[]): Promise<unknown> => {
    const [asked] = args as readonly [{ name?: string; text: string; values?: readonly unknown[] }];
    const waits = asked.text.includes("'synchronous_commit', 'off'") ? 'unwaited' : 'waited';
    const what = asked.name === 'flush' ? 'flush' : `${waits} ${updateOf(asked.values)}`;
    events.push(`sent ${what}`);
    const result: unknown = await Reflect.apply(original, pool, args);
    finish(what);
    events.push(`back ${what}`);
    return result;
  };
  pool.query = watching as typeof original;
  try {
    return await run(events);
  } finally {
    pool.query = original;
  }
}

describe('what is committed is on the disk before anybody is told', () => {
  test('an act that is alone waits for the disk in its own statement', async () => {
    const events = await watched(async (seen) => {
      await database.store.commit(newcomer(1));
      return seen;
    });
    expect(events).toEqual(['sent waited durable-1', 'back waited durable-1']);
  });

  test('acts side by side share a flush that begins after each of them is committed', async () => {
    const count = 40;
    const events = await watched(async (seen) => {
      await Promise.all(
        Array.from({ length: count }, async (_, place) => {
          const committed = await database.store.commit(newcomer(100 + place));
          expect(committed.kind).toBe('committed');
          seen.push(`told durable-${100 + place}`);
        }),
      );
      return seen;
    });
    const shared = events.filter((event) => event.startsWith('back unwaited'));
    expect(shared.length).toBeGreaterThan(0);
    for (const event of shared) {
      const told = events.indexOf(`told ${event.split(' ').at(-1)}`);
      const between = events.slice(events.indexOf(event), told);
      expect(between.indexOf('sent flush')).toBeGreaterThanOrEqual(0);
      expect(between.lastIndexOf('back flush')).toBeGreaterThan(between.indexOf('sent flush'));
    }
    expect(events.filter((event) => event === 'sent flush').length).toBeLessThan(shared.length);
  });

  test('an act whose flush fails is not told to have happened, and is found done when it comes again', async () => {
    const effects = [newcomer(201), newcomer(202)];
    const outcomes = await watched(
      () => Promise.allSettled(effects.map((effect) => database.store.commit(effect))),
      (what) => {
        if (what === 'flush') throw new Error('the connection broke');
      },
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await database.pool.query(
      "select 1 from inbox where update_id in ('durable-201', 'durable-202')",
    );
    expect(rows).toHaveLength(2);
  });
});

test('an answer that the database cannot store fails alone, not those written with it', async () => {
  const answer = (number: number, text: string): Commit<Change> => ({
    ...newcomer(number),
    changes: [],
    outbox: [{ messenger: 'telegram', chatId: String(number), body: { text }, tracking: null }],
  });
  const outcomes = await Promise.allSettled(
    ['one', 'two', 'a \u0000 that no jsonb holds', 'four'].map((text, place) =>
      database.store.commit(answer(300 + place, text)),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  const { rows } = await database.pool.query(
    "select chat_id from outbox where chat_id between '300' and '303' order by chat_id",
  );
  expect(rows).toEqual([{ chat_id: '300' }, { chat_id: '301' }, { chat_id: '303' }]);
});
