import { expect, test } from 'vitest';
import { clock, refusal, type Stage, stage } from '../support/telegram.ts';

const keyboard = { inline_keyboard: [[{ text: 'Accept', callback_data: 'a' }]] };

async function withAnna(options = {}): Promise<Stage & { anna: number }> {
  const emulator = await stage(options);
  const anna = emulator.control.createUser({ firstName: 'Anna' });
  emulator.control.write(anna, '/start');
  return { ...emulator, anna: anna.id };
}

test('an edit replaces text and buttons; leaving the markup out takes the buttons away', async () => {
  const { api, control, anna } = await withAnna();
  const { message_id } = await api.sendMessage(anna, 'one', { reply_markup: keyboard });
  await api.editMessageText(anna, message_id, 'two', { reply_markup: keyboard });
  expect(control.message(anna, message_id)).toMatchObject({
    text: 'two',
    edits: 1,
    buttons: [[{ data: 'a' }]],
  });
  await api.editMessageText(anna, message_id, 'two');
  expect(control.message(anna, message_id)).toMatchObject({ edits: 2, buttons: [] });
  await api.editMessageReplyMarkup(anna, message_id, { reply_markup: keyboard });
  expect(control.message(anna, message_id)).toMatchObject({
    text: 'two',
    edits: 3,
    buttons: [[{ data: 'a' }]],
  });
});

test('the same content and markup is not modified', async () => {
  const { api, anna } = await withAnna();
  const { message_id } = await api.sendMessage(anna, '<b>one</b>', {
    reply_markup: keyboard,
    parse_mode: 'HTML',
  });
  const text =
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly ' +
    'the same as a current content and reply markup of the message';
  expect(
    await refusal(
      api.editMessageText(anna, message_id, '<b>one</b> ', { reply_markup: keyboard, parse_mode: 'HTML' }),
    ),
  ).toBe(text);
  expect(await refusal(api.editMessageReplyMarkup(anna, message_id, { reply_markup: keyboard }))).toBe(text);
  await api.editMessageText(anna, message_id, 'one', { reply_markup: keyboard });
});

test("only the bot's own messages with an inline keyboard or none can be edited", async () => {
  const { api, anna } = await withAnna();
  const kept = await api.sendMessage(anna, 'x', { reply_markup: { keyboard: [[{ text: 'A' }]] } });
  const hidden = await api.sendMessage(anna, 'x', { reply_markup: { remove_keyboard: true } });
  for (const id of [1, kept.message_id, hidden.message_id]) {
    expect(await refusal(api.editMessageText(anna, id, 'y'))).toBe(
      "400 Bad Request: message can't be edited",
    );
  }
  expect(await refusal(api.editMessageText(anna, 99, 'y'))).toBe(
    '400 Bad Request: message to edit not found',
  );
});

test('what is wrong is told in order: message, editable, text', async () => {
  const { api, anna } = await withAnna();
  expect(await refusal(api.editMessageText(anna, 99, ''))).toMatch('message to edit not found');
  expect(await refusal(api.editMessageText(anna, 1, ''))).toMatch("message can't be edited");
  const { message_id } = await api.sendMessage(anna, 'x');
  expect(await refusal(api.editMessageText(anna, message_id, ''))).toMatch('message text is empty');
});

test('a message is deleted once, within 48 hours, and cannot be edited afterwards', async () => {
  const time = clock();
  const { api, control, anna } = await withAnna({ now: time.now });
  const first = await api.sendMessage(anna, 'x');
  const second = await api.sendMessage(anna, 'y');
  await api.deleteMessage(anna, first.message_id);
  expect(control.message(anna, first.message_id)?.deleted).toBe(true);
  expect(await refusal(api.deleteMessage(anna, first.message_id))).toBe(
    '400 Bad Request: message to delete not found',
  );
  expect(await refusal(api.editMessageText(anna, first.message_id, 'z'))).toBe(
    '400 Bad Request: message to edit not found',
  );
  time.pass(48 * 3_600_000 + 1000);
  expect(await refusal(api.deleteMessage(anna, second.message_id))).toBe(
    "400 Bad Request: message can't be deleted",
  );
});

test("in a group the bot deletes others' messages only as administrator", async () => {
  const { api, control, anna } = await withAnna();
  const group = control.createGroup({ title: 'Team', members: [anna] });
  control.addBot(group);
  const spam = control.write(anna, 'spam', { chat: group });
  expect(await refusal(api.deleteMessage(group.id, spam.id))).toBe(
    "400 Bad Request: message can't be deleted",
  );
  control.addBot(group, { admin: true });
  await api.deleteMessage(group.id, spam.id);
});

test('a chat keeps its newest messages only', async () => {
  const { api, control, anna } = await withAnna({ keepMessages: 3 });
  for (const text of ['a', 'b', 'c', 'd']) await api.sendMessage(anna, text);
  expect(control.messages(anna).map(({ text }) => text)).toEqual(['b', 'c', 'd']);
});
