import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { type Stage, stage } from '../support/telegram.ts';

/** All the updates the bot has not taken yet. */
const pending = ({ api }: Pick<Stage, 'api'>): Promise<Update[]> => api.getUpdates();

describe('what a person types', () => {
  test.each([
    ['/start', ['bot_command /start']],
    ['/invite@castellan_bot @anna editor', ['bot_command /invite@castellan_bot', 'mention @anna']],
    ['😀 @boris_k, /role', ['mention @boris_k', 'bot_command /role']],
    [
      'mail anna@example.com or https://a.example/x?y=1.',
      ['email anna@example.com', 'url https://a.example/x?y=1'],
    ],
    ['1/2 a/b @ab ##', []],
    ['#release', ['hashtag #release']],
  ])('%s carries its entities', async (text, expected) => {
    const emulator = await stage();
    emulator.control.write(emulator.control.createUser({ firstName: 'Anna' }), text);
    const [update] = await pending(emulator);
    const entities = update?.message?.entities ?? [];
    expect(
      entities.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`),
    ).toEqual(expected);
  });

  test('names a person without a username by a text mention', async () => {
    const emulator = await stage();
    const { control } = emulator;
    const anna = control.createUser({ firstName: 'Anna' });
    const boris = control.createUser({ firstName: 'Boris' });
    control.write(anna, '/invite Boris editor', {
      entities: [{ type: 'text_mention', offset: 8, length: 5, user: boris }],
    });
    const [update] = await pending(emulator);
    expect(update?.message?.entities).toEqual([
      { type: 'bot_command', offset: 0, length: 7 },
      { type: 'text_mention', offset: 8, length: 5, user: boris },
    ]);
  });

  test('may be changed afterwards', async () => {
    const emulator = await stage();
    const anna = emulator.control.createUser({ firstName: 'Anna' });
    const typed = emulator.control.write(anna, '/memebrs');
    emulator.control.edit(anna, typed, '/members');
    const updates = await pending(emulator);
    expect(updates[0]?.message?.text).toBe('/memebrs');
    expect(updates[1]?.edited_message).toMatchObject({
      message_id: typed.id,
      text: '/members',
      edit_date: expect.any(Number),
    });
  });

  test('is never longer than a client can send', async () => {
    const { control } = await stage();
    const anna = control.createUser({ firstName: 'Anna' });
    expect(() => control.write(anna, 'x'.repeat(4097))).toThrow('4096');
    control.write(anna, 'x'.repeat(4096));
  });
});

test('a deep link arrives as /start with its payload and lets the bot write', async () => {
  const emulator = await stage();
  const { control, api } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  control.openLink(anna, 'i_abc-DEF_1');
  const [update] = await pending(emulator);
  expect(update?.message).toMatchObject({
    text: '/start i_abc-DEF_1',
    entities: [{ type: 'bot_command', length: 6 }],
  });
  await api.sendMessage(anna.id, 'welcome');
  expect(() => control.openLink(anna, 'x'.repeat(65))).toThrow();
  expect(() => control.openLink(anna, 'a.b')).toThrow();
});

test('a forward tells its author, or only a name where the author hides', async () => {
  const emulator = await stage();
  const { control } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  const boris = control.createUser({ firstName: 'Boris' });
  const clara = control.createUser({ firstName: 'Clara', lastName: 'Z', hidesForwards: true });
  control.forward(anna, { originUser: boris });
  control.forward(anna, { originUser: clara, text: 'psst' });
  control.forward(anna, control.write(boris, '/help'));
  const messages = (await pending(emulator)).map(({ message }) => message);
  expect(messages[0]?.forward_origin).toMatchObject({ type: 'user', sender_user: boris });
  expect(messages[1]).toMatchObject({
    text: 'psst',
    forward_origin: { type: 'hidden_user', sender_user_name: 'Clara Z' },
  });
  expect(messages[3]).toMatchObject({ text: '/help', from: anna, forward_origin: { sender_user: boris } });
});

test('a protected message of the bot cannot be forwarded', async () => {
  const { control, api } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hi');
  const { message_id } = await api.sendMessage(anna.id, 'secret', { protect_content: true });
  expect(() => control.forward(anna, { chatId: anna.id, id: message_id })).toThrow('protected');
});

test('a contact carries an account or none, not always the sender’s own', async () => {
  const emulator = await stage();
  const anna = emulator.control.createUser({ firstName: 'Anna' });
  emulator.control.shareContact(anna, { phone: '+380441234567', firstName: 'Boris', userId: 77 });
  emulator.control.shareContact(anna, { phone: '+380440000000', firstName: 'Old', lastName: 'Phone' });
  const contacts = (await pending(emulator)).map(({ message }) => message?.contact);
  expect(contacts).toEqual([
    { phone_number: '+380441234567', first_name: 'Boris', user_id: 77 },
    { phone_number: '+380440000000', first_name: 'Old', last_name: 'Phone' },
  ]);
});

test('picked users come with what the button asked for, no more of them than it takes', async () => {
  const emulator = await stage();
  const { control, api } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  const boris = control.createUser({ firstName: 'Boris', username: 'boris' });
  control.write(anna, 'hi');
  expect(() => control.pickUsers(anna, 7, [boris])).toThrow('no button');
  const ask = (request_name: boolean) =>
    api.sendMessage(anna.id, 'who?', {
      reply_markup: { keyboard: [[{ text: 'Pick', request_users: { request_id: 7, request_name } }]] },
    });
  await ask(false);
  expect(() => control.pickUsers(anna, 7, [boris, anna])).toThrow('1-1 users');
  control.pickUsers(anna, 7, [boris]);
  await ask(true);
  control.pickUsers(anna, 7, [boris]);
  const shared = (await pending(emulator)).map(({ message }) => message?.users_shared).filter(Boolean);
  expect(shared).toEqual([
    { request_id: 7, users: [{ user_id: boris.id }] },
    { request_id: 7, users: [{ user_id: boris.id, first_name: 'Boris' }] },
  ]);
});

test('a file of a person can be fetched by the bot', async () => {
  const emulator = await stage();
  const { control, api, url, bot } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  control.sendFile(
    anna,
    { name: 'people.csv', type: 'text/csv', content: 'anna,editor' },
    { caption: 'all' },
  );
  const [update] = await pending(emulator);
  expect(update?.message).toMatchObject({
    caption: 'all',
    document: { file_name: 'people.csv', file_size: 11 },
  });
  const { file_path } = await api.getFile(update?.message?.document?.file_id ?? '');
  expect(await (await fetch(`${url}/file/bot${bot.token}/${file_path}`)).text()).toBe('anna,editor');
});

test('blocking and unblocking are told as my_chat_member', async () => {
  const emulator = await stage();
  const { control, bot } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hi');
  control.block(anna);
  control.block(anna);
  expect(() => control.write(anna, 'still here')).toThrow('blocked');
  control.openLink(anna, '');
  const updates = await pending(emulator);
  const statuses = updates.flatMap(({ my_chat_member: change }) =>
    change === undefined ? [] : [`${change.old_chat_member.status} ${change.new_chat_member.status}`],
  );
  expect(statuses).toEqual(['member kicked', 'kicked member']);
  expect(updates[1]?.my_chat_member).toMatchObject({
    chat: { id: anna.id, type: 'private' },
    from: anna,
    new_chat_member: { user: { id: bot.id } },
  });
  expect(updates.at(-1)?.message?.text).toBe('/start');
});
