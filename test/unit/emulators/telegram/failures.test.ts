import { expect, test } from 'vitest';
import { raw, refusal, type Stage, stage } from '../support/telegram.ts';

async function withAnna(): Promise<Stage & { anna: number; texts: () => string[] }> {
  const emulator = await stage();
  const anna = emulator.control.createUser({ firstName: 'Anna' });
  emulator.control.write(anna, '/start');
  const texts = () => emulator.control.messages(anna).flatMap(({ fromBot, text }) => (fromBot ? [text] : []));
  return { ...emulator, anna: anna.id, texts };
}

test('429 tells how long to wait in the body and in the header', async () => {
  const emulator = await withAnna();
  emulator.control.inject({ method: 'sendMessage', error: { code: 429, retryAfter: 7 } });
  const { status, headers, body } = await raw(emulator, `sendMessage?chat_id=${emulator.anna}&text=x`);
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toBe('7');
  expect(body).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  await emulator.api.sendMessage(emulator.anna, 'now');
  expect(emulator.texts()).toEqual(['now']);
});

test('a failure hits the method and chat it is meant for, as often as asked', async () => {
  const { api, control, anna, texts } = await withAnna();
  control.inject({ method: 'sendMessage', chatId: anna, times: 2, error: { code: 500 } });
  await api.getMe();
  await api.sendChatAction(anna, 'typing');
  const other = control.createUser({ firstName: 'Boris' });
  control.openLink(other, '');
  await api.sendMessage(other.id, 'fine');
  for (let i = 0; i < 2; i++) {
    expect(await refusal(api.sendMessage(anna, 'x'))).toBe('500 Internal Server Error');
  }
  await api.sendMessage(anna, 'at last');
  expect(texts()).toEqual(['at last']);
});

test('an error can carry any text and a migration', async () => {
  const { api, control, anna } = await withAnna();
  control.inject({
    error: {
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      migrateToChatId: -100,
    },
  });
  await expect(api.sendMessage(anna, 'x')).rejects.toMatchObject({
    parameters: { migrate_to_chat_id: -100 },
  });
});

test.each([true, false])('a cut connection, the call applied: %s', async (applied) => {
  const { api, control, anna, texts } = await withAnna();
  control.inject({ method: 'sendMessage', applied, error: 'drop' });
  await expect(api.sendMessage(anna, 'x')).rejects.toThrow('Network request');
  expect(texts()).toEqual(applied ? ['x'] : []);
});

test('a call that is never answered still counts as made', async () => {
  const emulator = await withAnna();
  const { control, url, bot, anna } = emulator;
  control.inject({ error: 'timeout' });
  const hangUp = new AbortController();
  const call = fetch(`${url}/bot${bot.token}/sendMessage?chat_id=${anna}&text=x`, { signal: hangUp.signal });
  const outcome = call.then(
    () => 'answered',
    () => 'gave up',
  );
  await control.waitFor(() => control.calls('sendMessage').length === 1);
  hangUp.abort();
  expect(await outcome).toBe('gave up');
  expect(emulator.texts()).toEqual([]);
});

test('a late answer is an answer', async () => {
  const { api, control, anna, texts } = await withAnna();
  control.inject({ error: { delayMs: 10 } });
  await api.sendMessage(anna, 'x');
  expect(texts()).toEqual(['x']);
});

test('failures not used up can be called off', async () => {
  const { api, control, anna } = await withAnna();
  control.inject({ times: 100, error: { code: 502 } });
  expect(await refusal(api.sendMessage(anna, 'x'))).toBe('502 Bad Gateway');
  control.clearFailures();
  await api.sendMessage(anna, 'x');
});

test('the log keeps the newest calls with their parameters', async () => {
  const { api, control, anna } = await withAnna();
  await api.sendMessage(anna, 'x');
  await refusal(api.sendMessage(-1, 'y'));
  expect(control.calls('sendMessage').map(({ params }) => params)).toMatchObject([
    { chat_id: anna, text: 'x' },
    { chat_id: -1, text: 'y' },
  ]);
  const small = await stage({ keepCalls: 3 });
  for (let i = 0; i < 10; i++) await small.api.getChat(small.bot.id + i).catch(() => undefined);
  expect(small.control.calls().map(({ params }) => params.chat_id)).toEqual(
    [7, 8, 9].map((i) => small.bot.id + i),
  );
});
