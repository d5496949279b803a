import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';

type Chat = Awaited<ReturnType<TestApp['group']>>;

let app: TestApp;
// Without privacy mode the bot hears everything, so that its silence is its own.
beforeAll(async () => {
  app = await createTestApp({ privacyMode: false });
});
afterAll(() => app.close());

let round = 0;
let anna: Actor;
let boris: Actor;
let carol: Actor;
/** Names must differ from test to test: one application plays them all. */
const named = (name: string): string => `${name}${round}`;
beforeEach(async () => {
  round++;
  anna = app.person('Anna', { username: named('anna') });
  boris = app.person('Boris', { username: named('boris') });
  carol = app.person('Carol', { username: null });
  await boris.says('/start');
  await anna.says(`/new ${named('Acme')} agency`);
});

const { stringify } = JSON;
const said = (chat: Chat): string[] =>
  app.telegram.control
    .messages(chat)
    .filter(({ fromBot }) => fromBot)
    .map(({ text }) => readable(text));

async function boundGroup(options: { isForum?: boolean } = {}): Promise<Chat> {
  const chat = await app.group(named('Team'), [anna, boris, carol], options);
  await anna.says('/bind', { chat });
  anna.sees(`This group now works with ${named('Acme')}`, { chat });
  return chat;
}

describe('the bot speaks only when addressed', () => {
  test('to talk, to commands for other bots and to what people share it says nothing', async () => {
    const chat = await boundGroup();
    const before = said(chat);
    const { control } = app.telegram;
    await anna.says('Good morning, everybody', { chat });
    await anna.says('invite @somebody editor', { chat });
    await anna.says('/invite@another_bot @somebody client', { chat });
    await anna.says('/start@another_bot', { chat });
    await anna.says('/help@another_bot', { chat });
    await anna.says('mail me at x@castellan_demo_bot.example', { chat });
    const talk = control.write(boris.user, 'Hello', { chat });
    await anna.says('Hello to you', { chat, replyTo: talk });
    control.forward(anna.user, { originUser: carol.user }, { chat });
    control.shareContact(anna.user, { phone: '+380501234567', firstName: 'Kim' }, { chat });
    control.shareContact(
      anna.user,
      { phone: '+380501234568', firstName: 'Anna', userId: anna.user.id },
      { chat },
    );
    await app.settled();
    expect(said(chat)).toEqual(before);
  });

  test('a command with its name, a mention and a reply to it are answered, in reply', async () => {
    const chat = await boundGroup();
    const me = app.telegram.bot.username;
    const written = app.telegram.control.write(anna.user, `/workspaces@${me}`, { chat });
    await app.settled();
    anna.sees(`This group works with ${named('Acme')}`, { chat });
    expect(anna.last({ chat }).replyTo).toBe(written.id);
    await anna.says(`/WORKSPACES@${me.toUpperCase()}`, { chat });
    expect(
      said(chat).filter((text) => text.startsWith('This group works with') && !text.endsWith('now.')),
    ).toHaveLength(2);
    await anna.says(`@${me} help`, { chat });
    anna.sees('What you can do here', { chat });
    await anna.says(`Hey @${me}, what now?`, { chat });
    anna.sees('I didn’t get that', { chat });
    await anna.says('language', { chat, replyTo: anna.last({ chat }) });
    anna.sees('I’ll speak English with you', { chat });
    await anna.says('/invites', { chat });
    anna.sees('Nobody has been invited', { chat });
  });

  test('private matters are not spread in a group', async () => {
    const chat = await boundGroup();
    await anna.says('/me', { chat });
    anna.sees('direct chat', { chat });
    await boris.says('/start', { chat });
    boris.sees('workspace you’re not a member of', { chat });
    expect(stringify(said(chat).at(-1))).not.toContain(named('Acme'));
    await boris.says('/members', { chat });
    expect(stringify(said(chat).at(-1))).not.toContain('Anna');
  });
});

