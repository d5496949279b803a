import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

let round = 0;
let anna: Actor;
let boris: Actor;
const named = (name: string): string => `${name}${round}`;
beforeEach(async () => {
  round++;
  anna = app.person('Anna', { username: named('anna') });
  boris = app.person('Boris', { username: named('boris') });
  await boris.says('/start');
  await anna.says(`/new ${named('Acme')} cabinet`);
});

const invite = () => anna.says(`/invite ${named('@boris')} editor`);
const texts = (person: Actor): string[] => person.heard().map(({ text }) => readable(text));
const owed = async (): Promise<number> =>
  (await app.database.pool.query<{ n: number }>('select count(*)::int as n from outbox')).rows[0]?.n ?? -1;
const reachable = async (person: Actor): Promise<unknown> =>
  (
    await app.database.pool.query<{ reachable: boolean }>(
      'select reachable from accounts where account_id = $1',
      [String(person.user.id)],
    )
  ).rows[0]?.reachable;

function linkShownTo(person: Actor): string {
  const payload = texts(person)
    .map((text) => /start=(i_[\w-]{24})/.exec(text)?.[1])
    .findLast((one) => one !== undefined);
  if (payload === undefined) throw new Error('no link was shown');
  return payload;
}

describe('somebody who has stopped the bot', () => {
  test('is known to be out of reach; the inviter gets a personal link at once', async () => {
    app.telegram.control.block(boris.user);
    await app.settled();
    expect(await reachable(boris)).toBe(false);
    await invite();
    anna.sees('I can’t message Boris first');
    expect(
      app.telegram.control.calls('sendMessage').filter(({ params }) => params['chat_id'] === boris.user.id),
    ).toHaveLength(1);
    await boris.opens(linkShownTo(anna));
    expect(await reachable(boris)).toBe(true);
    boris.sees(`Anna invites you to ${named('Acme')} as Editor`);
    await boris.presses('Accept');
    boris.sees('Welcome to');
    anna.sees('Boris joined');
  });

  test('and we learn it only by trying: the inviter hears of it with the link, once', async () => {
    for (const description of [
      'Forbidden: bot was blocked by the user',
      'Forbidden: user is deactivated',
      "Forbidden: bot can't initiate conversation with a user",
    ]) {
      app.telegram.control.inject({
        method: 'sendMessage',
        chatId: boris.user.id,
        error: { code: 403, description },
      });
      await invite();
      anna.sees('I couldn’t reach Boris');
      expect(linkShownTo(anna)).toMatch(/^i_/);
      expect(await reachable(boris)).toBe(false);
      expect(await owed()).toBe(0);
      await anna.says('/invites');
      anna.sees('Boris · Editor · not delivered');
      await anna.presses('1');
      await anna.presses('Revoke');
      await anna.presses('Yes, revoke');
      await boris.says('/start');
      expect(await reachable(boris)).toBe(true);
    }
    expect(texts(anna).filter((text) => text.includes('couldn’t reach Boris'))).toHaveLength(3);
  });

  test('comes back and finds the invitation waiting at home', async () => {
    app.telegram.control.block(boris.user);
    await app.settled();
    await invite();
    app.telegram.control.unblock(boris.user);
    await app.settled();
    expect(await reachable(boris)).toBe(true);
    await boris.says('/start');
    boris.sees(`Anna invites you to ${named('Acme')}`);
    await boris.presses('Accept');
    boris.sees('Welcome to');
  });

  test('no longer hears of what happens to them, and it is not owed for ever', async () => {
    await invite();
    await boris.presses('Accept');
    app.telegram.control.block(boris.user);
    await app.settled();
    await anna.says(`/role ${named('@boris')} observer`);
    await anna.presses('Confirm');
    anna.sees('I can’t message');
    expect(await owed()).toBe(0);
  });
});

