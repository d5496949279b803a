import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveKey } from '../../src/app/app-secret.ts';
import { createTokenBox } from '../../src/chat/secrets/token-box.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const TOKEN = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345';

describe('projects and bots', () => {
  test('are made, renamed, moved and deleted by lines', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/projects new Main');
    Anna.sees('Project Main created');
    await Anna.says('/bots new Shop in Main');
    Anna.sees(/Bot Shop created[\s\S]*Project: Main\nStaging: version 1\nnot published yet/);
    await Anna.says('/bots new shop');
    Anna.sees('The name “shop” is taken');
    await Anna.says('/bots rename Shop to Store');
    Anna.sees('Shop is now called Store');
    await Anna.says('/projects delete Main');
    Anna.sees('Main still has 1 bot');
    await Anna.says('/bots move Store to Main');
    Anna.sees('No changes to make');
    await Anna.says('/bots move Store to out');
    Anna.sees('Store is no longer in a project');
    await Anna.says('/projects delete main');
    await Anna.presses('Yes, delete');
    Anna.sees('Project Main deleted');
    await Anna.says('/projects');
    Anna.sees(/Acme\d* has no projects yet/);
    await Anna.says('/audit bot');
    Anna.sees('Anna moved the bot Store from Main to —.');
  });

  test('and by buttons, in a language of one’s own', async () => {
    const { Anna } = await createTeam(app, 'cabinet', { Anna: { language: 'uk' } });
    await Anna.says('проєкти');
    await Anna.presses('Новий проєкт');
    await Anna.says('Головний');
    Anna.sees('Проєкт Головний створено');
    await Anna.presses('Новий бот');
    await Anna.says('Крамниця');
    Anna.sees('Проєкт: Головний');
    await Anna.presses('Перейменувати');
    await Anna.says('Магазин');
    Anna.sees('Нова назва: Магазин (було Крамниця)');
    await Anna.presses('Перемістити');
    await Anna.presses('Поза проєктами');
    Anna.sees('Магазин тепер поза проєктами');
    await Anna.presses('Перемістити');
    await Anna.presses('Головний');
    await Anna.presses('Видалити');
    await Anna.presses('Ні, залишити');
    Anna.sees('Проєкт: Головний');
    await Anna.presses('Видалити');
    const question = Anna.last();
    await Anna.presses('Так, видалити');
    Anna.sees('Бота Магазин видалено');
    await Anna.pressesOn(question, { data: 'nothing' });
    Anna.seesToast(/./);
  });

  test('lists turn their pages and never show what one may not see', async () => {
    const { Anna, Boris } = await createTeam(app, 'cabinet', {
      Anna: {},
      Boris: { role: 'balance_manager' },
    });
    for (let number = 10; number < 23; number++) await Anna.says(`/bots new Bot ${number}`);
    await Anna.says('/bots');
    Anna.sees(/• Bot 10[\s\S]*• Bot 19/);
    await Anna.presses('Next');
    Anna.sees(/• Bot 20 .*\n• Bot 21 .*\n• Bot 22/);
    await Anna.presses('First');
    Anna.sees('• Bot 10');
    await Anna.says('/bots bot 1');
    Anna.sees('Several match');
    await Anna.presses('Bot 13');
    Anna.sees('Staging: version 1');
    await Boris.says('/bots');
    Boris.sees('You don’t have access to any bots here yet');
    await Boris.says('/bots new Mine');
    Boris.sees('Your role doesn’t allow this');
  });

  test('a card offers to move a bot only to those who may', async () => {
    const anna = app.person('Anna', { username: 'anna_moves' });
    const boris = app.person('Boris', { username: 'boris_moves' });
    await boris.says('/start');
    await anna.says('/new Moves bot_access');
    await anna.says('/bots new Shop');
    anna.seesButton('Move');
    await anna.says('/invite @boris_moves developer on Shop');
    await boris.presses('Accept');
    await boris.says('/bots Shop');
    boris.seesButton('Rename');
    boris.seesNoButton('Move');
  });

  test('deleting a bot takes the roles on it along', async () => {
    const anna = app.person('Anna', { username: 'anna_gone' });
    const boris = app.person('Boris', { username: 'boris_gone' });
    await boris.says('/start');
    await anna.says('/new Gone bot_access');
    await anna.says('/bots new Shop');
    await anna.says('/invite @boris_gone developer on Shop');
    await boris.presses('Accept');
    await anna.says('/bots delete shop');
    await anna.presses('Yes, delete');
    const { rows } = await app.database.pool.query(
      'select 1 from grants g join workspaces w on w.id = g.workspace_id where w.name = $1',
      ['Gone'],
    );
    expect(rows).toEqual([]);
    await boris.says('/bots');
    boris.sees('You don’t have access to any bots here yet');
  });
});

describe('channels', () => {
  test('keep their token sealed and show its last four characters', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/bots new Shop');
    await Anna.presses('Connect');
    await Anna.presses('Telegram');
    await Anna.says('not a token');
    Anna.sees('doesn’t look like a token');
    await Anna.says(`${TOKEN} Front door`);
    Anna.sees('Please delete it now');
    Anna.sees('Telegram, token …2345');
    expect(
      Anna.heard()
        .map(({ text }) => text ?? '')
        .join('\n'),
    ).not.toContain(TOKEN.slice(0, 20));
    const { rows } = await app.database.pool.query<{ id: string; sealed_token: Buffer }>(
      `select id, sealed_token from channels where name = 'Front door'`,
    );
    const [row] = rows;
    const key = Buffer.from(
      deriveKey('test-secret-test-secret-test-secret-0123', 'channel tokens'),
      'base64url',
    );
    expect(row?.sealed_token.includes(Buffer.from(TOKEN.slice(10, 20)))).toBe(false);
    expect(row && createTokenBox(key).open(row.id, row.sealed_token)).toBe(TOKEN);
    expect(() => row && createTokenBox(key).open('another channel', row.sealed_token)).toThrow();
  });

  test('are nowhere else: neither in the audit, nor in sessions, nor in what is owed', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/bots new Desk');
    await Anna.says(`/channels new Desk viber 4453b6ac12345678-abcdef-9876543210fedc Support`);
    Anna.sees('Viber, token …fedc');
    const { rows } = await app.database.pool.query<{ hits: number }>(
      `select count(*)::int as hits from (
         select detail::text as t from audit_events union all select wizard::text from sessions
         union all select body::text from outbox union all select update::text from failed_updates) kept
        where t like '%4453b6ac12345678%'`,
    );
    expect(rows[0]?.hits).toBe(0);
    await Anna.says('/channels');
    Anna.sees('• Support, bot Desk, token …fedc');
    await Anna.says('/channels rename Support to Care');
    Anna.sees('Support is now called Care');
    await Anna.says('/bots new Other');
    await Anna.says('/channels move Care to Other');
    Anna.sees('Care is now in Other');
    await Anna.says('/channels delete Care');
    await Anna.presses('Yes, delete');
    Anna.sees('Channel Care deleted');
  });

  test('are not made in a group, where everybody would read the token', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/bots new Shop');
    const chat = await app.group('Open', [Anna]);
    await Anna.says('/bind', { chat });
    await Anna.says(`/channels new Shop telegram ${TOKEN}`, { chat });
    Anna.sees('Please send me this in our direct chat', { chat });
  });
});
