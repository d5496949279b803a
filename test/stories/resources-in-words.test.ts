import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('commas keep bots apart whose names together are the name of another one', async () => {
  const { Anna, Boris, Vera, at } = await createTeam(app, 'agency', {
    Anna: {},
    Boris: { role: 'admin' },
    Vera: { role: 'admin' },
  });
  for (const name of ['Shop', 'Help', 'Shop Help', 'Ltd, Inc']) await Anna.says(`/bots new ${name}`);
  await Anna.says(`/role ${at('Boris')} client`);
  await Anna.presses('Confirm');
  await Anna.says(`/grant ${at('Boris')} client on Shop, Help`);
  Anna.sees(/• Shop: .*\n• Help: /);
  await Anna.presses('Confirm');
  await Boris.says('/bots');
  expect(Boris.labels().slice(0, -1)).toEqual(['🤖 Help', '🤖 Shop']);
  await Anna.says(`/grant ${at('Boris')} client shop help`);
  Anna.sees(/• Shop Help: /);
  await Anna.says(`/grant ${at('Boris')} client on Ltd, Inc; Shop Help for 3d`);
  Anna.sees(/• Ltd, Inc: .*\n• Shop Help: /);
  await Anna.says(`/remove ${at('Vera')}`);
  await Anna.presses('Yes');
  await Anna.says(`/invite ${at('Vera')} client on Shop, Help`);
  Vera.sees('Where: Shop and Help');
});

test('a client is invited by one line, and the bots are asked for where there are any', async () => {
  const { Anna } = await createTeam(app, 'agency', { Anna: {} });
  const guests = ['clara', 'cole'].map((name) => app.person(name, { username: `${name}_words` }));
  for (const guest of guests) await guest.says('/start');
  const [Clara, Cole] = guests;
  if (!Clara || !Cole) throw new Error('nobody came');
  await Anna.says('/invite @clara_words client');
  Anna.sees('clara: waiting for delivery');
  await Anna.says('/bots new Shop');
  await Anna.says('/bots new Help');
  await Anna.says('/invite @clara_words client');
  Anna.seesButton('Resend');
  await Anna.says('/invite @cole_words client for 3d');
  Anna.sees('On which bots?');
  await Anna.presses('Help');
  await Anna.presses('Continue (1)');
  await Anna.presses('Invite');
  Anna.sees(/as Client\.\nWhere: Help/);
  Cole.sees(/Where: Help\nYour access lasts until/);
  await Cole.presses('Accept');
  await Cole.says('/bots');
  Cole.sees('• Help');
  await Anna.says('/invite link client');
  await Anna.presses('Shop');
  await Anna.presses('Continue (1)');
  await Anna.presses('Make the link');
  Anna.sees(/as Client, .*\nWhere: Shop/);
});

test('names may have such words in them as join names in a line', async () => {
  const { Nina } = await createTeam(app, 'cabinet', { Nina: { language: 'ru' } });
  await Nina.says('/projects new Магазин в Москве');
  Nina.sees('Проект Магазин в Москве создан');
  await Nina.says('/bots новый Касса в Риме');
  Nina.sees('Проекта Риме здесь нет. Если это часть имени бота, пришлите имя целиком');
  await Nina.says('Касса в Риме');
  Nina.sees('Бот Касса в Риме создан');
  await Nina.says('/bots новый в Магазин в Москве');
  Nina.sees('Как назвать');
  await Nina.says('Заявка на кредит');
  Nina.sees('Проект: Магазин в Москве');
  await Nina.says('/bots переименовать Заявка на кредит');
  Nina.sees('Как теперь назвать Заявка на кредит?');
  await Nina.says('Заявка');
  await Nina.says('/bots переименовать Заявка на Кредит в банке');
  Nina.sees('Как теперь назвать Заявка?');
  await Nina.says('/bots переименовать Касса в Риме на Рим');
  Nina.sees('Новое название: Рим (было Касса в Риме).');
  await Nina.says('/bots переименовать');
  Nina.sees('• Рим');
  await Nina.says('/channels rename');
  Nina.sees('Каналов пока нет');
});

test('roles are joined by “and” in an invitation, too', async () => {
  const { Olga } = await createTeam(app, 'platform', { Olga: { language: 'uk' } });
  await Olga.says('/invite somebody@example.org оператор і менеджер');
  Olga.sees(/Роль: Оператор (і|й|та) Менеджер/);
});
