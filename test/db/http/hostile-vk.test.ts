import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { mutated } from '../../support/hostile.ts';

const FIXTURES = new URL('../../fixtures/vk/', import.meta.url);
const HOSTILE = 20_000;
const AT_ONCE = 16;
const WHOLE_WAY = 25;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['vk'] });
});
afterAll(() => app.close());

test(`${HOSTILE} mutated events: none fails, none hangs, and the bot still answers`, {
  timeout: 240_000,
}, async () => {
  const vk = app.app.guest.messengers.get('vk');
  if (!vk) throw new Error('the app does not speak VK');
  const bases = readdirSync(FIXTURES).map(
    (file): Record<string, unknown> => JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')),
  );
  const hostile = fc.oneof(
    ...bases.map((base) => ({
      arbitrary: mutated(base['object']).map((object) => ({ ...base, object })),
      weight: 3,
    })),
    ...bases.map((base) => ({ arbitrary: mutated(base), weight: 1 })),
    { arbitrary: fc.json().map((text): unknown => JSON.parse(text)), weight: 1 },
  );
  const bodies = fc.sample(hostile, { numRuns: HOSTILE, seed: 20261122 });
  const kinds = { refused: 0, update: 0, ignored: 0 };
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < bodies.length; n = next++) {
      const given = bodies[n];
      // Events of their own, with the secret, so that each is read and none is taken for a repetition.
      const body =
        typeof given === 'object' && given !== null && !Array.isArray(given)
          ? { ...given, event_id: `hostile ${n}`, secret: 'vk-hook-secret' }
          : given;
      const received = await vk.receive({ headers: {}, body: Buffer.from(JSON.stringify(body)) });
      kinds[received.kind]++;
      // What an update does after that is the same for every messenger: a few go all the way.
      if (received.kind === 'update' && n % WHOLE_WAY === 0) await app.app.pipeline.handle(received.update);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await app.app.sender.idle();
  expect(kinds.update).toBeGreaterThan(HOSTILE / 4);
  const { rows } = await app.database.pool.query('select error from failed_updates limit 3');
  expect(rows).toEqual([]);

  const anna = app.person('Anna', { messenger: 'vk' });
  await anna.says('/start');
  // What VK made wait for long is back in the table, and any process takes it up in time: here this one.
  const heard = async (): Promise<number> => {
    await app.app.sender.sweep();
    await app.app.sender.idle();
    return anna.heard().length;
  };
  await expect.poll(heard, { timeout: 60_000, interval: 200 }).toBeGreaterThan(0);
});
