import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startViberEmulator, type ViberEmulator } from '../../dev/emulators/viber/emulator.ts';
import { type BotProcess, startBot } from '../../scripts/kill-story/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { readable } from '../support/person.ts';

const PEOPLE = 4;
const RENAMES = 6;

let database: TestDatabase;
let viber: ViberEmulator;
let directory: string;
let settings: Record<string, string>;
let bot: BotProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  viber = await startViberEmulator({ retryDelayMs: () => 100 });
  directory = await mkdtemp(join(tmpdir(), 'castellan-viber-'));
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  settings = {
    DATABASE_URL: database.url,
    APP_SECRET: 'test-secret-test-secret-test-secret-0123',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    VIBER_TOKEN: viber.bot.token,
    VIBER_API_ROOT: viber.url,
  };
  bot = startBot('sources', directory, settings);
  await bot.listening;
  await viber.control.waitFor(() => viber.control.webhook());
}, 60_000);
afterAll(async () => {
  await bot.kill();
  await viber.close();
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

test('killed while people write, it loses no effect and no answer, and doubles what was sent last at most', {
  timeout: 120_000,
}, async () => {
  const { control } = viber;
  const people = Array.from({ length: PEOPLE }, (_, n) => control.createUser({ name: `Person ${n}` }));
  for (const [n, person] of people.entries()) control.write(person, `/new Name${n}x0y cabinet`);
  await control.settled(30_000);

  // All words are written at once; the bot reads each person's in order, and is killed while at it.
  for (let k = 1; k <= RENAMES; k++)
    for (const [n, person] of people.entries()) control.write(person, `/rename Name${n}x${k}y`);
  const answers = control.calls('send_message').length;
  await control.waitFor(() => control.calls('send_message').length > answers + 2, 30_000);
  await bot.kill();
  bot = startBot('sources', directory, settings);
  await bot.listening;
  await control.settled(60_000);

  /** What somebody read: from which name to which. */
  const readBy = (person: { id: string }): string[] =>
    control
      .messages(person)
      .filter(({ fromBot }) => fromBot)
      .map(({ text }) => [...readable(text).matchAll(/Name\dx(\d)y/g)].map(([, step]) => step).join('→'));
  // What the killed process had in hand is taken over when its lease has run out.
  await control.waitFor(() => people.every((person) => new Set(readBy(person)).size === RENAMES + 1), 60_000);

  const { rows } = await database.pool.query<{ renames: number }>(
    "select count(*)::int as renames from audit_events where action = 'workspace.renamed' group by workspace_id",
  );
  expect(rows).toEqual(people.map(() => ({ renames: RENAMES })));
  for (const person of people) {
    const steps = withoutRepetition(readBy(person));
    const names = steps.map((step) => step.at(-1));
    expect([...names].sort().join('')).toBe('0123456');
    // Answers come in the order of the effects: each name is what the one before led to.
    expect(steps).toEqual(names.map((name, place) => (place === 0 ? '0' : `${names[place - 1]}→${name}`)));
  }
});

/** What was read, without the last of it that came again, just as it came, where the bot began anew. */
function withoutRepetition(read: readonly string[]): string[] {
  const begin = read.findIndex((step, place) => read.indexOf(step) < place);
  if (begin === -1) return [...read];
  const length = begin - read.indexOf(read[begin] ?? '');
  expect(read.slice(begin, begin + length)).toEqual(read.slice(begin - length, begin));
  return [...read.slice(0, begin), ...read.slice(begin + length)];
}
