import type { MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { refusal, type Stage, stage } from '../support/telegram.ts';

async function withAnna(): Promise<Stage & { anna: number }> {
  const emulator = await stage();
  const anna = emulator.control.createUser({ firstName: 'Anna', languageCode: 'ru' });
  emulator.control.write(anna, '/start');
  return { ...emulator, anna: anna.id };
}

describe('text', () => {
  test('is 1-4096 UTF-16 units after parsing', async () => {
    const { api, anna } = await withAnna();
    const longest = '😀'.repeat(2048);
    expect((await api.sendMessage(anna, longest)).text).toBe(longest);
    expect(
      (await api.sendMessage(anna, `<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' })).text,
    ).toHaveLength(4096);
    expect(await refusal(api.sendMessage(anna, `${longest}x`))).toBe('400 Bad Request: message is too long');
    expect(await refusal(api.sendMessage(anna, 'я'.repeat(20_000)))).toBe(
      '400 Bad Request: text is too long',
    );
    expect(await refusal(api.sendMessage(anna, ''))).toBe('400 Bad Request: message text is empty');
    expect(await refusal(api.sendMessage(anna, ' \n '))).toBe('400 Bad Request: text must be non-empty');
  });

  test('loses direction overrides and outer blanks, and the entities move along', async () => {
    const { api, anna } = await withAnna();
    const entities: MessageEntity[] = [{ type: 'bold', offset: 4, length: 4 }];
    const sent = await api.sendMessage(anna, '  \u202ehi Anna ', { entities });
    expect(sent.text).toBe('hi Anna');
    expect(sent.entities).toEqual([{ type: 'bold', offset: 1, length: 4 }]);
  });

  test('in HTML becomes text and entities', async () => {
    const { api, anna } = await withAnna();
    const html =
      '😀 <b>a <i>b</i></b> &lt;3 <a href="https://a.example/?x=1&amp;y">l</a> <blockquote expandable>q</blockquote>';
    const sent = await api.sendMessage(anna, html, { parse_mode: 'HTML' });
    expect(sent.text).toBe('😀 a b <3 l q');
    expect(sent.entities).toEqual([
      { type: 'bold', offset: 3, length: 3 },
      { type: 'italic', offset: 5, length: 1 },
      { type: 'text_link', offset: 10, length: 1, url: 'https://a.example/?x=1&y' },
      { type: 'expandable_blockquote', offset: 12, length: 1 },
    ]);
  });

  test.each([
    ['<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['я <b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>test</b></i>', 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'],
    ['я </b>', 'Unexpected end tag at byte offset 3'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('in HTML like %s is refused', async (html, detail) => {
    const { api, anna } = await withAnna();
    expect(await refusal(api.sendMessage(anna, html, { parse_mode: 'HTML' }))).toBe(
      `400 Bad Request: can't parse entities: ${detail}`,
    );
  });

  test.each([
    [
      { type: 'bold', offset: 100, length: 1 },
      'entity begins after the end of the text at UTF-16 offset 100',
    ],
    [
      { type: 'bold', offset: 0, length: 100 },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    ],
    [{ type: 'bold', offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
    [
      { type: 'bold', offset: 0, length: 1 },
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 1',
    ],
    [{ type: 'shiny', offset: 0, length: 2 }, "can't parse MessageEntity: Unsupported type specified"],
    [{ type: 'text_link', offset: 0, length: 2 }, 'can\'t parse MessageEntity: Can\'t find field "url"'],
    [{ type: 'text_mention', offset: 0, length: 2, user: { id: 1 } }, 'user not found'],
  ])('with the entity %j is refused', async (entity, detail) => {
    const { api, anna } = await withAnna();
    const call = api.sendMessage(anna, '😀 hi', { entities: [entity as MessageEntity] });
    expect(await refusal(call)).toBe(`400 Bad Request: ${detail}`);
  });
});

describe('the place of a message', () => {
  test('is a chat that exists', async () => {
    const { api } = await withAnna();
    expect(await refusal(api.sendMessage('', 'x'))).toBe('400 Bad Request: chat_id is empty');
    expect(await refusal(api.sendMessage(-1, 'x'))).toBe('400 Bad Request: chat not found');
    expect(await refusal(api.sendMessage('@nobody', 'x'))).toBe('400 Bad Request: chat not found');
  });

  test('is a person who has written to the bot, lives, and has not blocked it', async () => {
    const { api, control } = await withAnna();
    const boris = control.createUser({ firstName: 'Boris' });
    expect(await refusal(api.sendMessage(boris.id, 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
    control.openLink(boris, 'i_token');
    await api.sendMessage(boris.id, 'x');
    control.block(boris);
    expect(await refusal(api.sendMessage(boris.id, 'x'))).toBe('403 Forbidden: bot was blocked by the user');
    control.unblock(boris);
    await api.sendMessage(boris.id, 'x');
    control.deactivate(boris);
    expect(await refusal(api.sendMessage(boris.id, 'x'))).toBe('403 Forbidden: user is deactivated');
  });

  test('is a group the bot is in', async () => {
    const { api, control, anna } = await withAnna();
    const group = control.createGroup({ title: 'Team', members: [anna] });
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe(
      '403 Forbidden: bot is not a member of the group chat',
    );
    control.addBot(group);
    await api.sendMessage(group.id, 'x');
    control.removeBot(group);
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the group chat',
    );
    const forum = control.createGroup({ title: 'Forum', members: [anna], isForum: true });
    control.addBot(forum);
    control.removeBot(forum);
    expect(await refusal(api.sendMessage(forum.id, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the supergroup chat',
    );
  });

  test('moves when the group becomes a supergroup', async () => {
    const { api, control, anna } = await withAnna();
    const group = control.createGroup({ title: 'Team', members: [anna] });
    control.addBot(group);
    const fresh = control.upgradeToSupergroup(group);
    await expect(api.sendMessage(group.id, 'x')).rejects.toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: fresh.id },
    });
    expect((await api.sendMessage(fresh.id, 'x')).chat.type).toBe('supergroup');
    expect(control.messages(group).at(-1)?.raw.migrate_to_chat_id).toBe(fresh.id);
    expect(control.messages(fresh)[0]?.raw.migrate_from_chat_id).toBe(group.id);
  });

  test('is a topic that exists; General is meant by leaving the id out', async () => {
    const { api, control, anna } = await withAnna();
    const forum = control.createGroup({ title: 'Forum', members: [anna], isForum: true });
    control.addBot(forum);
    const topic = control.createTopic(forum, anna, 'Releases');
    expect(await api.sendMessage(forum.id, 'x', { message_thread_id: topic })).toMatchObject({
      message_thread_id: topic,
      is_topic_message: true,
    });
    expect(await api.sendMessage(forum.id, 'x')).not.toHaveProperty('message_thread_id');
    for (const thread of [1, 999]) {
      expect(await refusal(api.sendMessage(forum.id, 'x', { message_thread_id: thread }))).toBe(
        '400 Bad Request: message thread not found',
      );
    }
  });

  test('is an answer to a message that is there, or needs none', async () => {
    const { api, anna } = await withAnna();
    const reply = await api.sendMessage(anna, 'x', { reply_parameters: { message_id: 1 } });
    expect(reply.reply_to_message?.text).toBe('/start');
    expect(await refusal(api.sendMessage(anna, 'x', { reply_parameters: { message_id: 99 } }))).toBe(
      '400 Bad Request: message to be replied not found',
    );
    const lone = await api.sendMessage(anna, 'x', {
      reply_parameters: { message_id: 99, allow_sending_without_reply: true },
    });
    expect(lone.reply_to_message).toBeUndefined();
  });
});

describe('markup', () => {
  test('callback data is 1-64 bytes, not characters', async () => {
    const { api, anna } = await withAnna();
    const send = (data: string) =>
      api.sendMessage(anna, 'x', {
        reply_markup: { inline_keyboard: [[{ text: 'ok', callback_data: data }]] },
      });
    expect((await send('я'.repeat(32))).reply_markup?.inline_keyboard).toEqual([
      [{ text: 'ok', callback_data: 'я'.repeat(32) }],
    ]);
    expect(await refusal(send(`${'я'.repeat(32)}x`))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
    expect(await refusal(send(''))).toBe(
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  });

  test.each([
    [
      { inline_keyboard: [[{ text: 'a', callback_data: 'b', url: 'https://a.example' }]] },
      /Exactly one action/,
    ],
    [{ inline_keyboard: [[{ callback_data: 'b' }]] }, /Can't find field "text"/],
    [{ inline_keyboard: 'bad' }, /field "inline_keyboard" must be of type Array/],
    [
      { inline_keyboard: [[{ text: 'a', url: 'ftp://a.example' }]] },
      /'ftp:\/\/a.example' is invalid: Unsupported URL protocol/,
    ],
    [{ inline_keyboard: [[{ text: 'a', url: 'nowhere' }]] }, /'nowhere' is invalid: Wrong HTTP URL/],
    [{ inline_keyboard: Array(101).fill([{ text: 'a', callback_data: 'b' }]) }, /reply markup is too long/],
    [
      { keyboard: [[{ text: 'a', request_users: { request_id: 1, max_quantity: 11 } }]] },
      /BUTTON_QUANTITY_MAX_INVALID/,
    ],
    [{ keyboard: [[{ text: 'a', request_users: { max_quantity: 1 } }]] }, /Can't find field "request_id"/],
    [
      { keyboard: [[{ text: 'a' }]], one_time_keyboard: 'yes' },
      /field "one_time_keyboard" must be of type Boolean/,
    ],
    ['{', /can't parse reply keyboard markup JSON object/],
  ])('%j is refused', async (markup, text) => {
    const { api, anna } = await withAnna();
    const call = api.raw.sendMessage({ chat_id: anna, text: 'x', reply_markup: markup as never });
    expect(await refusal(call)).toMatch(text);
  });

  test('contacts and users can be requested in private chats only', async () => {
    const { api, control, anna } = await withAnna();
    const group = control.createGroup({ title: 'Team', members: [anna] });
    control.addBot(group);
    const contact = { keyboard: [[{ text: 'Share', request_contact: true }]] };
    const users = { keyboard: [[{ text: 'Pick', request_users: { request_id: 1 } }]] };
    await api.sendMessage(anna, 'x', { reply_markup: contact });
    expect(await refusal(api.sendMessage(group.id, 'x', { reply_markup: contact }))).toBe(
      '400 Bad Request: phone number can be requested in private chats only',
    );
    expect(await refusal(api.sendMessage(group.id, 'x', { reply_markup: users }))).toBe(
      '400 Bad Request: users can be requested in private chats only',
    );
  });
});
