import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import type { Player, Stage } from './stage.ts';
import { seedStories } from './stories.ts';

let app: TestApp;
let stage: Stage;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['viber'] });
  const ids = new Map<Player, string>();
  stage = {
    url: app.app.url,
    person(name) {
      const person = app.person(name, { messenger: 'viber' });
      ids.set(person, app.viber.control.users().at(-1)?.id ?? '');
      return person;
    },
    mention: () => null,
    account: (person) => `viber:${ids.get(person)}`,
    sharePhone: null,
  };
});
afterAll(() => app.close());

describe('the five guides and what goes beyond them, told in Viber', () => {
  test.each(seedStories)('%s', (_title, tell) => tell(stage));
});
