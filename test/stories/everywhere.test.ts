import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPeople } from '../../dev/playground/everywhere/person.ts';
import { type Everywhere, openEverywhere } from '../../dev/playground/everywhere/stage.ts';
import { tellEverywhere } from '../../dev/playground/everywhere/story.ts';
import { createLook } from '../../dev/playground/show.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let stage: Everywhere;
beforeAll(async () => {
  database = await createTestDatabase();
  stage = await openEverywhere(database.url, pino({ level: 'silent' }));
});
afterAll(async () => {
  await stage?.close();
  await database?.close();
});

test('the story that the demo plays in all messengers and by mail comes out whole', async () => {
  const lines: string[] = [];
  const progress = { chapter: '', acts: 0, checks: 0 };
  const people = createPeople({
    look: createLook(false),
    print: (line) => void lines.push(line),
    progress,
    settled: stage.settled,
  });
  await tellEverywhere(stage, people);
  expect(progress.chapter).toBe('The books tell it all, and nobody has touched them');
  expect(progress.checks).toBeGreaterThan(25);
  const told = lines.join('\n');
  for (const screen of ['Castellan → Anna, Telegram', 'Castellan → Vera, VK', 'Castellan → Viktor, Viber'])
    expect(told).toContain(screen);
});
