import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import type { Player, Stage } from './stage.ts';
import { seedStories } from './stories.ts';

let app: TestApp;
let stage: Stage;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['vk'] });
  const ids = new Map<Player, { id: number; screenName: string | undefined }>();
  const userOf = (person: Player) => {
    const user = ids.get(person);
    if (!user) throw new Error('nobody of this stage');
    return user;
  };
  stage = {
    url: app.app.url,
    person(name) {
      const person = app.person(name, { messenger: 'vk' });
      const user = app.vk.control.users().at(-1);
      if (user) ids.set(person, user);
      return person;
    },
    mention: (person) => `@${userOf(person).screenName}`,
    account: (person) => `vk:${userOf(person).id}`,
    sharePhone: null,
  };
});
afterAll(() => app.close());

describe('the five guides and what goes beyond them, told in VK', () => {
  test.each(seedStories)('%s', (_title, tell) => tell(stage));
});
