import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/person.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ mode: 'polling', messengers: ['vk'] });
});
afterAll(() => app.close());

test('one process after another pulls the events of VK: none is lost, none is answered twice', async () => {
  const anna = app.person('Anna', { messenger: 'vk' });
  await anna.says('/new Polled cabinet');
  anna.sees('Polled');
  await anna.presses('Members');
  anna.sees('1 member');
  // A second one waits for its turn, and so does what is said while nobody pulls.
  await app.startSecond();
  await anna.says('/me');
  await app.stop();
  const [account] = app.vk.control.users();
  if (!account) throw new Error('nobody has VK');
  app.vk.control.write(account, '/workspaces');
  await app.start();
  await app.settled();
  const heard = anna.heard().map(({ text }) => readable(text));
  expect(heard).toHaveLength(3);
  expect(heard.at(-1)).toContain('Polled');
}, 20_000);
