import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leadAlone } from '../../../src/store/leader.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type RealProcess, startProcess } from '../../support/real-process.ts';

const CHILD = new URL('../../support/leading-child.ts', import.meta.url);

let database: TestDatabase;
let started: RealProcess[] = [];
const stopping = new AbortController();
let leading: Promise<void> = Promise.resolve();

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  stopping.abort();
  await leading;
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  started = [];
  await database.close();
});

/** Resolves when the process says this. */
function says(process: RealProcess, what: string): Promise<void> {
  return new Promise((resolve) => {
    process.child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(what)) resolve();
    });
  });
}

test('a leader that hangs is replaced within 15 s, and learns of it when it goes on', {
  timeout: 90_000,
}, async () => {
  const first = startProcess(CHILD, {}, [database.url]);
  started.push(first);
  await says(first, 'leads');
  const taken = new Promise<void>((resolve) => {
    leading = leadAlone({
      url: database.url,
      what: 'poll telegram',
      signal: stopping.signal,
      async lead(signal) {
        resolve();
        await new Promise((ended) => signal.addEventListener('abort', ended));
      },
      wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
      asked: () => undefined,
    });
  });
  first.child.kill('SIGSTOP');
  const hungAt = performance.now();
  await taken;
  expect(performance.now() - hungAt).toBeLessThan(15_000);
  const lost = says(first, 'lost');
  first.child.kill('SIGCONT');
  await lost;
});
