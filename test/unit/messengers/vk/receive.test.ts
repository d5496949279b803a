import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Received, WebhookRequest } from '../../../../src/chat/messenger.ts';
import { createVk } from '../../../../src/messengers/vk/index.ts';
import { mutated } from '../../../support/hostile.ts';
import { bot } from './bot.ts';

const secret = 'hook-secret';
const request = (body: unknown): WebhookRequest => ({
  headers: {},
  body: Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? '')),
});

/** Events as VK sends them, without the secret. */
const recorded = new URL('../../../fixtures/vk/', import.meta.url);
const events = readdirSync(recorded).map(
  (file): Record<string, unknown> => JSON.parse(readFileSync(new URL(file, recorded), 'utf8')),
);

const permission = {
  type: 'message_deny',
  group_id: 220_000_001,
  event_id: 'e1',
  v: '5.199',
  object: { user_id: 5 },
};

async function receive(body: unknown): Promise<Received> {
  const { vk } = await bot();
  return vk.receive(request(body));
}

describe('the secret', () => {
  it.each([
    ['missing', {}],
    ['empty', { secret: '' }],
    ['wrong, of the same length', { secret: 'hook-secreT' }],
    ['a beginning', { secret: 'hook-secre' }],
    ['longer', { secret: 'hook-secretx' }],
    ['no text', { secret: ['hook-secret'] }],
    ['of other letters', { secret: 'ж'.repeat(11) }],
  ])('%s is refused', async (_, given) => {
    expect(await receive({ ...permission, ...given })).toEqual({ kind: 'refused', status: 401 });
  });

  it('of our own opens, and `ok` is all that is answered', async () => {
    expect(await receive({ ...permission, secret })).toMatchObject({
      kind: 'update',
      update: { id: 'e1', event: { kind: 'reachability', reachable: false } },
      ack: { status: 200, contentType: 'text/plain', body: 'ok' },
    });
  });

  it("does not open what is another community's", async () => {
    const foreign = { ...permission, group_id: 1, secret };
    expect(await receive(foreign)).toEqual({ kind: 'refused', status: 400 });
  });

  it('must be set, or nothing is taken', async () => {
    const closed = createVk({
      token: 't',
      groupId: 220_000_001,
      apiRoot: 'http://127.0.0.1:1/method',
      secret: null,
      confirmation: null,
      installation: '',
    });
    expect(await closed.receive(request(permission))).toEqual({ kind: 'refused', status: 401 });
  });
});

describe('the confirmation', () => {
  const asked = { type: 'confirmation', group_id: 220_000_001 };

  it('is told with our secret, and before one is set', async () => {
    const told = { kind: 'ignored', ack: { status: 200, contentType: 'text/plain', body: 'c0nf1rm' } };
    expect(await receive(asked)).toEqual(told);
    expect(await receive({ ...asked, secret })).toEqual(told);
  });

  it('is told to nobody with a wrong one, and for no other community', async () => {
    expect(await receive({ ...asked, secret: 'wrong' })).toMatchObject({ kind: 'refused', status: 401 });
    expect(await receive({ ...asked, group_id: 2 })).toMatchObject({ kind: 'refused', status: 400 });
  });
});

describe('the body', () => {
  it.each(['', '{', 'null x', '\u0000'])('%j is no JSON', async (body) => {
    expect(await receive(body)).toMatchObject({ kind: 'refused', status: 400 });
  });

  it.each([null, [], 5, 'x', {}])('%j is nothing of VK', async (body) => {
    expect(await receive(JSON.stringify(body))).toMatchObject({ kind: 'refused', status: 401 });
  });

  it('of another kind is acknowledged, or it would come again', async () => {
    for (const type of ['wall_post_new', 'message_typing_state', 'message_reply', 'x'])
      expect(await receive({ ...permission, type, secret })).toMatchObject({
        kind: 'ignored',
        ack: { body: 'ok' },
      });
  });

  it('without an event id is known again by its content', async () => {
    const { event_id: _, ...nameless } = permission;
    const { vk } = await bot();
    const ids = [];
    for (let n = 0; n < 2; n++) {
      const received = await vk.receive(request({ ...nameless, secret }));
      if (received.kind === 'update') ids.push(received.update.id);
    }
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });
});

it('whoever wrote is not guessed when VK cannot tell: the event is to come again', async () => {
  const { vk, control } = await bot();
  control.inject({ method: 'users.get', error: { code: 10 } });
  const first = vk.receive(request({ ...permission, secret }));
  await expect(first).rejects.toThrow('users.get');
  expect(await vk.receive(request({ ...permission, secret }))).toMatchObject({ kind: 'update' });
  // What VK will never tell leaves the number.
  control.inject({ method: 'users.get', error: { code: 15 } });
  const other = { ...permission, object: { user_id: 6 }, secret };
  expect(await vk.receive(request(other))).toMatchObject({ update: { sender: { name: 'id6' } } });
});

it('no event, however mutated, is more than refused', async () => {
  const { vk } = await bot();
  const hostile = fc.oneof(
    ...events.map((event) => mutated({ ...event, secret })),
    ...events.map((event) => mutated(event['object']).map((object) => ({ ...event, object, secret }))),
  );
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(hostile, async (body) => {
      const received = await vk.receive(request(body));
      if (received.kind !== 'update') return;
      taken++;
      const { sender, chat, event } = received.update;
      expect(sender.accountId).toMatch(/^[1-9]\d*$/);
      expect(chat.id).toMatch(/^[1-9]\d*$/);
      expect(JSON.stringify(event)).not.toContain('\\u0000');
      if (event.kind === 'message')
        for (const { offset, length } of event.mentions)
          expect(offset + length).toBeLessThanOrEqual(event.text.length);
    }),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(200);
});
