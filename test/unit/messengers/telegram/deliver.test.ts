import { describe, expect, it } from 'vitest';
import { type Delivered, DeliveryError } from '../../../../src/chat/messenger.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { createTelegram } from '../../../../src/messengers/telegram/index.ts';
import { type Asked, botApiServer, fails, type Says } from './bot-api-server.ts';

const token = '7001002003:AAsecret-of_the_bot';
const never = new AbortController().signal;
const sent: Says = { ok: true, result: { message_id: 77, date: 1, chat: { id: 42 } } };

const screen = { text: ['Hello'], buttons: [[{ kind: 'press', label: 'Accept', payload: 'p' }]] } as const;
const to = { chatId: '-42', topic: '5' };
const message: Reply = { kind: 'send', to, screen, replyTo: '9' };
const edit: Reply = { kind: 'edit', to, messageId: '7', screen };
const toast: Reply = { kind: 'toast', pressId: 'q', chatId: '-42', text: 'Done', alert: false };

/** Delivers one reply to a server that answers in turn (the last answer for good). */
async function deliver(reply: Reply, ...answers: readonly Says[]) {
  let turn = 0;
  const server = await botApiServer(() => answers[Math.min(turn++, answers.length - 1)] ?? sent);
  const telegram = createTelegram({ token, apiRoot: server.root, webhookSecret: null });
  const [outgoing] = telegram.render(reply);
  if (outgoing === undefined) throw new Error('nothing to deliver');
  const outcome: Delivered | DeliveryError = await telegram
    .deliver(outgoing, never)
    .catch((error: unknown) => {
      if (error instanceof DeliveryError) return error;
      throw error;
    });
  return { outcome, asked: server.asked };
}

const failure = async (reply: Reply, ...answers: readonly Says[]) => {
  const { outcome } = await deliver(reply, ...answers);
  if (outcome instanceof DeliveryError) return outcome;
  throw new Error(`delivered as ${outcome.messageId}`);
};

const methods = (asked: readonly Asked[]) => asked.map((call) => call.method);

describe('a call that succeeds', () => {
  it('goes to the method of the token, with ids as numbers, and tells the message', async () => {
    const { outcome, asked } = await deliver(message, sent);
    expect(outcome).toEqual({ messageId: '77' });
    expect(asked[0]).toMatchObject({
      path: `/bot${token}/sendMessage`,
      params: { chat_id: -42, text: 'Hello', message_thread_id: 5, reply_parameters: { message_id: 9 } },
    });
  });

  it('may be a toast, which has no chat and no message', async () => {
    const { outcome, asked } = await deliver(toast, { ok: true, result: true });
    expect(outcome).toEqual({ messageId: null });
    expect(asked[0]?.params).toEqual({ callback_query_id: 'q', text: 'Done' });
  });

  it('works below a path of the root too', async () => {
    const server = await botApiServer(() => sent);
    const telegram = createTelegram({ token, apiRoot: `${server.root}/proxy/`, webhookSecret: null });
    for (const outgoing of telegram.render(message)) await telegram.deliver(outgoing, never);
    expect(server.asked[0]?.path).toBe(`/proxy/bot${token}/sendMessage`);
  });
});