describe('people in a group', () => {
  test('answering a person’s message invites that person', async () => {
    const chat = await boundGroup();
    const hello = app.telegram.control.write(boris.user, 'Here I am', { chat });
    await anna.says('/invite client', { chat, replyTo: hello });
    anna.sees('Boris: waiting for delivery', { chat });
    boris.sees(`Anna invites you to ${named('Acme')} as Client`);
    await boris.presses('Accept');
    await anna.says('/members', { chat });
    anna.sees(/Boris — Client/, { chat });
  });

  test('somebody without a username is invited by a mention, and takes the link from the group', async () => {
    const chat = await boundGroup();
    const text = '/invite Carol client';
    await anna.says(text, {
      chat,
      entities: [{ type: 'text_mention', offset: 8, length: 5, user: carol.user }],
    });
    anna.sees('Carol, I can’t message you first', { chat });
    const link =
      anna
        .last({ chat })
        .buttons.flat()
        .find(({ url }) => url !== undefined)?.url ?? '';
    const token = new URL(link).searchParams.get('start') ?? '';
    await boris.opens(token);
    boris.sees('This invitation is for someone else');
    await carol.opens(token);
    await carol.presses('Accept');
    carol.sees(`Welcome to ${named('Acme')}`);
  });

  test('two people in wizards never mix: neither by answers nor by buttons', async () => {
    const chat = await boundGroup();
    await anna.says(`/invite ${named('@boris')} admin`);
    await boris.presses('Accept');
    await anna.says('/invite', { chat });
    const asked = anna.last({ chat });
    await boris.says('/invite', { chat });
    const askedBoris = boris.last({ chat });
    await anna.says('@kimberly', { chat, replyTo: asked });
    anna.sees('Which role for @kimberly?', { chat });
    const hers = anna.last({ chat });
    await boris.says('@leonardo', { chat, replyTo: askedBoris });
    boris.sees('Which role for @leonardo?', { chat });
    const his = boris.last({ chat });
    await boris.pressesOn(hers, 'Client');
    boris.seesToast('is for someone else');
    await anna.pressesOn(his, 'Client');
    anna.seesToast('is for someone else');
    await anna.says('/cancel', { chat });
    await boris.pressesOn(his, 'Client');
    const shown = readable(app.telegram.control.message(chat, his.id)?.text ?? '');
    expect(shown).toContain('Invite @leonardo');
    await boris.says('my own talk', { chat });
    await carol.says('client', { chat, replyTo: his });
    carol.sees('I didn’t get that', { chat });
    const { rows } = await app.database.pool.query(
      "select 1 from sessions where chat_id = $1 and wizard ? 'name'",
      [String(chat.id)],
    );
    expect(rows).toHaveLength(1);
  });

  test('a wizard in the group and one in the private chat are two', async () => {
    const chat = await boundGroup();
    await anna.says('/invite @kimberly', { chat });
    await anna.says('/new');
    await anna.says('Beta');
    anna.sees('Who will work in Beta?');
    await anna.says('client', { chat, replyTo: anna.last({ chat }) });
    anna.sees('Invite @kimberly', { chat });
  });
});

describe('topics of a forum', () => {
  test('the answer goes to the topic it was asked in; in General without naming one', async () => {
    const chat = await boundGroup({ isForum: true });
    const { control } = app.telegram;
    expect(anna.last({ chat }).threadId).toBeUndefined();
    const thread = control.createTopic(chat, anna.user, 'Hiring');
    await app.settled();
    const quiet = said(chat).length;
    await anna.says('just talking here', { chat, threadId: thread });
    expect(said(chat)).toHaveLength(quiet);
    await anna.says('/invite @kimberly', { chat, threadId: thread });
    expect(anna.last({ chat, threadId: thread }).threadId).toBe(thread);
    anna.sees('Which role for @kimberly?', { chat, threadId: thread });
    await anna.presses('Client', { chat, threadId: thread });
    anna.sees('Invite @kimberly', { chat, threadId: thread });
    expect(anna.last({ chat }).edits).toBe(1);
    await anna.says('/workspaces', { chat });
    expect(anna.last({ chat }).threadId).toBeUndefined();
    for (const { params } of control.calls('sendMessage')) expect(params['message_thread_id']).not.toBe(1);
  });

  test('a button whose message is gone answers anew, in its topic', async () => {
    const chat = await boundGroup({ isForum: true });
    const { control } = app.telegram;
    const thread = control.createTopic(chat, anna.user, 'Hiring');
    await anna.says('/invite @kimberly', { chat, threadId: thread });
    const old = anna.last({ chat, threadId: thread });
    control.inject({
      method: 'editMessageText',
      error: { code: 400, description: "Bad Request: message can't be edited" },
    });
    await anna.presses('Client', { chat, threadId: thread });
    anna.sees('Invite @kimberly', { chat, threadId: thread });
    expect(anna.last({ chat, threadId: thread }).id).toBeGreaterThan(old.id);
  });
});

