import { expect, test } from 'vitest';
import { refusal, stage } from '../support/telegram.ts';

async function team(options: { isForum?: boolean; privacyMode?: boolean } = {}) {
  const emulator = await stage({ privacyMode: options.privacyMode ?? true });
  const { control } = emulator;
  const anna = control.createUser({ firstName: 'Anna' });
  const boris = control.createUser({ firstName: 'Boris' });
  const group = control.createGroup({
    title: 'Team',
    members: [anna, boris],
    isForum: options.isForum ?? false,
  });
  return { ...emulator, anna, boris, group };
}

test('the bot hears of being added and removed, and nothing of the group outside of that', async () => {
  const { api, control, anna, group, bot } = await team();
  expect(control.write(anna, '/start', { chat: group }).updateId).toBeUndefined();
  control.addBot(group);
  control.removeBot(group);
  expect(control.write(anna, '/start', { chat: group }).updateId).toBeUndefined();
  const updates = await api.getUpdates();
  expect(updates).toMatchObject([
    {
      my_chat_member: {
        chat: group,
        old_chat_member: { status: 'left' },
        new_chat_member: { status: 'member' },
      },
    },
    { message: { new_chat_members: [{ id: bot.id }] } },
    { my_chat_member: { new_chat_member: { status: 'kicked' } } },
  ]);
});

test('in privacy mode the bot sees commands meant for it and replies to it', async () => {
  const { api, control, anna, group } = await team();
  control.addBot(group);
  const sees = (text: string, replyTo?: number) =>
    control.write(anna, text, { chat: group, ...(replyTo !== undefined && { replyTo }) }).updateId !==
    undefined;
  expect(sees('hello')).toBe(false);
  expect(sees('@castellan_bot hello')).toBe(false);
  expect(sees('/members')).toBe(true);
  expect(sees('/members@castellan_bot')).toBe(true);
  expect(sees('/members@other_bot')).toBe(false);
  const { message_id } = await api.sendMessage(group.id, 'who?');
  expect(sees('Boris', message_id)).toBe(true);
  const chatter = control.write(anna, 'chatter', { chat: group });
  expect(sees('answer to chatter', chatter.id)).toBe(false);
  control.setPrivacyMode(false);
  expect(sees('hello')).toBe(true);
});

test('an administrator bot sees everything', async () => {
  const { control, anna, group } = await team();
  control.addBot(group, { admin: true });
  expect(control.write(anna, 'hello', { chat: group }).updateId).toBeDefined();
});

test('a reply carries the message it answers, one level deep', async () => {
  const { api, control, anna, boris, group } = await team({ privacyMode: false });
  control.addBot(group);
  const first = control.write(boris, 'one', { chat: group });
  const second = control.write(anna, 'two', { chat: group, replyTo: first });
  control.write(boris, '/invite editor', { chat: group, replyTo: second });
  const { message } = (await api.getUpdates()).at(-1) ?? {};
  expect(message?.reply_to_message).toMatchObject({ message_id: second.id, from: anna, text: 'two' });
  expect(message?.reply_to_message).not.toHaveProperty('reply_to_message');
});

test('a topic message names its topic and answers its opening; General has no topic', async () => {
  const { api, control, anna, group } = await team({ isForum: true });
  control.addBot(group);
  const topic = control.createTopic(group, anna, 'Releases');
  control.write(anna, '/here', { chat: group, threadId: topic });
  control.write(anna, '/general', { chat: group });
  const [inTopic, inGeneral] = (await api.getUpdates()).slice(-2).map(({ message }) => message);
  expect(inTopic).toMatchObject({
    chat: { type: 'supergroup', is_forum: true },
    message_thread_id: topic,
    is_topic_message: true,
    reply_to_message: { message_id: topic, forum_topic_created: { name: 'Releases' } },
  });
  expect(inGeneral).not.toHaveProperty('message_thread_id');
  expect(inGeneral).not.toHaveProperty('is_topic_message');
});

test('an upgrade is told in the old chat and in the new one', async () => {
  const { api, control, anna, group } = await team();
  control.addBot(group);
  const fresh = control.upgradeToSupergroup(group);
  expect(fresh).toMatchObject({ type: 'supergroup', title: 'Team' });
  expect(() => control.write(anna, '/old', { chat: group })).toThrow();
  control.write(anna, '/new', { chat: fresh });
  expect((await api.getUpdates()).slice(-3)).toMatchObject([
    { message: { chat: { id: group.id }, migrate_to_chat_id: fresh.id } },
    { message: { chat: { id: fresh.id }, migrate_from_chat_id: group.id } },
    { message: { chat: { id: fresh.id }, text: '/new' } },
  ]);
});

test('who is in a group, and who is not', async () => {
  const { api, control, anna, group, bot } = await team();
  control.addBot(group);
  const clara = control.createUser({ firstName: 'Clara' });
  const status = async (id: number) => (await api.getChatMember(group.id, id)).status;
  expect(await status(anna.id)).toBe('member');
  expect(await status(bot.id)).toBe('member');
  expect(await status(clara.id)).toBe('left');
  expect(await refusal(api.getChatMember(group.id, 1))).toBe('400 Bad Request: PARTICIPANT_ID_INVALID');
  expect(await api.getChat(group.id)).toMatchObject({ id: group.id, title: 'Team', type: 'group' });
  await api.leaveChat(group.id);
  expect(await refusal(api.getChat(group.id))).toBe('403 Forbidden: bot is not a member of the group chat');
  expect(() => control.write(clara, 'hi', { chat: group })).toThrow('not in chat');
});
