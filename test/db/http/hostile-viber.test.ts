import fc from 'fast-check';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createViber } from '../../../src/messengers/viber/index.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { mutated } from '../../support/hostile.ts';
import { bodies, signature, signed, TOKEN } from '../../unit/messengers/viber/events.ts';

const HOSTILE = 20_000;
/** So many of them go the whole way. */
const POSTED = 800;
const AT_ONCE = 16;

let app: TestApp;
let http: Pool;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['viber'] });
  http = new Pool(app.app.url, { connections: AT_ONCE });
});
afterAll(async () => {
  await http.close();
  await app.close();
});

const post = async (
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<{ status: number; closed: boolean }> => {
  const answer = await http.request({ method: 'POST', path: '/webhooks/viber', body, headers });
  await answer.body.dump();
  return { status: answer.statusCode, closed: answer.headers['connection'] === 'close' };
};
const json = { 'content-type': 'application/json' };
const genuine = (body: string) => ({ ...json, 'x-viber-content-signature': signature(body) });

const hostile = fc.oneof(
  ...Object.values(bodies).map((raw) => ({
    arbitrary: mutated(JSON.parse(raw)).map((value) => JSON.stringify(value)),
    weight: 3,
  })),
  { arbitrary: fc.json(), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary' }), weight: 2 },
  // Cut or doubled in the middle of a string or number.
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(bodies)), fc.nat(300))
      .map(([raw, at]) => raw.slice(0, at)),
    weight: 1,
  },
);
const sample = fc.sample(hostile, { numRuns: HOSTILE, seed: 20261122 });

test('without a signature, or with a wrong or late one, the answer is 401 and the line is cut', async () => {
  expect(await post(bodies.text, json)).toEqual({ status: 401, closed: true });
  expect(await post(bodies.text, genuine(`${bodies.text} `))).toEqual({ status: 401, closed: true });
  expect(await post('not json', json)).toEqual({ status: 401, closed: true });
  const late = bodies.text.replace(/"timestamp":\d+/, `"timestamp":${Date.now() - 24 * 3_600_000}`);
  expect(await post(late, genuine(late))).toEqual({ status: 401, closed: true });
});

test('a request without a content type, or far larger than a message, is read all the same', async () => {
  const { 'content-type': _, ...untyped } = genuine(bodies.sticker);
  expect(await post(bodies.sticker, untyped)).toMatchObject({ status: 200 });
  const large = bodies.text.replace('a message', `${'x'.repeat(200_000)}`);
  expect(await post(large, genuine(large))).toMatchObject({ status: 200 });
});

test(`${HOSTILE} mutated bodies are refused, ignored or understood, and none breaks the reading`, () => {
  const viber = createViber({
    token: TOKEN,
    apiRoot: 'http://127.0.0.1:9/pa',
    name: 'Castellan',
    uri: 'castellanbot',
    publicUrl: undefined,
    now: () => new Date(),
  });
  const kinds = new Map<string, number>();
  for (const raw of sample) {
    const received = viber.receive(signed(raw));
    if (received instanceof Promise) throw new Error('it should be known at once');
    kinds.set(received.kind, (kinds.get(received.kind) ?? 0) + 1);
  }
  expect([...kinds.keys()].sort()).toEqual(['ignored', 'refused', 'update']);
  expect(kinds.get('update') ?? 0).toBeGreaterThan(HOSTILE / 10);
});

test(`${POSTED} of them posted: no 5xx, no hang, and the bot still answers`, {
  timeout: 60_000,
}, async () => {
  const statuses = new Map<number, number>();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < POSTED; n = next++) {
      // Events of their own, so that each is handled and none is taken for a repetition.
      const body = (sample[n] ?? '').replace(/"message_token":\d+/, `"message_token":${1_000_000 + n}`);
      const { status } = await post(body, genuine(body));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await app.app.sender.idle();
  expect([...statuses.keys()].filter((status) => ![200, 400, 401].includes(status))).toEqual([]);
  const { rows } = await app.database.pool.query('select error from failed_updates limit 3');
  expect(rows).toEqual([]);
  const anna = app.person('Anna', { messenger: 'viber' });
  await anna.says('/start');
  expect(anna.heard().length).toBeGreaterThan(0);
});
