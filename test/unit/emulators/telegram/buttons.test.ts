import { expect, test } from 'vitest';
import { clock, refusal, stage } from '../support/telegram.ts';

const tooOld = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function card(options = {}) {
  const emulator = await stage(options);
  const anna = emulator.control.createUser({ firstName: 'Anna' });
  emulator.control.write(anna, '/start');
  const { message_id } = await emulator.api.sendMessage(anna.id, 'Join?', {
    reply_markup: {
      inline_keyboard: [
        [
          { text: '✅ Accept', callback_data: 'yes' },
          { text: 'Decline', callback_data: 'no' },
        ],
        [{ text: 'Site', url: 'https://a.example' }],
      ],
    },
  });
  await emulator.api.getUpdates({ offset: -1 });
  return { ...emulator, anna, message: { chatId: anna.id, id: message_id } };
}

test('a press comes with the message as it is now, and its answer becomes a toast', async () => {
  const { api, control, anna, message } = await card();
  const press = control.press(anna, message, 'Accept');
  const update = (await api.getUpdates()).at(-1);
  expect(update?.update_id).toBe(press.updateId);
  expect(update?.callback_query).toMatchObject({
    id: press.queryId,
    from: anna,
    data: 'yes',
    message: { message_id: message.id, text: 'Join?', reply_markup: { inline_keyboard: [{}, {}] } },
  });
  await api.answerCallbackQuery(press.queryId, { text: 'Welcome', show_alert: true });
  expect(await press.answered()).toMatchObject({ text: 'Welcome', showAlert: true });
  expect(control.toasts(anna)).toHaveLength(1);
});

test('a button is found by label, by place, or forged', async () => {
  const { api, control, anna, message } = await card();
  control.press(anna, message, 'Decline');
  control.press(anna, message, { row: 0, col: 0 });
  control.press(anna, message, { data: 'forged' });
  const data = (await api.getUpdates()).flatMap(({ callback_query: query }) => query?.data ?? []);
  expect(data).toEqual(['no', 'yes', 'forged']);
  expect(() => control.press(anna, message, 'Perhaps')).toThrow('[✅ Accept] [Decline] / [Site]');
  expect(() => control.press(anna, message, 'Site')).toThrow('no callback query');
});

test('a query is answered once, in time, and only if it exists', async () => {
  const time = clock();
  const { api, control, anna, message } = await card({ now: time.now });
  const first = control.press(anna, message, 'Accept');
  await api.answerCallbackQuery(first.queryId);
  expect(await refusal(api.answerCallbackQuery(first.queryId))).toBe(tooOld);
  const second = control.press(anna, message, 'Accept');
  time.pass(150_001);
  expect(await refusal(api.answerCallbackQuery(second.queryId))).toBe(tooOld);
  expect(await refusal(api.answerCallbackQuery('12345'))).toBe(tooOld);
  expect(control.toasts(anna)).toMatchObject([{ queryId: first.queryId, text: '' }]);
});

test('a toast has at most 200 characters; a longer one leaves the query open', async () => {
  const { api, control, anna, message } = await card();
  const { queryId } = control.press(anna, message, 'Accept');
  expect(await refusal(api.answerCallbackQuery(queryId, { text: 'x'.repeat(201) }))).toBe(
    '400 Bad Request: MESSAGE_TOO_LONG',
  );
  await api.answerCallbackQuery(queryId, { text: 'x'.repeat(200) });
});

test('a press under a deleted or forgotten message shows an inaccessible one', async () => {
  const { api, control, anna, message } = await card();
  await api.deleteMessage(anna.id, message.id);
  control.press(anna, message, 'Accept');
  control.press(anna, { chatId: anna.id, id: 12_345 }, { data: 'old' });
  const shown = (await api.getUpdates()).flatMap(({ callback_query: query }) => query?.message ?? []);
  expect(shown).toMatchObject([
    { message_id: message.id, date: 0 },
    { message_id: 12_345, date: 0 },
  ]);
  for (const inaccessible of shown) expect(inaccessible).not.toHaveProperty('text');
});

test('only people of the chat can press', async () => {
  const { control, message } = await card();
  const boris = control.createUser({ firstName: 'Boris' });
  expect(() => control.press(boris, message, 'Accept')).toThrow('not in chat');
});

test('waiting for an answer that never comes fails by name', async () => {
  const { control, anna, message } = await card();
  await expect(control.press(anna, message, 'Accept').answered(10)).rejects.toThrow('the press on "Accept"');
});
