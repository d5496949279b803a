import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('inviting somebody who is known', () => {
  test('one line sends a card; accepted by a button, the inviter hears of it', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris', { language: 'ru' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris editor');
    anna.sees(/Invited to Acme as Editor\.\s+⏳ Boris: waiting for delivery/);
    boris.sees('Anna приглашает вас в Acme. Роль: Редактор.');
    await boris.presses('Что я смогу делать?');
    boris.sees('Сценарии: всё');
    await boris.presses('Назад');
    boris.sees('Anna приглашает вас в Acme');
    await boris.presses('Принять');
    boris.sees('Добро пожаловать в Acme! Ваша роль: Редактор.');
    anna.sees('Boris accepted: a member of Acme now, as Editor.');
    await boris.presses('Что я смогу делать?');
    boris.sees('Сценарии: всё');
    expect(boris.labels().some((label) => label.includes('Принять'))).toBe(false);
  });
});
