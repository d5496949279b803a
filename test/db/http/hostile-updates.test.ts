import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { mutated } from '../../support/hostile.ts';

const FIXTURES = new URL('../../fixtures/telegram/', import.meta.url);
const HOSTILE = 20_000;
const AT_ONCE = 16;

let app: TestApp;
let http: Pool;
beforeAll(async () => {
  app = await createTestApp();
  http = new Pool(app.app.url, { connections: AT_ONCE });
});
afterAll(async () => {
  await http.close();
  await app.close();
});

const post = async (body: string | Buffer, headers: Record<string, string>): Promise<number> => {
  const answer = await http.request({ method: 'POST', path: '/webhooks/telegram', body, headers });
  await answer.body.dump();
  return answer.statusCode;
};
const json = { 'content-type': 'application/json' };
const genuine = { ...json, 'x-telegram-bot-api-secret-token': 'hook-secret' };

test('without the secret, or with a wrong one, nothing is even looked at', async () => {
  const update = JSON.stringify({ update_id: 1, message: {} });
  expect(await post(update, json)).toBe(401);
  expect(await post(update, { ...json, 'x-telegram-bot-api-secret-token': 'hook-secreT' })).toBe(401);
  expect(await post(update, { ...json, 'x-telegram-bot-api-secret-token': '' })).toBe(401);
  expect(await post('not json at all', json)).toBe(401);
  expect(await post(Buffer.alloc(0), json)).toBe(401);
});

test(`${HOSTILE} mutated updates: no 5xx, no crash, no hang, and the bot still answers`, {
  timeout: 240_000,
}, async () => {
  const bases = readdirSync(FIXTURES).map((file): unknown =>
    JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')),
  );
  const hostile = fc.oneof(
    ...bases.map((base) => ({ arbitrary: mutated(base).map((value) => JSON.stringify(value)), weight: 3 })),
    { arbitrary: fc.json(), weight: 2 },
    { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
  );
  const bodies = fc.sample(hostile, { numRuns: HOSTILE, seed: 20261122 });
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < bodies.length; n = next++) {
      // Updates of their own, so that each is handled and none is taken for a repetition.
      const body = (bodies[n] ?? '').replace(/"update_id":\d+/, `"update_id":${1_000_000 + n}`);
      const status = await post(body, genuine);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await app.app.sender.idle();
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 400)).toEqual([]);
  expect(statuses.get(200) ?? 0).toBeGreaterThan(HOSTILE / 2);

  const { rows } = await app.database.pool.query('select error from failed_updates limit 3');
  expect(rows).toEqual([]);

  const anna = app.person('Anna');
  await anna.says('/start');
  expect(anna.heard().length).toBeGreaterThan(0);
});