describe('a pressed button changes its message in place', () => {
  test('step by step, within one message', async () => {
    await invite();
    const card = boris.last();
    await boris.presses('What will I be able to do?');
    await boris.presses('Back');
    await boris.presses('Accept');
    expect(boris.last().id).toBe(card.id);
    expect(boris.last().edits).toBe(3);
    boris.sees('Welcome to');
  });

  test('where it cannot be edited any more, a new message stands in', async () => {
    for (const description of [
      "Bad Request: message can't be edited",
      'Bad Request: message to edit not found',
      'Bad Request: there is no text in the message to edit',
    ]) {
      await anna.says('/menu');
      const old = anna.last();
      app.telegram.control.inject({ method: 'editMessageText', error: { code: 400, description } });
      await anna.presses('Invite');
      anna.sees('Who would you like to invite');
      expect(anna.last().id).toBeGreaterThan(old.id);
      anna.seesButton('Make a link');
      await anna.presses('Cancel');
    }
  });

  test('where it was deleted meanwhile, too', async () => {
    await invite();
    const card = boris.last();
    const { url, bot } = app.telegram;
    const gone = await fetch(
      `${url}/bot${bot.token}/deleteMessage?chat_id=${card.chatId}&message_id=${card.id}`,
    );
    expect(gone.status).toBe(200);
    await boris.pressesOn(card, { data: card.buttons.flat()[0]?.data ?? '' });
    boris.sees('Welcome to');
    expect(boris.last().id).toBeGreaterThan(card.id);
  });

  test('pressed twice, the message that is not modified is no failure', async () => {
    await invite();
    const card = boris.last();
    const before = texts(boris).length;
    const { control } = app.telegram;
    control.press(boris.user, card, 'What will I be able to do?');
    control.press(boris.user, card, 'What will I be able to do?');
    await app.settled();
    const edits = control.calls('editMessageText').filter(({ params }) => params['chat_id'] === card.chatId);
    expect(edits).toHaveLength(2);
    expect(boris.last().edits).toBe(1);
    expect(texts(boris)).toHaveLength(before);
    boris.sees('As Editor in');
    expect(await owed()).toBe(0);
  });

  test('answered too late, a press is done all the same', async () => {
    await invite();
    const before = app.telegram.control.calls('answerCallbackQuery').length;
    app.telegram.control.inject({
      method: 'answerCallbackQuery',
      error: {
        code: 400,
        description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
      },
    });
    await boris.presses('Accept');
    boris.sees('Welcome to');
    expect(app.telegram.control.calls('answerCallbackQuery')).toHaveLength(before + 1);
    expect(await owed()).toBe(0);
  });
});

describe('a messenger that asks to wait', () => {
  test('delays the answers of one chat, loses none and keeps their order; others do not wait', async () => {
    const { control } = app.telegram;
    const before = texts(anna).length;
    control.inject({
      method: 'sendMessage',
      chatId: anna.user.id,
      times: 2,
      error: { code: 429, retryAfter: 1 },
    });
    control.write(anna.user, '/language');
    control.write(anna.user, '/workspaces');
    control.write(anna.user, '/help');
    control.write(anna.user, '/me');
    control.write(boris.user, '/language');
    await control.waitFor(() => texts(boris).at(-1)?.includes('I’ll speak English'));
    expect(texts(anna)).toHaveLength(before);
    await app.settled();
    const heard = texts(anna).slice(before);
    expect(heard).toHaveLength(4);
    expect(heard[0]).toContain('I’ll speak English');
    expect(heard[1]).toContain('Your workspaces');
    expect(heard[2]).toContain('What you can do here');
    expect(heard[3]).toContain('Language: English');
    expect(await owed()).toBe(0);
  });

  test('a server in trouble, a cut and a silent connection are tried again', async () => {
    const { control } = app.telegram;
    for (const error of [{ code: 500 }, { code: 502 }, 'drop'] as const) {
      const before = texts(anna).length;
      control.inject({ method: 'sendMessage', chatId: anna.user.id, error });
      await anna.says('/language');
      expect(texts(anna)).toHaveLength(before + 1);
    }
    expect(await owed()).toBe(0);
  });

  test('a call that can never succeed does not hold up the ones behind it', async () => {
    const { control } = app.telegram;
    control.inject({
      method: 'sendMessage',
      chatId: anna.user.id,
      error: { code: 400, description: "Bad Request: can't parse entities" },
    });
    control.write(anna.user, '/language');
    control.write(anna.user, '/help');
    await app.settled();
    anna.sees('What you can do here');
    expect(await owed()).toBe(0);
  });
});
