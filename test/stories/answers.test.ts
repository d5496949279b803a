import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';
import { readable } from '../support/person.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('who asks for what is not there yet, or leaves something out', () => {
  test.each([
    [
      'en',
      'has no bots yet',
      'There’s no bot here that you can connect',
      'Which bot do you want to connect?',
    ],
    ['ru', 'ещё нет ботов', 'Здесь нет бота, которого вы можете подключить', 'Какого бота подключить?'],
    ['uk', 'ще немає ботів', 'Тут немає бота, якого ви можете під’єднати', 'Якого бота під’єднати?'],
  ])('is told in %s what comes first, and asked which', async (language, noBots, nothing, which) => {
    const sofia = app.person('Sofia', { language, username: `sofia_${language}` });
    await sofia.says(`/new Bare ${language} bot_access`);
    await sofia.says('/bots');
    sofia.sees(noBots);
    await sofia.says('/channels new');
    sofia.sees(nothing);
    await sofia.says('/bots new Help Desk');
    await sofia.says('/channels new');
    sofia.sees(which);
    await sofia.presses('Help Desk');
    sofia.seesButton('Telegram');
    sofia.seesButton('VK');
  });

  test('reads the name that nothing has as it was typed', async () => {
    const { Anna } = await createTeam(app, 'bot_access', { Anna: {} });
    const boris = app.person('Boris', { username: 'boris_typed' });
    await boris.says('/start');
    await Anna.says('/bots new Shop');
    await Anna.says('/invite @boris_typed developer on Shop');
    await boris.presses('Accept');
    await Anna.says('/grant @boris_typed developer on Shop, Nope  BOT');
    Anna.sees('“Nope BOT”');
  });
});

test('a role that as many hold as may is neither resent nor offered by a change', async () => {
  const { Anna, Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
  const carl = app.person('Carl', { username: 'carl_counted' });
  await carl.says('/start');
  await Anna.says('/invite @carl_counted editor');
  await Anna.says('/invite link observer');
  await Anna.says('/scheme');
  for (const label of ['Change roles and rules', 'Editor', 'Conditions', 'Any number of people', 'Back'])
    await Anna.presses(label);
  for (const label of ['Draft', 'What would change', 'Apply']) await Anna.presses(label);
  await Anna.says('/invites');
  await Anna.presses('2');
  await Anna.presses('Resend');
  Anna.seesToast('This role is full');
  await Anna.says('/invites');
  await Anna.presses('1');
  await Anna.presses('Change role');
  await Anna.presses('Editor');
  Anna.seesToast('This role is full');
  // Once nobody holds it, both go.
  await Boris.says('/leave');
  await Boris.presses('Yes');
  await Anna.presses('Editor');
  expect(Anna.heard().some(({ text }) => text?.includes('The invitation now gives the new role'))).toBe(true);
});

describe('a code of /link', () => {
  const codeShownTo = (person: Actor): string =>
    /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(readable(person.last().text ?? ''))?.[0] ?? '';

  test('typed in the middle of another dialogue is a code, and the dialogue is over with a word', async () => {
    const first = app.person('First', { username: null });
    const second = app.person('Second', { username: null });
    await first.says('/link');
    const code = codeShownTo(first);
    expect(code).toMatch(/\d/);
    await second.says('/new Kept cabinet');
    await second.says('/rename');
    await second.says(code);
    second.sees('This code belongs to:');
    second.sees(/dialogue|question/);
    await second.presses('No');
    await second.says('/workspace');
    second.sees('Kept');
  });

  test('is no name that only looks like one', async () => {
    const person = app.person('Namer', { username: null });
    await person.says('/new Kept cabinet');
    await person.says('/rename');
    await person.says('TEAM-BETA');
    person.sees('TEAM-BETA');
  });
});

test('a new role has no title that people read for another one in any language', async () => {
  const { Olga } = await createTeam(app, 'bot_access', { Olga: { language: 'ru' } });
  for (const title of ['розробник', 'Developer']) {
    await Olga.says('/scheme');
    await Olga.presses('Изменить роли и правила');
    await Olga.presses('Новая роль');
    await Olga.presses('Разработчик');
    await Olga.says(title);
    Olga.sees(`Роль «${title}» уже есть`);
  }
});
