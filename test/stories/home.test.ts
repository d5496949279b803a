import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('home and new workspaces', () => {
  test('a newcomer is told how to begin and creates a workspace step by step', async () => {
    const anna = app.person('Anna');
    await anna.says('/start');
    anna.sees('Create a workspace of your own');
    await anna.presses('New workspace');
    anna.sees('What shall the workspace be called?');
    await anna.says('Acme');
    anna.sees('Which roles shall Acme have?');
    anna.seesNoButton('Bot access');
    await anna.presses('Company');
    anna.sees('Acme is ready. Scheme: Company, your role: Owner.');
    await anna.presses('Home');
    anna.sees('You are in Acme. Your role: Owner');
  });

  test('one line does it at once, even as the very first thing a person writes', async () => {
    const boris = app.person('Борис', { language: 'ru', username: 'boris' });
    await boris.says('/new Ромашка компания');
    boris.sees('Пространство Ромашка готово. Схема: Компания, ваша роль: Владелец.');
    await boris.says('меню');
    boris.sees('Вы в пространстве Ромашка');
  });

  test('what nobody understands leads onward', async () => {
    const vera = app.person('Vera');
    await vera.says('hello there');
    vera.sees('I did not understand that');
    await vera.says('/nwe');
    vera.sees('Did you mean /new?');
    await vera.presses('/new');
    vera.sees('What shall the workspace be called?');
    await vera.says('/cancel');
    vera.sees('nothing was done');
  });
});
