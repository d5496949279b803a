import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/state.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ defaultLocale: 'uk' });
});
afterAll(() => app.close());

const HELLO = { en: 'I manage workspaces', ru: 'Я управляю', uk: 'Я керую' } as const;

describe('the language', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['ru', 'ru'],
    ['ru-RU', 'ru'],
    ['uk', 'uk'],
    ['pt-br', 'uk'],
    ['', 'uk'],
    ['russian', 'uk'],
  ] as const)('of a messenger that speaks “%s” is %s', async (tag, language) => {
    const person = app.person('Kim', { language: tag, username: null });
    await person.says('/start');
    person.sees(HELLO[language]);
  });

  test('is changed by a word or a button, and everything speaks it from then on', async () => {
    const anna = app.person('Anna', { language: 'en', username: 'anna_lang' });
    const boris = app.person('Boris', { language: 'ru', username: 'boris_lang' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/language українська');
    anna.sees('українською');
    await anna.says('/start');
    anna.sees(/Ви у .*Acme/);
    await anna.says('/invite @boris_lang редактор');
    await boris.says('/language');
    await boris.presses('English');
    boris.sees('I’ll speak English with you');
    boris.seesButton('✓ English');
    expect(boris.last().edits).toBe(1);
    await boris.presses('Принять');
    expect(
      boris
        .heard()
        .map(({ text }) => readable(text))
        .join('\n'),
    ).toContain('Welcome to Acme! You’re Editor');
    anna.sees('Boris');
    anna.sees(/тепер у просторі/);
    await boris.says('/language klingon');
    boris.sees(/I don’t speak “klingon” yet, only English, Русский, (and )?Українська/);
    await boris.says('/language RU');
    boris.sees('по-русски');
    await app.stop();
    await app.start();
    await boris.says('/start');
    boris.sees(/Вы в .*Acme/);
  });

  test('of each person is their own in one group', async () => {
    const anna = app.person('Anna', { language: 'en', username: 'anna_mix' });
    const boris = app.person('Boris', { language: 'ru', username: 'boris_mix' });
    const chat = await app.group('Team', [anna, boris]);
    await anna.says('/start', { chat });
    anna.sees('This group has no workspace yet', { chat });
    await boris.says('/start', { chat });
    boris.sees(/групп/, { chat });
  });
});

describe('the menu of commands', () => {
  test('is registered for every language and kind of chat, in that language', async () => {
    const { control } = app.telegram;
    await control.waitFor(() => control.commands({ type: 'all_group_chats' }, 'uk').length > 0);
    const of = (type: string, language: string) =>
      new Map(control.commands({ type }, language).map(({ command, description }) => [command, description]));
    for (const language of ['', ...LANGUAGES]) {
      const alone = of('all_private_chats', language);
      const together = of('all_group_chats', language);
      expect([...alone.keys()]).toEqual(
        expect.arrayContaining(['menu', 'new', 'invite', 'members', 'role', 'help', 'cancel', 'me']),
      );
      expect(alone.has('bind')).toBe(false);
      expect(together.has('bind')).toBe(true);
      expect(together.has('me')).toBe(false);
      for (const description of [...alone.values(), ...together.values()]) {
        expect(description).toMatch(/\S/);
        expect(description.length).toBeLessThanOrEqual(256);
        expect(description).not.toMatch(/[[\]{}]/);
      }
    }
    expect(of('all_private_chats', 'ru').get('invite')).toMatch(/[а-я]/);
    expect(of('all_private_chats', 'uk').get('invite')).not.toBe(of('all_private_chats', 'ru').get('invite'));
    expect(of('all_private_chats', '')).toEqual(of('all_private_chats', 'en'));
    const vera = app.person('Vera', { language: 'uk', username: null });
    expect(control.commandMenu(vera.user)).toEqual(control.commands({ type: 'all_private_chats' }, 'uk'));
  });
});

describe('plain words', () => {
  test('run commands in Russian, with roles by their titles', async () => {
    const anna = app.person('Анна', { language: 'ru', username: 'anna_words' });
    const boris = app.person('Борис', { language: 'uk', username: 'boris_words' });
    await boris.says('/start');
    await anna.says('Создать Ромашка кабинет');
    anna.sees('Ромашка');
    await anna.says('пригласить @boris_words менеджер баланса');
    boris.sees('Менеджер балансу');
    await boris.presses('Прийняти');
    await anna.says('роль @boris_words Наблюдатель');
    anna.sees('Наблюдатель');
    await anna.says('участники');
    anna.sees(/Борис — Менеджер баланса/);
    await anna.says('/пригласить @kimberly редактор');
    anna.sees('@kimberly');
    await anna.says('ПОМОЩЬ');
    anna.sees('/invite');
  });

  test('and in Ukrainian, apostrophes included', async () => {
    const vera = app.person('Віра', { language: 'uk', username: 'vira_words' });
    await vera.says('створити Ромашка кабінет');
    vera.sees('Ромашка');
    await vera.says('запроси @kimberly спостерігач');
    vera.sees('Спостерігач');
    const chat = await app.group('Гурт', [vera]);
    const hello = vera.last({ chat });
    await vera.says('прив’язати', { chat, replyTo: hello });
    vera.sees('Ромашка', { chat });
  });

  test('nearly right are answered with what was probably meant', async () => {
    const anna = app.person('Anna', { language: 'en', username: 'anna_near' });
    const boris = app.person('Борис', { language: 'ru', username: 'boris_near' });
    await anna.says('/new Near cabinet');
    await anna.says('/invtie @kimberly editor');
    anna.sees('There’s no command /invtie. Did you mean /invite?');
    await anna.presses('/invite');
    anna.sees('Who would you like to invite to Near?');
    await anna.says('/cancel');
    await anna.says('membres');
    anna.sees('Did you mean /members?');
    await boris.says('привет');
    boris.sees('Здравствуйте, Борис!');
    await boris.says('пригалсить @kimberly редактор');
    boris.sees('Не понимаю. Может быть, /invite?');
    await boris.says('/учасники');
    boris.sees(/\/members|нет пространства|пространств/i);
    await boris.says('добрый день');
    boris.sees('Не понимаю. Нажмите кнопку');
    await boris.says('/qwertyuiop');
    boris.sees('Команды /qwertyuiop нет.');
    expect(readable(boris.last().text)).not.toContain('Может быть');
  });
});
