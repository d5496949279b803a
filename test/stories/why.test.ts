import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('the answer names the role that allows, or the rule, the roles that would and who gives them', async () => {
  const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
  await Anna.says('/bots new Shop');
  await Anna.says('/why publish Shop');
  Anna.sees(/Allowed: Bots: publish, on Shop\.\s+Your role Owner allows it\./);
  await Boris.says('/why delete Shop');
  Boris.sees(/Not allowed: Bots: delete, on Shop\.\s+Your role doesn’t allow this\./);
  Boris.sees('These roles would allow it: Owner, Administrator, and Manager.');
  Boris.sees('Who can give them: Owner and Administrator.');
  await Boris.presses('Owner');
  Boris.sees(/who has the role Owner\.\s+• Anna/);
  await Boris.says('/why workspace.view');
  Boris.sees('Every member can do this.');
});

test('without words it asks; with unknown ones it says so and asks', async () => {
  const { Anna } = await createTeam(app, 'agency', { Anna: {} });
  await Anna.says('/why');
  await Anna.presses('Bots');
  await Anna.presses('Bots: delete');
  Anna.sees('Nobody can do this here: the role scheme forbids it.');
  Anna.seesNoButton('👥');
  await Anna.presses('Something else');
  await Anna.says('/why billing');
  expect(Anna.labels()).toContain('Billing: create');
  await Anna.says('/why dance');
  Anna.sees('I don’t know that action');
  await Anna.says('/why publish Nowhere');
  Anna.sees('Nowhere');
});

test('the word for a command is understood as what the command does, in one’s own language', async () => {
  const { Olga } = await createTeam(app, 'cabinet', { Olga: { language: 'uk' } });
  await Olga.says('/bots new Крамниця');
  await Olga.says('/why запросити @somebody');
  Olga.sees('Вам можна: Запрошення: створення');
  await Olga.says('/why опублікувати Крамниця');
  Olga.sees('Вам можна: Боти: публікація, де: Крамниця');
  await Olga.says('/why допомога');
  Olga.sees('Не знаю такої дії');
});

test('a role held on one bot is told apart from where it is not held', async () => {
  const { Anna } = await createTeam(app, 'bot_access', { Anna: {} });
  const boris = app.person('Boris', { username: 'boris_why' });
  await boris.says('/start');
  await Anna.says('/bots new Shop');
  await Anna.says('/bots new Help');
  await Anna.says('/invite @boris_why developer on Shop');
  await boris.presses('Accept');
  await boris.says('/why configure Shop');
  boris.sees(/Allowed: .*on Shop\.\s+Your role Developer there allows it\./);
  await boris.says('/why bot.configure');
  boris.sees(
    /Your role allows this elsewhere, but not here\.\s+• Developer would allow it, but you have it elsewhere/,
  );
  await boris.says('/why configure Help');
  expect(boris.last().text).not.toContain('Allowed: ');
});

test('a role held on many bots says once that it is held elsewhere, and nothing where the answer is yes', async () => {
  const { Anna } = await createTeam(app, 'bot_access', { Anna: {} });
  const boris = app.person('Boris', { username: 'boris_many' });
  await boris.says('/start');
  for (const bot of ['Shop', 'Help', 'News']) await Anna.says(`/bots new ${bot}`);
  await Anna.says('/invite @boris_many developer on Shop, Help');
  await boris.presses('Accept');
  await boris.says('/why configure Shop');
  boris.sees('Allowed: ');
  expect(boris.last().text).not.toContain('elsewhere');
  await boris.says('/why bot.configure');
  expect(boris.last().text?.match(/would allow it, but you have it elsewhere/g)).toHaveLength(1);
});
