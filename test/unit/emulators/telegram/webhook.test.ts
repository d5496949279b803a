import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { telegramRetryDelayMs } from '../../../../dev/emulators/telegram/webhook.ts';
import { clock, raw, refusal, stage, webhook } from '../support/telegram.ts';

const texts = (hook: { deliveries: { update: { message?: { text?: string } } }[] }) =>
  hook.deliveries.map(({ update }) => update.message?.text);

test('updates are posted as JSON with the secret, those that waited first', async () => {
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'before');
  const hook = await webhook();
  await api.setWebhook(hook.url, { secret_token: 's3cret_-' });
  control.write(anna, 'after');
  await control.settled();
  expect(texts(hook)).toEqual(['before', 'after']);
  for (const { headers } of hook.deliveries) {
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 's3cret_-',
    });
  }
});

test('setting and removing a webhook says what was done', async () => {
  const emulator = await stage();
  const call = async (path: string) => (await raw(emulator, path)).body;
  const url = encodeURIComponent('http://127.0.0.1:9/hook');
  const told = (description: string) => ({ ok: true, result: true, description });
  expect(await call('deleteWebhook')).toEqual(told('Webhook is already deleted'));
  expect(await call(`setWebhook?url=${url}`)).toEqual(told('Webhook was set'));
  expect(await call(`setWebhook?url=${url}`)).toEqual(told('Webhook is already set'));
  expect(await call('setWebhook?url=')).toEqual(told('Webhook was deleted'));
});

