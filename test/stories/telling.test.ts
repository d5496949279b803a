import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { linkShownTo } from '../support/links.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ privacyMode: false });
});
afterAll(() => app.close());

/** Posts an update to the process as Telegram does, but for what its emulator does not do by itself. */
async function deliver(update: object): Promise<void> {
  const response = await fetch(`${app.app.url}/webhooks/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'hook-secret' },
    body: JSON.stringify(update),
  });
  expect(response.status).toBe(200);
  await app.settled();
}

describe('the audit of refusals', () => {
  test('names whom the attempt was about, and the one refused learns nothing by it', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer' },
      Vera: { role: 'manager' },
    });
    const refused = 'Your role doesn’t allow this';
    await Boris.says(`/role ${at('Vera')} designer`);
    Boris.sees(refused);
    const answer = Boris.last().text;
    await Boris.says('/role @nobody_at_all designer');
    expect(Boris.last().text).toBe(answer);
    await Boris.says(`/remove ${at('Vera')}`);
    Boris.sees(refused);
    await Boris.says('/remove');
    Boris.sees(refused);
    await Anna.says('/audit refused');
    Anna.sees(/Boris was refused: Members: remove\./);
    Anna.sees(/Boris was refused: Members: remove \(Vera\)\./);
    Anna.sees(/Boris was refused: Members: .* \(Vera\)\./);
    await Anna.says(`/audit ${at('Vera')}`);
    Anna.sees('Boris was refused');
  });
});

describe('invitations say', () => {
  test('who came in by a link', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/invite link 5 designer');
    const link = linkShownTo(Anna);
    const people = ['Uma', 'Victor', 'Wim', 'Xenia'].map((name) => app.person(name, { username: null }));
    for (const person of people) {
      await person.opens(link);
      await person.presses('Accept');
    }
    await Anna.says('/invites');
    Anna.sees('Used by Uma, Victor, and Wim and 1 more');
    await Anna.presses('1');
    Anna.sees(/Used 4 of 5 times[\s\S]*Used by Uma/);
  });

  test('nothing twice, where the name is there already', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/invites');
    Anna.sees('Boris · Designer · accepted');
    expect(Anna.last().text).not.toContain('Used by');
  });

  test('that whoever made them may not any more, until somebody else stands behind them', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
    });
    await Boris.says('/invite link designer');
    const link = linkShownTo(Boris);
    await Anna.says(`/role ${at('Boris')} designer`);
    await Anna.presses('Confirm');
    await Anna.says('/invites');
    await Anna.presses('1');
    Anna.sees('Boris can no longer invite to this role');
    expect(Anna.last().text).not.toContain('start=i_');
    const uma = app.person('Uma', { username: null });
    await uma.opens(link);
    await uma.presses('Accept');
    uma.seesToast('can no longer invite');
    await Anna.presses('Resend');
    Anna.sees(/Invited by Anna[\s\S]*start=i_/);
    await uma.opens(linkShownTo(Anna));
    await uma.presses('Accept');
    uma.sees('Welcome');
  });
});

test('who hands a workspace over is told which role they keep', async () => {
  const { Anna, Boris, at } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
  await Anna.says(`/transfer ${at('Boris')}`);
  await Anna.presses('Yes, hand it over');
  await Boris.presses('Accept');
  Anna.sees(/now owns Acme\d+\. You keep this role: Administrator\./);
});

describe('an administrator who speaks as the group', () => {
  const recorded = JSON.parse(
    readFileSync(new URL('../fixtures/telegram/anonymous-admin.json', import.meta.url), 'utf8'),
  ) as { message: { from: object; sender_chat: object; chat: { id: number } } };
  const people = async () => (await app.database.pool.query('select 1 from persons')).rowCount;

  test('is told so, and is nobody', async () => {
    const anna = app.person('Anna', { username: 'anna_open' });
    await anna.says('/start');
    const room = await app.group('Workshop', [anna]);
    const before = await people();
    const chat = { ...recorded.message.chat, id: room.id, type: 'group' };
    await deliver({
      update_id: 990_001,
      message: {
        ...recorded.message,
        chat,
        sender_chat: chat,
        text: '/members',
        entities: [{ offset: 0, length: 8, type: 'bot_command' }],
        message_id: 990,
      },
    });
    anna.sees('I can’t tell who you are', { chat: room });
    expect(await people()).toBe(before);
  });

  test('may let the bot in', async () => {
    const anna = app.person('Anna', { username: 'anna_shut' });
    await anna.says('/start');
    const room = await app.group('Hidden', [anna]);
    const before = await people();
    const status = (one: string) => ({ user: { id: 1, is_bot: true, first_name: 'bot' }, status: one });
    await deliver({
      update_id: 990_002,
      my_chat_member: {
        chat: { id: room.id, title: 'Hidden', type: 'group' },
        from: recorded.message.from,
        date: 1,
        old_chat_member: status('left'),
        new_chat_member: status('member'),
      },
    });
    anna.sees('I manage workspaces right in the chat', { chat: room });
    expect(await people()).toBe(before);
  });
});

describe('an invitation for a time, with a word along', () => {
  test('is written on one line, shown to both sides, and the access ends by itself', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    const vera = app.person('Vera', { username: 'vera_for_a_time' });
    await vera.says('/start');
    await Anna.says('/invite @vera_for_a_time designer for 3d note Welcome aboard, <b>Vera</b>!');
    vera.sees(/Your access lasts until .* UTC[\s\S]*“Welcome aboard, <b>Vera<\/b>!”/);
    await Anna.says('/invites');
    await Anna.presses('1');
    Anna.sees(/Access ends: .* UTC\.\n“Welcome aboard/);
    await vera.presses('Accept');
    await Anna.says('/member @vera_for_a_time');
    Anna.sees('Designer (until');
    app.pass(3 * 24 * 60 * 60_000 + 60_000);
    await app.app.runScheduledTasks();
    await app.settled();
    vera.sees('Your role in');
  });

  test('is not open for longer than what it offers', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/invite link designer for 2 hours');
    const link = linkShownTo(Anna);
    app.pass(2 * 60 * 60_000 + 1_000);
    const late = app.person('Late', { username: null });
    await late.opens(link);
    late.sees('has expired');
    await Anna.says('/invites');
    await Anna.presses('1');
    await Anna.presses('Resend');
    Anna.seesToast('That time has already passed');
  });

  test('is put together by buttons and words', async () => {
    const { Anna } = await createTeam(app, 'cabinet', { Anna: { language: 'uk' } });
    await Anna.says('/invite @somebody_new');
    await Anna.presses('Редактор');
    await Anna.presses('Строк доступу');
    await Anna.presses('7 днів');
    Anna.sees('Доступ закінчиться');
    await Anna.presses('Строк доступу');
    await Anna.says('колись');
    Anna.sees('Не розумію дату «колись»');
    await Anna.says('31.12.2030');
    Anna.sees(/Доступ закінчиться: .*2030/);
    await Anna.presses('Додати повідомлення');
    await Anna.says('Ласкаво просимо!');
    Anna.sees('«Ласкаво просимо!»');
    await Anna.presses('Строк доступу');
    await Anna.presses('Без строку');
    expect(Anna.last().text).not.toContain('закінчиться');
    await Anna.presses('Додати повідомлення');
    await Anna.presses('Без повідомлення');
    expect(Anna.last().text).not.toContain('Ласкаво');
    await Anna.presses('Запросити');
    Anna.sees('@somebody_new');
  });
});
