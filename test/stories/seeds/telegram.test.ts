import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import type { Actor } from '../../support/dialogue.ts';
import type { Player, Stage } from './stage.ts';
import { seedStories } from './stories.ts';

let app: TestApp;
let stage: Stage;
beforeAll(async () => {
  app = await createTestApp();
  const users = new Map<Player, Actor['user']>();
  const userOf = (person: Player): Actor['user'] => {
    const user = users.get(person);
    if (!user) throw new Error('nobody of this stage');
    return user;
  };
  let people = 0;
  stage = {
    url: app.app.url,
    person(name) {
      const actor = app.person(name, { username: `${name.toLowerCase()}_seed${++people}` });
      users.set(actor, actor.user);
      return actor;
    },
    mention: (person) => `@${userOf(person).username}`,
    account: (person) => `telegram:${userOf(person).id}`,
    async sharePhone(person, phone) {
      const { id, first_name: firstName } = userOf(person);
      await person.says('/phone');
      app.telegram.control.shareContact(userOf(person), { phone, firstName, userId: id });
      await app.settled();
    },
  };
});
afterAll(() => app.close());

describe('the five guides and what goes beyond them, told in Telegram', () => {
  test.each(seedStories)('%s', (_title, tell) => tell(stage));
});
