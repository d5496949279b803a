import { expect, test } from 'vitest';
import { clock, refusal, stage } from '../support/telegram.ts';

test('a waiting poll is answered as soon as something is written', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna', lastName: 'K', username: 'anna', languageCode: 'ru' });
  const polling = api.getUpdates({ timeout: 30 });
  await control.waitFor(() => control.calls('getUpdates').length > 0);
  const first = control.write(anna, '/start');
  const second = control.write(anna, 'hi');
  const updates = await polling;
  expect(updates.map(({ update_id }) => update_id)).toEqual([first.updateId, second.updateId]);
  expect(updates[0]?.message).toMatchObject({
    message_id: 1,
    from: {
      id: anna.id,
      is_bot: false,
      first_name: 'Anna',
      last_name: 'K',
      username: 'anna',
      language_code: 'ru',
    },
    chat: { id: anna.id, type: 'private', first_name: 'Anna', username: 'anna' },
    text: '/start',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});

test('updates are kept until an offset confirms them', async () => {
  const time = clock();
  const { api, control } = await stage({ now: time.now });
  const anna = control.createUser({ firstName: 'Anna' });
  const ids = ['a', 'b', 'c'].map((text) => control.write(anna, text).updateId ?? 0);
  const seen = async (offset: number, limit = 100) => {
    time.pass(5000);
    return (await api.getUpdates({ offset, limit })).map(({ update_id }) => update_id);
  };
  const [first = 0, , third = 0] = ids;
  expect(await seen(0)).toEqual(ids);
  expect(await seen(0, 2)).toEqual(ids.slice(0, 2));
  expect(await seen(first + 1)).toEqual(ids.slice(1));
  expect(await seen(first)).toEqual(ids.slice(1));
  expect(control.updatesPending()).toBe(2);
  expect(await seen(third + 1)).toEqual([]);
  await control.settled();
});

test('a negative offset forgets all but the last ones', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  for (const text of ['a', 'b', 'c']) control.write(anna, text);
  expect((await api.getUpdates({ offset: -1 })).map(({ message }) => message?.text)).toEqual(['c']);
  expect(control.updatesPending()).toBe(1);
});

test('the same offset again at once gets one update only', async () => {
  const time = clock();
  const { api, control } = await stage({ now: time.now });
  const anna = control.createUser({ firstName: 'Anna' });
  for (const text of ['a', 'b']) control.write(anna, text);
  expect(await api.getUpdates({ offset: 0 })).toHaveLength(2);
  time.pass(400);
  expect(await api.getUpdates({ offset: 0 })).toHaveLength(1);
  time.pass(600);
  expect(await api.getUpdates({ offset: 0 })).toHaveLength(2);
});

test('a press not taken within 150 seconds is gone, a message stays for a day', async () => {
  const time = clock();
  const { api, control } = await stage({ now: time.now });
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hi');
  const sent = await api.sendMessage(anna.id, 'x', {
    reply_markup: { inline_keyboard: [[{ text: 'ok', callback_data: 'a' }]] },
  });
  control.press(anna, { chatId: anna.id, id: sent.message_id }, 'ok');
  time.pass(151_000);
  expect((await api.getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['message']);
  time.pass(86_400_000);
  expect(await api.getUpdates()).toEqual([]);
});

test('a second poller ends the first, a webhook ends both', async () => {
  const { api, control } = await stage();
  const waiting = (count: number) => control.waitFor(() => control.calls('getUpdates').length === count);
  const first = refusal(api.getUpdates({ timeout: 30 }));
  await waiting(1);
  const second = refusal(api.getUpdates({ timeout: 30 }));
  await waiting(2);
  await api.setWebhook('http://127.0.0.1:9/hook');
  expect(await first).toBe(
    '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );
  expect(await second).toBe('409 Conflict: terminated by setWebhook request');
  expect(await refusal(api.getUpdates())).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
});

test('only the kinds asked for come; an empty list means the default, none keeps the former', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  await api.getUpdates({ allowed_updates: ['callback_query'] });
  expect(control.write(anna, 'a').updateId).toBeUndefined();
  await api.getUpdates({ offset: 1 });
  expect(control.write(anna, 'b').updateId).toBeUndefined();
  await api.getUpdates({ offset: 2, allowed_updates: [] });
  expect(control.write(anna, 'c').updateId).toBeDefined();
});

test('a poller that hangs up takes nothing with it', async () => {
  const { api, control, url, bot } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  const hangUp = new AbortController();
  const call = fetch(`${url}/bot${bot.token}/getUpdates?timeout=30`, { signal: hangUp.signal });
  const polling = call.catch(() => 'hung up');
  await control.waitFor(() => control.calls('getUpdates').length > 0);
  hangUp.abort();
  expect(await polling).toBe('hung up');
  control.write(anna, 'hi');
  expect(await api.getUpdates({ offset: 0 })).toHaveLength(1);
});

test('an update can be handed out again after it was confirmed', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  const id = control.write(anna, 'hi').updateId ?? 0;
  await api.getUpdates({ offset: id + 1 });
  await control.redeliver(id, 2);
  expect((await api.getUpdates({ offset: id + 2 })).map(({ update_id }) => update_id)).toEqual([id, id]);
});
