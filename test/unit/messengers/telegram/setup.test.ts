import { describe, expect, it } from 'vitest';
import { createTelegram } from '../../../../src/messengers/telegram/index.ts';
import { botApiServer, fails, type Says } from './bot-api-server.ts';

const token = '7001002003:AAsecret-of_the_bot';
const webhookSecret = 'secret-of_the-webhook';
const never = new AbortController().signal;
const done: Says = { ok: true, result: true };
const me: Says = {
  ok: true,
  result: { id: 7001002003, is_bot: true, first_name: 'C', username: 'castellan_bot' },
};

async function telegramAt(...answers: readonly Says[]) {
  let turn = 0;
  const server = await botApiServer(() => answers[Math.min(turn++, answers.length - 1)] ?? done);
  return { telegram: createTelegram({ token, apiRoot: server.root, webhookSecret }), asked: server.asked };
}

const messageOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return JSON.stringify(error, Object.getOwnPropertyNames(error));
};

describe('at the start', () => {
  it('the bot learns its name, which deep links carry', async () => {
    const { telegram } = await telegramAt(me);
    expect(() => telegram.deepLink('i_1')).toThrow();
    await telegram.init(never);
    expect(telegram.deepLink('i_1')).toBe('https://t.me/castellan_bot?start=i_1');
  });

  it('a refused token ends it, without telling the token', async () => {
    const { telegram, asked } = await telegramAt(fails(401, 'Unauthorized'));
    const message = await messageOf(telegram.init(never));
    expect(message).toContain('Unauthorized');
    expect(message).not.toContain('secret');
    expect(asked).toHaveLength(1);
  });

  it('a passing failure does not', async () => {
    const { telegram } = await telegramAt(
      fails(429, 'Too Many Requests', { retry_after: 0 }),
      fails(500, 'oops'),
      me,
    );
    await telegram.init(never);
    expect(telegram.deepLink('x')).toContain('castellan_bot');
  });

  it.each([
    [{ token: 'a/b' }],
    [{ token: 'a b' }],
    [{ webhookSecret: '' }],
    [{ webhookSecret: 'secret with spaces' }],
    [{ webhookSecret: 'x'.repeat(257) }],
  ])('settings that no request could carry are refused: %j', (wrong) => {
    const settings = { token, apiRoot: 'https://api.telegram.org', webhookSecret, ...wrong };
    expect(() => createTelegram(settings)).toThrow(/^telegram: /);
  });
});

describe('the webhook', () => {
  it('is set with the secret and the kinds of update that are read', async () => {
    const { telegram, asked } = await telegramAt(fails(429, 'Too Many Requests', { retry_after: 0 }), done);
    await telegram.registerWebhook('https://castellan.example/webhooks/telegram', never);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({
      method: 'setWebhook',
      params: {
        url: 'https://castellan.example/webhooks/telegram',
        secret_token: webhookSecret,
        allowed_updates: ['message', 'callback_query', 'my_chat_member'],
        max_connections: 100,
      },
    });
  });

  it('refused, tells why but not the secret', async () => {
    const { telegram } = await telegramAt(fails(400, 'Bad Request: bad webhook: HTTPS url must be provided'));
    const message = await messageOf(telegram.registerWebhook('http://x', never));
    expect(message).toContain('HTTPS');
    expect(message).not.toContain('secret');
  });

  it('is closed while there is no secret, unless that is wanted', () => {
    const settings = { token, apiRoot: 'http://127.0.0.1:1', webhookSecret: null };
    const request = { headers: {}, body: Buffer.from('{}') };
    expect(createTelegram(settings).receive(request)).toEqual({ kind: 'refused', status: 401 });
    expect(createTelegram({ ...settings, allowInsecure: true }).receive(request)).toMatchObject({
      kind: 'ignored',
    });
  });
});

it('menus are set for each scope and language', async () => {
  const { telegram, asked } = await telegramAt(done);
  const commands = [{ name: 'invite', description: 'Invite somebody' }];
  await telegram.registerMenus(
    [
      { scope: 'private', language: null, commands },
      { scope: 'group', language: 'ru', commands },
    ],
    never,
  );
  const list = [{ command: 'invite', description: 'Invite somebody' }];
  expect(asked.map((call) => [call.method, call.params])).toEqual([
    ['setMyCommands', { commands: list, scope: { type: 'all_private_chats' } }],
    ['setMyCommands', { commands: list, scope: { type: 'all_group_chats' }, language_code: 'ru' }],
  ]);
});
