import { afterEach, beforeEach, expect, test } from 'vitest';
import { advanceOutboxIds } from '../../../src/store/outbox.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

async function queue(): Promise<bigint> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into outbox (messenger, chat_id, body, lease_until, created_at) values ('vk', '1', '{}', now(), now()) returning id`,
  );
  return BigInt(rows[0]?.id ?? 0);
}

test('ids that were given after a backup do not come again when it is restored', async () => {
  await advanceOutboxIds(database.pool);
  const backedUp = await queue();
  const given = [await queue(), await queue()];
  // The backup knows nothing of the last two, nor that ten minutes have passed since the start of the process.
  await database.pool.query("select setval('outbox_id_seq', $1)", [String(backedUp - 600_000n)]);
  await database.pool.query('truncate outbox');
  await advanceOutboxIds(database.pool);
  const next = await queue();
  expect(given.every((id) => next > id)).toBe(true);
});

test('processes that start at once beside others that write set no id back', async () => {
  const starts = Array.from({ length: 6 }, () => advanceOutboxIds(database.pool));
  const writes = Array.from({ length: 60 }, () => queue());
  await Promise.all(starts);
  const ids = await Promise.all(writes);
  expect(new Set(ids).size).toBe(60);
  expect(await queue()).toBeGreaterThan(BigInt(Date.now() - 60_000));
});