describe('a group that becomes a supergroup', () => {
  test('its workspace goes along', async () => {
    const chat = await boundGroup();
    await anna.says('/invite @kimberly', { chat });
    const fresh = app.telegram.control.upgradeToSupergroup(chat);
    await app.settled();
    await anna.says('/workspaces', { chat: fresh });
    anna.sees(`This group works with ${named('Acme')}`, { chat: fresh });
    await anna.says('/invite @leonardo client', { chat: fresh });
    anna.sees('@leonardo, I can’t message you', { chat: fresh });
    const { rows } = await app.database.pool.query('select chat_id from group_chats where title = $1', [
      named('Team'),
    ]);
    expect(rows).toEqual([{ chat_id: String(fresh.id) }]);
  });

  test('an answer that is owed when it moves arrives in the new chat, its wizard goes on there', async () => {
    const chat = await boundGroup();
    const { control } = app.telegram;
    control.inject({ method: 'sendMessage', chatId: chat.id, error: { code: 429, retryAfter: 1 } });
    control.write(anna.user, '/invite @kimberly', { chat });
    control.write(boris.user, '/start', { chat });
    await control.waitFor(() => control.updatesPending() === 0);
    const fresh = control.upgradeToSupergroup(chat);
    await app.settled();
    const arrived = said(fresh);
    expect(arrived).toHaveLength(2);
    expect(arrived[0]).toContain('Which role for @kimberly?');
    expect(arrived[1]).toContain('not a member of');
    await anna.presses('Client', { chat: fresh });
    expect(said(fresh).join()).toContain('Invite @kimberly');
  });

  test('whichever of the two chats speaks first, the workspace stays', async () => {
    for (const first of ['old', 'new'] as const) {
      const chat = await boundGroup();
      const to = `-100${round}${first === 'old' ? 1 : 2}0000000`;
      const from = { id: anna.user.id, is_bot: false, first_name: 'Anna', username: named('anna') };
      const now = Math.floor(Date.now() / 1000);
      const told = {
        old: {
          update_id: 700_000_000 + round * 10 + (first === 'old' ? 1 : 2),
          message: {
            message_id: 1,
            date: now,
            from,
            chat: { id: chat.id, type: 'group', title: named('Team') },
            migrate_to_chat_id: Number(to),
          },
        },
        new: {
          update_id: 700_000_000 + round * 10 + (first === 'old' ? 3 : 4),
          message: {
            message_id: 1,
            date: now,
            from,
            chat: { id: Number(to), type: 'supergroup', title: named('Team') },
            migrate_from_chat_id: chat.id,
          },
        },
        joined: {
          update_id: 700_000_000 + round * 10 + (first === 'old' ? 5 : 6),
          my_chat_member: {
            date: now,
            from,
            chat: { id: Number(to), type: 'supergroup', title: named('Team') },
            old_chat_member: { status: 'left', user: { id: 1, is_bot: true, first_name: 'B' } },
            new_chat_member: { status: 'member', user: { id: 1, is_bot: true, first_name: 'B' } },
          },
        },
      };
      const order = first === 'old' ? [told.old, told.new, told.joined] : [told.joined, told.new, told.old];
      for (const update of order) {
        const answer = await fetch(`${app.app.url}/webhooks/telegram`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'hook-secret' },
          body: stringify(update),
        });
        expect(answer.status).toBe(200);
      }
      const { rows } = await app.database.pool.query(
        'select w.name from group_chats g join workspaces w on w.id = g.workspace_id where g.chat_id = $1',
        [to],
      );
      expect(rows, `the ${first} chat spoke first`).toEqual([{ name: named('Acme') }]);
      expect(
        (await app.database.pool.query('select 1 from group_chats where chat_id = $1', [String(chat.id)]))
          .rowCount,
      ).toBe(0);
    }
  });
});

describe('the bot is sent away and called back', () => {
  test('what it owes there is dropped without harm; back again it says hello and serves', async () => {
    const chat = await boundGroup();
    const { control } = app.telegram;
    control.removeBot(chat);
    await app.settled();
    expect(
      (await app.database.pool.query('select 1 from group_chats where chat_id = $1', [String(chat.id)]))
        .rowCount,
    ).toBe(0);
    await anna.says('/start');
    anna.sees(`You’re in ${named('Acme')}`);
    control.addBot(chat);
    await app.settled();
    anna.sees('Hello! I manage workspaces right in the chat', { chat });
    await anna.presses('Connect', { chat });
    anna.sees(`This group now works with ${named('Acme')}`, { chat });
    const { rows } = await app.database.pool.query('select title from group_chats where chat_id = $1', [
      String(chat.id),
    ]);
    expect(rows).toEqual([{ title: named('Team') }]);
    expect((await app.database.pool.query('select 1 from outbox')).rowCount).toBe(0);
  });

  test('a link with startgroup greets like any other', async () => {
    const chat = await app.group(named('Team'), [anna, boris]);
    await anna.says(`/start@${app.telegram.bot.username} whatever`, { chat });
    anna.sees('This group has no workspace yet', { chat });
    await anna.says(`/start@${app.telegram.bot.username}`, { chat });
    anna.sees('This group has no workspace yet', { chat });
    await anna.says(`/start@${app.telegram.bot.username} i_AAAAAAAAAAAAAAAAAAAAAAAA`, { chat });
    anna.sees('direct chat', { chat });
  });
});
