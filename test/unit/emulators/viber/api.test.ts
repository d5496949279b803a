import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startViberEmulator, type ViberEmulator } from '../../../../dev/emulators/viber/emulator.ts';
import { parseLossless } from '../../../../src/messengers/viber/lossless-json.ts';

/** What a bot's webhook heard. */
interface Heard {
  readonly event: string;
  readonly body: Record<string, unknown>;
  readonly raw: string;
}

const HOUR_MS = 3_600_000;
let shift = 0;
let hook: Server;
let hookUrl: string;
let heard: Heard[] = [];
let answer: (heard: Heard) => { status: number; body?: string } = () => ({ status: 200 });
let viber: ViberEmulator;

beforeAll(async () => {
  hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const body = parseLossless(raw) as Record<string, unknown>;
      const one = { event: String(body['event']), body, raw };
      heard.push(one);
      const { status, body: text = '' } = answer(one);
      response.writeHead(status).end(text);
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  viber = await startViberEmulator({
    now: () => new Date(Date.now() + shift),
    retryDelayMs: () => 5,
    limits: { unansweredAnHour: 3 },
  });
});
afterAll(async () => {
  await viber.close();
  hook.closeAllConnections();
  hook.close();
});
beforeEach(async () => {
  answer = () => ({ status: 200 });
  viber.control.clearFailures();
  await call('set_webhook', { url: hookUrl, send_name: true });
  heard = [];
});

const call = async (method: string, body: unknown, token = viber.bot.token) => {
  const response = await fetch(`${viber.url}/${method}`, {
    method: 'POST',
    headers: { 'x-viber-auth-token': token },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  const raw = await response.text();
  const parsed = parseLossless(raw) as { status: number; message_token?: string };
  return { ...parsed, raw };
};
const sender = { name: 'Bot' };
const text = (receiver: string, more: object = {}) => ({
  receiver,
  type: 'text',
  text: 'Hello',
  sender,
  ...more,
});
const someone = (more: object = {}) =>
  viber.control.createUser({ name: 'Anna', subscribed: true, ...more }).id;
const button = (more: object = {}) => ({ ActionBody: 'x', Text: 'X', ...more });
const keyboard = (...buttons: object[]) => ({ keyboard: { Type: 'keyboard', Buttons: buttons } });

describe('errors come with HTTP 200 and a status', () => {
  test.each<[string, (user: string) => unknown, number]>([
    ['nobody of that id', () => text('nobody'), 5],
    ['no receiver', () => ({ type: 'text', text: 'x', sender }), 4],
    ['no sender', (user) => ({ receiver: user, type: 'text', text: 'x' }), 4],
    ['a name of 29 characters', (user) => text(user, { sender: { name: 'x'.repeat(29) } }), 3],
    ['a text of 7001 characters', (user) => text(user, { text: 'x'.repeat(7001) }), 3],
    ['no text', (user) => ({ receiver: user, type: 'text', sender }), 4],
    ['over 30 KB', (user) => text(user, { junk: 'x'.repeat(31_000) }), 3],
    ['an unknown type', (user) => text(user, { type: 'hologram' }), 3],
    ['a keyboard without a type', (user) => text(user, { keyboard: { Buttons: [button()] } }), 3],
    ['a button without a body', (user) => text(user, keyboard({ Text: 'X' })), 3],
    ['tracking data over 4000', (user) => text(user, { tracking_data: 'x'.repeat(4001) }), 3],
    ['a client too old', (user) => text(user, { min_api_version: 11 }), 13],
    ['no JSON', () => '{', 3],
  ])('%s', async (_what, body, status) => {
    expect((await call('send_message', body(someone()))).status).toBe(status);
  });

  test('a wrong token, and nobody who subscribed', async () => {
    expect((await call('send_message', text(someone()), 'wrong')).status).toBe(2);
    expect((await call('send_message', text(someone({ subscribed: false })))).status).toBe(6);
    expect((await call('get_user_details', {})).status).toBe(4);
    expect((await call('get_online', { ids: Array.from({ length: 101 }, () => 'x') })).status).toBe(3);
  });

  test('a webhook that does not answer 200, or is no address', async () => {
    answer = () => ({ status: 500 });
    expect((await call('set_webhook', { url: hookUrl })).status).toBe(1);
    expect((await call('set_webhook', { url: 'ftp://example.org' })).status).toBe(1);
    expect((await call('set_webhook', {})).status).toBe(4);
  });
});

describe('limits', () => {
  test('so many messages an hour to who does not answer; a word from them starts the count anew', async () => {
    const user = someone();
    for (let n = 0; n < 3; n++) expect((await call('send_message', text(user))).status).toBe(0);
    expect((await call('send_message', text(user))).status).toBe(12);
    viber.control.write(user, 'hi');
    expect((await call('send_message', text(user))).status).toBe(0);
    for (let n = 0; n < 2; n++) await call('send_message', text(user));
    expect((await call('send_message', text(user))).status).toBe(12);
    shift += HOUR_MS;
    expect((await call('send_message', text(user))).status).toBe(0);
  });

  test('details of a person twice in twelve hours', async () => {
    const id = someone();
    expect(await call('get_user_details', { id })).toMatchObject({ status: 0, user: { id, name: 'Anna' } });
    await call('get_user_details', { id });
    expect((await call('get_user_details', { id })).status).toBe(12);
    shift += 13 * HOUR_MS;
    expect((await call('get_user_details', { id })).status).toBe(0);
  });
});

describe('events', () => {
  test('carry tokens as raw numbers of 19 digits, and the answer to a message does, too', async () => {
    const user = someone();
    const sent = await call('send_message', text(user));
    expect(sent.raw).toMatch(/"message_token":\d{19}\}$/);
    viber.control.write(user, 'hi');
    await viber.control.settled();
    expect(heard.find(({ event }) => event === 'message')?.raw).toMatch(/"message_token":\d{19}\}$/);
    expect(heard.find(({ event }) => event === 'delivered')?.body['message_token']).toBe(sent.message_token);
  });

  test('show a placeholder for a name unless names were asked for', async () => {
    await call('set_webhook', { url: hookUrl });
    viber.control.write(someone(), 'hi');
    await viber.control.settled();
    expect(heard.at(-1)?.body['sender']).toMatchObject({ name: 'Subscriber' });
  });

  test('are only those asked for, but for messages and coming and going', async () => {
    await call('set_webhook', { url: hookUrl, event_types: [] });
    heard = [];
    const user = someone({ subscribed: false });
    viber.control.openLink(user, 'x');
    viber.control.subscribe(user);
    await call('send_message', text(user));
    viber.control.write(user, 'hi');
    viber.control.unsubscribe(user);
    await viber.control.settled();
    expect(heard.map(({ event }) => event)).toEqual(['subscribed', 'message', 'unsubscribed']);
  });

  test('are repeated until a 200 comes, for an hour', async () => {
    let failures = 3;
    answer = () => ({ status: failures-- > 0 ? 503 : 200 });
    viber.control.write(someone(), 'hi');
    await viber.control.settled();
    expect(heard).toHaveLength(4);
    expect(new Set(heard.map(({ raw }) => raw)).size).toBe(1);
    answer = () => {
      shift += 20 * 60_000;
      return { status: 500 };
    };
    heard = [];
    viber.control.write(someone(), 'hi');
    await viber.control.settled();
    expect(heard.length).toBeLessThanOrEqual(4);
  });
});

