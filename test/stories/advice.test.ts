import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Person } from '../support/person.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ messengers: ['vk', 'viber'] });
});
afterAll(() => app.close());

/** What none of these messengers can do, in the three languages. */
const TELEGRAM_ONLY = /@username|\bStart\b|«Старт»/;
const FORWARDED = /forward|пересл|перешл/i;
const CONTACT = /contact|контакт/i;
const AT_NAME = /@name|@имя|@имени|@ім’я|@ім’ям/;

/** Whatever is said where somebody has to be pointed at, and is not. */
async function askedWho(person: Person, workspace: string): Promise<string[]> {
  const heard: string[] = [];
  const says = async (text: string): Promise<void> => {
    await person.says(text);
    heard.push(person.last().text);
  };
  await says(`/new ${workspace} company`);
  await says('/invite');
  await says('Nobody');
  await says('/cancel');
  await says('/member');
  await says('Nobody');
  await says('/role Nobody');
  await says('/help invite');
  await says('/help role');
  return heard;
}

test.each([['en'], ['ru'], ['uk']])(
  'in %s, VK advises names, pages and forwarding, Viber numbers and contacts',
  async (language) => {
    const vk = (await askedWho(app.person('Vera', { messenger: 'vk', language }), 'Vk')).join('\n');
    expect(vk).toMatch(AT_NAME);
    expect(vk).toMatch(FORWARDED);
    expect(vk).not.toMatch(CONTACT);
    expect(vk).not.toMatch(TELEGRAM_ONLY);
    const viber = (await askedWho(app.person('Wira', { messenger: 'viber', language }), 'Viber')).join('\n');
    expect(viber).toMatch(CONTACT);
    expect(viber).toContain('+380501234567');
    expect(viber).not.toMatch(/@/);
    expect(viber).not.toMatch(FORWARDED);
    expect(viber).not.toMatch(TELEGRAM_ONLY);
    const telegram = app.person('Tanya', { language });
    await telegram.says('/new Tg company');
    await telegram.says('/invite');
    telegram.sees(language === 'en' ? '@username' : AT_NAME);
    telegram.sees(FORWARDED);
    telegram.sees(CONTACT);
  },
);

test('a contact shared in Viber where a member is asked for is looked up by its number', async () => {
  const anna = app.person('Anna', { messenger: 'viber' });
  await anna.says('/new Numbers company');
  await anna.says('/member');
  const user = app.viber.control.users().findLast(({ name }) => name === 'Anna');
  if (!user) throw new Error('nobody is called Anna');
  await app.database.pool.query(
    `update persons set phone = '+380671112233' where id = (select person_id from accounts where account_id = $1)`,
    [user.id],
  );
  app.viber.control.shareContact(user, { name: 'Me', phone: '380671112233' });
  await app.settled();
  anna.sees('👤 Anna');
});

test('files that Viber cannot fetch are named in the language of whoever asked', async () => {
  for (const [language, sentence] of [
    ['ru', 'не могу присылать файлы'],
    ['uk', 'не можу надсилати файли'],
  ] as const) {
    const person = app.person('Files', { messenger: 'viber', language });
    await person.says('/mydata');
    person.sees('castellan-data.json');
    person.sees(sentence);
  }
});

test('a page of many buttons turns in place in VK, with the message that its last buttons stand under', async () => {
  const olga = app.person('Olga', { messenger: 'vk' });
  await olga.says('/new Pages platform');
  const names = Array.from({ length: 23 }, (_, number) => `Bot ${String(number + 1).padStart(2, '0')}`);
  for (const name of names) await olga.says(`/bots new ${name}`);
  await olga.says('/bots');
  const texts = (): string[] => olga.heard().map(({ text }) => text);
  const before = texts().length;
  expect(texts().at(-2)).toContain('Bot 10');
  expect(olga.labels()).toContain('Next ›');
  await olga.presses('Next');
  expect(texts()).toHaveLength(before);
  expect(texts().at(-2)).toContain('Bot 20');
  expect(texts().at(-2)).not.toContain('Bot 10');
  // The last page fits one message: what stood below points at it, and carries no old button.
  await olga.presses('Next');
  expect(texts()).toHaveLength(before);
  expect(texts().at(-2)).toContain('Bot 23');
  expect(olga.last()).toMatchObject({ text: '⬆️', buttons: [] });
  await olga.presses('« First');
  expect(texts()).toHaveLength(before);
  expect(texts().at(-2)).toContain('Bot 10');
  expect(olga.labels()).toContain('Next ›');
  await olga.presses('Bot 03');
  expect(texts()).toHaveLength(before);
  expect(texts().at(-2)).toContain('Bot 03');
});

test('an account whose id is longer than a button can carry is let go by its button', async () => {
  const { control } = app.viber;
  const user = control.createUser({ name: 'Long', id: `${'A'.repeat(127)}=` });
  control.write(user, '/link');
  await app.settled();
  const shown = control.messages(user).findLast(({ fromBot }) => fromBot)?.text ?? '';
  const pat = app.person('Pat', { username: null });
  await pat.says(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(shown)?.[0] ?? '');
  await pat.presses('Yes');
  await pat.says('/unlink');
  await pat.presses('Viber: Long');
  await pat.presses('Yes, unlink');
  pat.sees('Unlinked');
});
