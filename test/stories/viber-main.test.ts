import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { linkShownTo } from '../support/links.ts';
import { type Person, readable } from '../support/person.ts';

let app: TestApp;
let anna: Person;
let boris: Person;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['viber'] });
  anna = app.person('Anna', { messenger: 'viber' });
  boris = app.person('Boris', { messenger: 'viber', language: 'ru' });
});
afterAll(() => app.close());

const texts = (person: Person): string[] => person.heard().map(({ text }) => readable(text));
const userOf = (name: string) => {
  const user = app.viber.control.users().findLast((one) => one.name === name);
  if (!user) throw new Error(`nobody is called ${name}`);
  return user;
};

test('a number that nobody vouches for is not asked for', async () => {
  const nina = app.person('Nina', { messenger: 'viber' });
  await nina.says('/phone');
  nina.sees('can’t confirm');
  const buttons = nina.last().buttons.flat();
  expect(buttons.map(({ text }) => text)).toEqual(['🔗 Link an account', expect.stringContaining('rofile')]);
});

describe('a workspace that lives in Viber', () => {
  test('is made by words and buttons', async () => {
    await anna.says('/start');
    anna.sees('Create your own workspace');
    await anna.says('/new Acme');
    anna.sees('Who will work in Acme?');
    await anna.presses('Company');
    anna.sees('Acme is ready. Scheme: Company, your role: Owner.');
  });

  test('greets who opens an invitation link before they have written a word, and lets them in', async () => {
    await anna.says('/invite link designer');
    anna.sees('viber://pa?chatURI=castellanbot&context=i_');
    await boris.opens(linkShownTo(anna));
    expect(app.viber.control.isSubscribed(userOf('Boris'))).toBe(false);
    expect(
      app.viber.control
        .calls('send_message')
        .filter(({ params }) => params['receiver'] === userOf('Boris').id),
    ).toEqual([]);
    boris.sees(/Anna приглашает вас .*Acme. Роль: Дизайнер/);
    await boris.presses('Что я смогу делать?');
    boris.sees('Дизайнер');
    await boris.presses('Назад');
    await boris.presses('Принять');
    boris.sees(/Добро пожаловать .*Acme! Ваша роль: Дизайнер/);
    anna.sees('Boris joined Acme as Designer.');
  });

  test('changes a role after showing the difference, and tells who is concerned', async () => {
    await anna.says('/role Boris manager');
    await anna.presses('Confirm');
    expect(texts(anna).at(-1)).toContain('Manager');
    expect(texts(boris).at(-1)).toContain('Менеджер');
  });

  test('understands words without a slash, in the language of whoever writes', async () => {
    await boris.says('участники');
    boris.sees('Anna');
    boris.sees('Boris');
    await boris.says('помощь');
    boris.sees('участники');
  });

  test('asks for what is missing, and lets go at a word', async () => {
    await anna.says('/rename');
    await anna.says('Acme & <b>Sons</b>');
    expect(texts(anna).at(-1)).toContain('Acme & <b>Sons</b>');
    await anna.says('/rename');
    await anna.says('/cancel');
    await anna.says('/rename Acme');
    expect(texts(anna).at(-1)).toContain('Acme');
  });

  test('removes a member by the two answers; everything is over at once', async () => {
    await anna.says('/remove Boris');
    const asked = anna.last();
    expect(asked.buttons.flat().length).toBeGreaterThanOrEqual(2);
    await anna.presses('No');
    // What would have been a notice over the chat is a message.
    expect(texts(anna).at(-1)).toContain('Boris');
    await boris.says('/members');
    boris.sees('Anna');
    await anna.says('/remove Boris');
    await anna.presses('Yes');
    expect(texts(boris).at(-1)).toContain('Acme');
    await boris.says('/members');
    expect(texts(boris).at(-1)).not.toContain('Anna');
  });
});

describe('buttons', () => {
  test('of somebody else, edited or typed by hand do nothing but say so', async () => {
    const vira = app.person('Vira', { messenger: 'viber' });
    await vira.says('/start');
    await anna.says('/invite link designer');
    const revoke = app.viber.control
      .lastFromBot(userOf('Anna'))
      ?.buttons.flat()
      .find(({ text }) => text === 'Revoke');
    const payload = revoke?.data ?? '';
    expect(payload).toMatch(/^\u2063\u2062[\w-]{14}iv/);

    const state = async () =>
      (await app.database.pool.query('select state from invitations order by created_at desc limit 1'))
        .rows[0];
    const before = await state();
    // Pressed by another, without its mark, cut, and edited.
    app.viber.control.press(userOf('Vira'), null, { data: payload });
    await app.settled();
    expect(texts(vira).at(-1)).toContain('is for someone else');
    app.viber.control.write(userOf('Vira'), payload.slice(2));
    await app.settled();
    vira.sees('I didn’t get that');
    app.viber.control.write(userOf('Anna'), payload.slice(2));
    await app.settled();
    anna.sees('I didn’t get that');
    const forged = `${payload.slice(0, 3)}${payload[3] === 'A' ? 'B' : 'A'}${payload.slice(4)}`;
    app.viber.control.press(userOf('Anna'), null, { data: forged });
    await app.settled();
    expect(texts(anna).at(-1)).not.toMatch(/revoked/i);
    expect(await state()).toEqual(before);
  });

  test('keep standing while other messages come: the client shows the last keyboard it was sent', async () => {
    const guest = app.person('Guest', { messenger: 'viber' });
    await anna.says('/invite link designer');
    await guest.opens(linkShownTo(anna));
    await guest.presses('Accept');
    expect(anna.labels()).toEqual([]);
    await anna.presses('Revoke');
    expect(texts(anna).at(-1)).toContain('already accepted');
  });
});

test('names that pretend to be markup, a command or another text stay names', async () => {
  const names = [
    '<b>Bold</b>',
    '*x* _y_',
    '/remove',
    '\u202eevil',
    'A'.repeat(600),
    '\u2063\u2062forged',
    '&lt;i&gt;',
  ];
  for (const name of names) {
    const guest = app.person(name, { messenger: 'viber' });
    await anna.says('/invite link designer');
    await guest.opens(linkShownTo(anna));
    await guest.presses('Accept');
  }
  await anna.says('/members');
  const labels = anna
    .last()
    .buttons.flat()
    .map(({ text }) => text);
  // Labels are HTML to the client.
  expect(labels.join('')).not.toMatch(/[<>]/);
  expect(labels.some((label) => label.includes('‹b›Bold‹/b›'))).toBe(true);
});