it('fifty calls may share the signal that would stop them', async () => {
  const server = await botApiServer(() => sent);
  const telegram = createTelegram({ token, apiRoot: server.root, webhookSecret: null });
  const [outgoing] = telegram.render(message);
  if (outgoing === undefined) throw new Error('nothing to deliver');
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const shared = new AbortController().signal;
  await Promise.all(Array.from({ length: 50 }, () => telegram.deliver(outgoing, shared)));
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

describe('an edit', () => {
  it('that changes nothing is done', async () => {
    const same =
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    expect((await deliver(edit, fails(400, same))).outcome).toEqual({ messageId: '7' });
  });

  it.each([
    "Bad Request: message can't be edited",
    'Bad Request: message to edit not found',
    'Bad Request: there is no text in the message to edit',
  ])('refused with %j becomes a new message in the same topic', async (description) => {
    const { outcome, asked } = await deliver(edit, fails(400, description), sent);
    expect(outcome).toEqual({ messageId: '77' });
    expect(methods(asked)).toEqual(['editMessageText', 'sendMessage']);
    expect(asked[1]?.params).toMatchObject({ chat_id: -42, text: 'Hello', message_thread_id: 5 });
    expect(asked[1]?.params).not.toHaveProperty('message_id');
    expect(asked[1]?.params['reply_markup']).toEqual(asked[0]?.params['reply_markup']);
  });
});

describe('a message', () => {
  it('whose reply and whose topic are gone is sent without them', async () => {
    const { outcome, asked } = await deliver(
      message,
      fails(400, 'Bad Request: message to be replied not found'),
      fails(400, 'Bad Request: message thread not found'),
      sent,
    );
    expect(outcome).toEqual({ messageId: '77' });
    expect(asked.map(({ params }) => ['reply_parameters' in params, 'message_thread_id' in params])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  it('is not sent for ever to a server that says so again and again', async () => {
    const stubborn = fails(400, 'Bad Request: message thread not found');
    const { outcome, asked } = await deliver(message, stubborn);
    expect(outcome).toMatchObject({ reason: 'rejected' });
    expect(asked).toHaveLength(2);
  });
});

it('a toast that comes too late is done', async () => {
  const late = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  expect((await deliver(toast, fails(400, late))).outcome).toEqual({ messageId: null });
});

describe('a call that fails', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'unreachable'],
    [403, 'Forbidden: user is deactivated', 'unreachable'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'unreachable'],
    [400, 'Bad Request: chat not found', 'unreachable'],
    [400, 'Bad Request: PEER_ID_INVALID', 'unreachable'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'unreachable'],
    [400, "Bad Request: can't parse entities: …", 'rejected'],
    [400, 'Bad Request: message is too long', 'rejected'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'rejected'],
    [401, 'Unauthorized', 'failed'],
    [404, 'Not Found', 'failed'],
    [404, 'Not Found: method not found', 'rejected'],
    [403, 'Forbidden: by a gateway', 'failed'],
    [418, 'Something nobody knows', 'failed'],
    [409, 'Conflict: terminated by other getUpdates request', 'failed'],
    [500, 'Internal Server Error', 'failed'],
    [502, 'Bad Gateway', 'failed'],
  ] as const)('%i %s is %s', async (code, description, reason) => {
    expect(await failure(message, fails(code, description))).toMatchObject({ reason });
  });

  it('waits as long as it is told, by the body or by the header', async () => {
    const told = { retry_after: 7 };
    const busy = { reason: 'busy', retryAfterMs: 7000 };
    expect(await failure(message, fails(429, 'Too Many Requests: retry after 7', told))).toMatchObject(busy);
    const bare = fails(429, 'Too Many Requests');
    expect(await failure(message, { ...bare, headers: { 'Retry-After': '7' } } as Says)).toMatchObject(busy);
    expect(await failure(message, bare)).toMatchObject({ reason: 'busy', retryAfterMs: 1000 });
    const garbled: Says = (response) => response.writeHead(429, { 'retry-after': '7' }).end('slow down');
    expect(await failure(message, garbled)).toMatchObject(busy);
  });

  it('follows a group that moved', async () => {
    const moved = fails(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -10077,
    });
    expect(await failure(message, moved)).toMatchObject({ reason: 'moved', movedTo: '-10077' });
  });

  it.each<[string, Says]>([
    ['not JSON', (response) => response.end('<html>')],
    ['JSON of another kind', (response) => response.end('[]')],
    [
      'cut short',
      (response) =>
        response.writeHead(200, { 'content-length': '99' }).write('{"ok"', () => response.destroy()),
    ],
    ['hung up', (response) => response.destroy()],
    ['a redirect', (response) => response.writeHead(302, { location: '/' }).end()],
    ['a page of the proxy', (response) => response.writeHead(404).end('nginx')],
  ])('because the answer is %s may be tried again', async (_, says) => {
    expect(await failure(message, says)).toMatchObject({ reason: 'failed' });
  });

  it('because nobody listens may be tried again, and nothing tells the token', async () => {
    const telegram = createTelegram({ token, apiRoot: 'http://127.0.0.1:1', webhookSecret: null });
    const [outgoing] = telegram.render(message);
    const error: unknown = outgoing && (await telegram.deliver(outgoing, never).catch((reason) => reason));
    expect(error).toMatchObject({ name: 'DeliveryError', reason: 'failed' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
  });

  it('because it was aborted ends at once', async () => {
    const abort = new AbortController();
    const server = await botApiServer(() => {
      abort.abort();
      return () => undefined;
    });
    const telegram = createTelegram({ token, apiRoot: server.root, webhookSecret: null });
    const [outgoing] = telegram.render(message);
    await expect(outgoing && telegram.deliver(outgoing, abort.signal)).rejects.toMatchObject({
      reason: 'failed',
    });
  });

  it('because the body is not ours is dropped', async () => {
    const telegram = createTelegram({ token, apiRoot: 'http://127.0.0.1:1', webhookSecret: null });
    for (const body of [null, 'x', [], {}, { method: 'close', params: {} }]) {
      const delivery = telegram.deliver({ messenger: 'telegram', chatId: '1', body }, never);
      await expect(delivery).rejects.toMatchObject({ reason: 'rejected' });
    }
  });
});