describe('a welcome', () => {
  const welcome = (body: unknown) => {
    answer = ({ event }) => ({
      status: 200,
      body: event === 'conversation_started' ? JSON.stringify(body) : '',
    });
  };

  test('is shown to somebody who has not subscribed, and does not subscribe them', async () => {
    const user = someone({ subscribed: false });
    welcome({ type: 'text', text: 'Welcome', sender });
    viber.control.openLink(user, 'from-afar');
    await viber.control.settled();
    expect(heard[0]?.body).toMatchObject({ context: 'from-afar', subscribed: false });
    expect(viber.control.lastFromBot(user)?.text).toBe('Welcome');
    expect((await call('send_message', text(user))).status).toBe(6);
  });

  test('without a sender, or anything but a message, is not shown', async () => {
    const user = someone({ subscribed: false });
    for (const body of [{ type: 'text', text: 'Welcome' }, {}, 'ok', null]) {
      welcome(body);
      viber.control.openLink(user, '');
      await viber.control.settled();
    }
    expect(viber.control.messages(user)).toEqual([]);
  });
});

describe('keyboards', () => {
  test.each<[string, object]>([
    ['too wide a button', keyboard(button({ Columns: 7 }))],
    ['too high a button', keyboard(button({ Rows: 3 }))],
    ['too long a label', keyboard(button({ Text: 'x'.repeat(251) }))],
    ['an unknown action', keyboard(button({ ActionType: 'explode' }))],
    ['thirteen rows', keyboard(...Array.from({ length: 13 }, () => button()))],
  ])('that a phone does not show fail after status 0: %s', async (_what, shown) => {
    const user = someone();
    const sent = await call('send_message', text(user, shown));
    expect(sent.status).toBe(0);
    await viber.control.settled();
    expect(heard).toMatchObject([{ event: 'failed', body: { message_token: sent.message_token } }]);
    expect(viber.control.messages(user)).toEqual([]);
  });

  test('the last one sent is shown, whatever comes after it; a press sends its body back', async () => {
    const user = someone();
    await call('send_message', text(user, keyboard(button({ Text: 'Old' }))));
    await call(
      'send_message',
      text(user, keyboard(button({ Text: 'New', ActionBody: 'pressed', Silent: true }))),
    );
    await call('send_message', text(user));
    expect(() => viber.control.press(user, null, 'Old')).toThrow('can be pressed');
    viber.control.press(user, null, 'New');
    await viber.control.settled();
    expect(heard.at(-1)?.body).toMatchObject({
      event: 'message',
      silent: true,
      message: { text: 'pressed' },
    });
  });

  test('a link sends its address back as a message, too, unless it is silent', async () => {
    const user = someone();
    const link = { ActionType: 'open-url', ActionBody: 'https://example.org' };
    await call(
      'send_message',
      text(user, keyboard(button({ ...link, Text: 'Loud' }), button({ ...link, Silent: true }))),
    );
    expect(viber.control.press(user, null, 'Loud')).toMatchObject({ opened: 'https://example.org' });
    expect(viber.control.messages(user).at(-1)?.text).toBe('https://example.org');
    expect(viber.control.press(user, null, 'X')).toEqual({ updateId: null, opened: 'https://example.org' });
  });
});
