import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startViberEmulator, type ViberEmulator } from '../../../../dev/emulators/viber/emulator.ts';
import { BotRefused, DeliveryError, type Messenger } from '../../../../src/chat/messenger.ts';
import type { Screen } from '../../../../src/chat/reply.ts';
import { createViber } from '../../../../src/messengers/viber/index.ts';

const { signal } = new AbortController();
let hook: Server;
let emulator: ViberEmulator;
let viber: Messenger;
let anna: string;

const connect = (apiRoot: string, options: { timeoutMs?: number; name?: string } = {}): Messenger =>
  createViber({
    token: emulator.bot.token,
    apiRoot,
    name: undefined,
    uri: undefined,
    publicUrl: 'https://bot.example.org',
    now: () => new Date(),
    ...options,
  });

beforeAll(async () => {
  hook = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  emulator = await startViberEmulator({ name: 'A bot whose name is as long as a sentence' });
  viber = connect(emulator.url);
  await viber.init(signal);
  await viber.registerWebhook(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`, signal);
});
afterAll(async () => {
  await emulator.close();
  hook.close();
});
beforeEach(() => {
  emulator.control.clearFailures();
  anna = emulator.control.createUser({ name: 'Anna', subscribed: true }).id;
});

const screen = (text: string, more: Partial<Screen> = {}): Screen => ({ text: [text], buttons: [], ...more });
const send = async (to: string, shown: Screen, through = viber): Promise<(string | null)[]> => {
  const ids: (string | null)[] = [];
  for (const outgoing of through.render({ kind: 'send', to: { chatId: to, topic: null }, screen: shown }))
    ids.push((await through.deliver(outgoing, signal)).messageId);
  return ids;
};
const reasonOf = (sending: Promise<unknown>): Promise<DeliveryError> =>
  sending.then(
    () => {
      throw new Error('it was sent');
    },
    (error: unknown) => {
      if (error instanceof DeliveryError) return error;
      throw error;
    },
  );

describe('set-up', () => {
  test('asks for names, and for the events that are read', () => {
    expect(emulator.control.calls('set_webhook').at(-1)?.params).toMatchObject({
      event_types: ['conversation_started', 'failed'],
      send_name: true,
    });
    expect(emulator.control.webhook()).toMatchObject({ sendName: true });
  });

  test('a refused token is told at once, without showing it', async () => {
    const wrong = createViber({
      token: 'wrong-token',
      apiRoot: emulator.url,
      name: undefined,
      uri: undefined,
      publicUrl: undefined,
      now: () => new Date(),
    });
    const error: unknown = await wrong.init(signal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BotRefused);
    expect(String(error)).toContain('status 2');
    expect(String(error)).not.toContain('wrong-token');
  });

  test('a webhook that does not answer is no webhook', async () => {
    const asked = emulator.control.calls('set_webhook').length;
    const patience = AbortSignal.timeout(200);
    await expect(viber.registerWebhook('http://127.0.0.1:9/', patience)).rejects.toThrow();
    expect(emulator.control.calls('set_webhook').length).toBeGreaterThan(asked);
    expect(emulator.control.webhook()?.url).not.toContain(':9/');
  });

  test('links name the bot as the account does', () => {
    expect(viber.deepLink('i_abc-DEF_1')).toBe('viber://pa?chatURI=castellanbot&context=i_abc-DEF_1');
  });
});

describe('a message', () => {
  test('arrives whole, under a name of at most 28 characters, with the token only in the header', async () => {
    const [id] = await send(
      anna,
      screen('Hello', { buttons: [[{ kind: 'press', label: 'Go', payload: 'p' }]] }),
    );
    expect(emulator.control.lastFromBot(anna)).toMatchObject({
      id,
      text: 'Hello',
      buttons: [[{ text: 'Go', action: 'reply', data: '\u2063\u2062p' }]],
    });
    expect(id).toMatch(/^\d{19}$/);
    const { params } = emulator.control.calls('send_message').at(-1) ?? {};
    expect(JSON.stringify(params)).not.toContain(emulator.bot.token);
    expect(params).toEqual({
      receiver: anna,
      sender: { name: 'A bot whose name is as long…' },
      type: 'text',
      text: 'Hello',
      keyboard: expect.anything(),
    });
  });

  test('of several parts keeps all of them, in order, buttons on the last', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => [
      { kind: 'press', label: `${n}`, payload: `p${n}` } as const,
    ]);
    await send(anna, screen('x'.repeat(9000), { buttons: rows }));
    const shown = emulator.control.messages(anna);
    expect(shown.map(({ type }) => type)).toEqual(['text', 'text', 'rich_media']);
    expect(shown.flatMap(({ buttons }) => buttons.flat()).map(({ text }) => text)).toEqual(
      rows.map((_, n) => `${n}`),
    );
    expect(emulator.control.press(anna, null, '0').opened).toBe(null);
    expect(emulator.control.messages(anna).at(-1)?.text).toBe('\u2063\u2062p0');
  });

  test('carries pictures and files by an address that Viber can fetch', async () => {
    const bytes = Buffer.from('abc');
    await send(
      anna,
      screen('Here', {
        attachments: [
          { id: 'pic', name: 'roles.png', contentType: 'image/png', bytes },
          { id: 'csv', name: 'audit.csv', contentType: 'text/csv', bytes },
        ],
      }),
    );
    expect(emulator.control.messages(anna).map(({ type, media, text }) => [type, media, text])).toEqual([
      ['picture', 'https://bot.example.org/files/pic.png', ''],
      ['file', 'https://bot.example.org/files/csv.csv', ''],
      ['text', null, 'Here'],
    ]);
  });

  test('asks for a phone number; the answer is a contact', async () => {
    await send(anna, screen('Who?', { ask: { kind: 'contact', label: 'My number' } }));
    emulator.control.press(anna, null, 'My number');
    expect(emulator.control.messages(anna).at(-1)).toMatchObject({ type: 'contact', fromBot: false });
  });

  test('to a client that is too old comes without what is too new', async () => {
    const old = emulator.control.createUser({ name: 'Old', subscribed: true, apiVersion: 1 }).id;
    const buttons = [[{ kind: 'press', label: 'Go', payload: 'p' } as const]];
    await send(old, screen('Who?', { buttons, ask: { kind: 'contact', label: 'My number' } }));
    expect(
      emulator.control
        .lastFromBot(old)
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['Go']);
  });
});

describe('what goes wrong', () => {
  test.each([
    [2, 'failed'],
    [3, 'rejected'],
    [4, 'rejected'],
    [5, 'unreachable'],
    [6, 'unreachable'],
    [7, 'failed'],
    [8, 'failed'],
    [9, 'failed'],
    [10, 'failed'],
    [11, 'unreachable'],
    [12, 'busy'],
    [13, 'rejected'],
    [14, 'rejected'],
    [21, 'unreachable'],
    [24, 'failed'],
    [99, 'failed'],
  ])('status %i is %s', async (status, reason) => {
    emulator.control.inject({ error: { status } });
    expect(await reasonOf(send(anna, screen('Hello')))).toMatchObject({ reason });
    expect(emulator.control.messages(anna)).toEqual([]);
  });

  test('somebody who has not written cannot be written to', async () => {
    const stranger = emulator.control.createUser({ name: 'Stranger' }).id;
    expect(await reasonOf(send(stranger, screen('Hello')))).toMatchObject({ reason: 'unreachable' });
    expect(await reasonOf(send('nobody', screen('Hello')))).toMatchObject({ reason: 'unreachable' });
  });

  test('a server that fails, is busy or cuts the line is met as such', async () => {
    emulator.control.inject({ error: { http: 503 } });
    expect(await reasonOf(send(anna, screen('1')))).toMatchObject({ reason: 'failed' });
    emulator.control.inject({ error: { http: 429, retryAfter: 7 } });
    expect(await reasonOf(send(anna, screen('2')))).toMatchObject({ reason: 'busy', retryAfterMs: 7000 });
    for (const http of [401, 403, 404]) {
      emulator.control.inject({ error: { http } });
      expect(await reasonOf(send(anna, screen('by a gateway')))).toMatchObject({ reason: 'failed' });
    }
    emulator.control.inject({ error: { http: 200, body: '' } });
    expect(await reasonOf(send(anna, screen('3')))).toMatchObject({ reason: 'failed' });
    emulator.control.inject({ error: { http: 200, body: '<html>' } });
    expect(await reasonOf(send(anna, screen('4')))).toMatchObject({ reason: 'failed' });
    emulator.control.inject({ error: 'drop' });
    expect(await reasonOf(send(anna, screen('5')))).toMatchObject({ reason: 'failed' });
    expect(await reasonOf(send(anna, screen('6'), connect('http://127.0.0.1:9/pa')))).toMatchObject({
      reason: 'failed',
    });
  });

  test('an answer that never comes ends at the time limit, and one under way at the signal', async () => {
    const impatient = connect(emulator.url, { timeoutMs: 50, name: 'Castellan' });
    emulator.control.inject({ error: 'timeout' });
    expect(await reasonOf(send(anna, screen('1'), impatient))).toMatchObject({ reason: 'failed' });
    emulator.control.inject({ error: 'timeout' });
    const stopping = new AbortController();
    const [outgoing] = viber.render({
      kind: 'send',
      to: { chatId: anna, topic: null },
      screen: screen('2'),
    });
    if (!outgoing) throw new Error('nothing was rendered');
    const sending = reasonOf(viber.deliver(outgoing, stopping.signal));
    stopping.abort();
    expect(await sending).toMatchObject({ reason: 'failed' });
  });

  test('what another messenger rendered is rejected', async () => {
    const foreign = { messenger: 'viber', chatId: anna, body: { method: 'sendMessage' } } as const;
    expect(await reasonOf(viber.deliver(foreign, signal))).toMatchObject({ reason: 'rejected' });
  });
});