test('secrets and addresses are checked', async () => {
  const { api } = await stage();
  const url = 'http://127.0.0.1:9/hook';
  expect(await refusal(api.setWebhook(url, { secret_token: 'x'.repeat(257) }))).toBe(
    '400 Bad Request: secret token is too long',
  );
  expect(await refusal(api.setWebhook(url, { secret_token: 'a=b' }))).toBe(
    '400 Bad Request: secret token contains unallowed characters',
  );
  expect(await refusal(api.setWebhook('no address'))).toBe('400 Bad Request: invalid webhook URL specified');
  const strict = await stage({ publicWebhooksOnly: true });
  expect(await refusal(strict.api.setWebhook('http://a.example/hook'))).toBe(
    '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  );
  expect(await refusal(strict.api.setWebhook('https://a.example:3000/hook'))).toBe(
    '400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
  );
});

test('getWebhookInfo counts what waits and shows the last error', async () => {
  const { api, control } = await stage({ retryDelayMs: () => 60_000 });
  const hook = await webhook((_, response) => {
    response.statusCode = 500;
  });
  await api.setWebhook(hook.url, { max_connections: 7, allowed_updates: ['message'] });
  control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await control.waitFor(() => hook.deliveries.length > 0);
  await expect
    .poll(() => api.getWebhookInfo())
    .toMatchObject({
      url: hook.url,
      pending_update_count: 1,
      max_connections: 7,
      allowed_updates: ['message'],
      last_error_message: 'Wrong response from the webhook: 500',
    });
  await api.deleteWebhook({ drop_pending_updates: true });
  expect(await api.getWebhookInfo()).toMatchObject({ url: '', pending_update_count: 0 });
});

test('a failed delivery is tried at once, then after 2, 4, 8 … seconds', async () => {
  expect([1, 2, 3, 4].map((failures) => telegramRetryDelayMs(failures))).toEqual([0, 2000, 4000, 8000]);
  expect(telegramRetryDelayMs(20)).toBeGreaterThanOrEqual(60_000);
  expect(telegramRetryDelayMs(20)).toBeLessThanOrEqual(120_000);
  expect(telegramRetryDelayMs(1, 30)).toBe(30_000);

  const asked: unknown[] = [];
  const { api, control } = await stage({
    retryDelayMs: (failures, retryAfter) => {
      asked.push([failures, retryAfter]);
      return 0;
    },
  });
  const statuses = [500, 302, 429, 200];
  const hook = await webhook((_, response) => {
    response.statusCode = statuses[hook.deliveries.length - 1] ?? 200;
    if (response.statusCode === 429) response.setHeader('retry-after', '7');
  });
  await api.setWebhook(hook.url);
  control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await control.settled();
  expect(texts(hook)).toEqual(['hi', 'hi', 'hi', 'hi']);
  expect(asked).toEqual([
    [1, undefined],
    [2, undefined],
    [3, 7],
  ]);
});

test('a connection cut without an answer is a failure too', async () => {
  const { api, control } = await stage({ retryDelayMs: () => 0 });
  const hook = await webhook((_, response) => {
    if (hook.deliveries.length === 1) response.destroy();
  });
  await api.setWebhook(hook.url);
  control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await control.settled();
  expect(hook.deliveries).toHaveLength(2);
});

test('a failing update holds back its own chat only', async () => {
  let broken = true;
  const { api, control } = await stage({ retryDelayMs: () => 5 });
  const hook = await webhook((update, response) => {
    if (broken && update.message?.text === 'a1') response.statusCode = 500;
  });
  await api.setWebhook(hook.url);
  const anna = control.createUser({ firstName: 'Anna' });
  const boris = control.createUser({ firstName: 'Boris' });
  control.write(anna, 'a1');
  control.write(anna, 'a2');
  control.write(boris, 'b1');
  await control.waitFor(() => control.updatesPending() === 2);
  broken = false;
  await control.settled();
  const seen = texts(hook).filter((text, index, all) => all.indexOf(text) === index);
  expect(seen).toEqual(['a1', 'b1', 'a2']);
});

test("a press does not wait for the same person's messages", async () => {
  let release = () => {};
  const { api, control } = await stage();
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hi');
  const { message_id } = await api.sendMessage(anna.id, 'x', {
    reply_markup: { inline_keyboard: [[{ text: 'ok', callback_data: 'a' }]] },
  });
  const hook = await webhook(async (update) => {
    if (update.message !== undefined) await new Promise<void>((resolve) => (release = resolve));
  });
  await api.setWebhook(hook.url);
  control.press(anna, { chatId: anna.id, id: message_id }, 'ok');
  await control.waitFor(() => control.updatesPending() === 1);
  expect(hook.deliveries.map(({ update }) => Object.keys(update)[1])).toEqual(['message', 'callback_query']);
  release();
  await control.settled();
});

test('no more than max_connections posts are open at once', async () => {
  const { api, control } = await stage();
  const hook = await webhook(() => sleep(5));
  await api.setWebhook(hook.url, { max_connections: 3 });
  for (let i = 0; i < 12; i++) control.write(control.createUser({ firstName: `P${i}` }), 'hi');
  await control.settled();
  expect(hook.mostOpen()).toBe(3);
});

test('an update is dropped when the next try would come after its end', async () => {
  const time = clock();
  const { api, control } = await stage({ now: time.now, retryDelayMs: () => 151_000 });
  const hook = await webhook((update, response) => {
    if (update.callback_query !== undefined) response.statusCode = 500;
  });
  await api.setWebhook(hook.url);
  const anna = control.createUser({ firstName: 'Anna' });
  control.write(anna, 'hi');
  control.press(anna, { chatId: anna.id, id: 1 }, { data: 'x' });
  await control.settled();
  expect(hook.deliveries).toHaveLength(2);
});

test('a call written into the answer is carried out, unless it reads or moves the webhook', async () => {
  const { api, control } = await stage();
  const answers = [
    { method: 'sendMessage', chat_id: 0, text: 'from the answer' },
    { method: 'deleteWebhook' },
    { method: 'getMe' },
    { method: 'sendMessage', chat_id: -1, text: 'nowhere' },
  ];
  const hook = await webhook((update, response) => {
    const { chat_id, ...answer } = answers[hook.deliveries.length - 1] ?? { method: 'none' };
    response.setHeader('content-type', 'application/json');
    const chat = chat_id === 0 ? update.message?.chat.id : chat_id;
    response.end(JSON.stringify({ ...answer, ...(chat !== undefined && { chat_id: chat }) }));
  });
  await api.setWebhook(hook.url);
  const anna = control.createUser({ firstName: 'Anna' });
  for (const text of ['1', '2', '3', '4']) control.write(anna, text);
  await control.settled();
  expect(control.lastFromBot(anna)?.text).toBe('from the answer');
  expect((await api.getWebhookInfo()).url).toBe(hook.url);
  expect(control.calls('getMe')).toEqual([]);
  expect(hook.deliveries).toHaveLength(4);
});

test('410 kept up for 23 hours removes the webhook', async () => {
  const time = clock();
  const { api, control } = await stage({
    now: time.now,
    retryDelayMs: () => {
      time.pass(6 * 3_600_000);
      return 0;
    },
  });
  const hook = await webhook((_, response) => {
    response.statusCode = 410;
  });
  await api.setWebhook(hook.url);
  control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await expect.poll(async () => (await api.getWebhookInfo()).url).toBe('');
});

test('one update can be posted a hundred times, twenty at once', async () => {
  const { api, control } = await stage();
  const hook = await webhook();
  await api.setWebhook(hook.url);
  const { updateId = 0 } = control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await control.settled();
  const statuses = await control.redeliver(updateId, 100, { parallel: 20 });
  expect(statuses).toEqual(Array(100).fill(200));
  expect(new Set(hook.deliveries.map(({ update }) => update.update_id))).toEqual(new Set([updateId]));
  expect(hook.deliveries).toHaveLength(101);
  expect(hook.mostOpen()).toBeLessThanOrEqual(20);
});

test('what was not delivered waits for the next webhook or poll', async () => {
  const { api, control } = await stage({ retryDelayMs: () => 60_000 });
  const hook = await webhook((_, response) => {
    response.statusCode = 503;
  });
  await api.setWebhook(hook.url);
  control.write(control.createUser({ firstName: 'Anna' }), 'hi');
  await control.waitFor(() => hook.deliveries.length === 1);
  await api.deleteWebhook();
  expect(await api.getUpdates()).toHaveLength(1);
});
