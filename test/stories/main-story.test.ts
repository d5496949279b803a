import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Narrator } from '../../dev/playground/actor.ts';
import { tellMainStory } from '../../dev/playground/story/main-story.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('the main story that the demo plays comes out whole', async () => {
  const chapters: string[] = [];
  let checks = 0;
  const narrator: Narrator = {
    chapter: (title) => void chapters.push(title),
    act() {},
    screens() {},
    check: () => void checks++,
  };
  await tellMainStory({ control: app.telegram.control, settled: app.settled, narrator });
  expect(chapters.at(-1)).toBe('The books tell it all, and nobody has touched them');
  expect(checks).toBeGreaterThan(50);
});
