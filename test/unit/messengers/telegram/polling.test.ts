import { describe, expect, it } from 'vitest';
import type { Update } from '../../../../src/chat/update.ts';
import { createTelegram } from '../../../../src/messengers/telegram/index.ts';
import { type Asked, botApiServer, fails, type Says } from './bot-api-server.ts';

const token = '7001002003:AAsecret-of_the_bot';

const says = (id: number, text: string, person = 1, chat = person) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    text,
    chat: { id: chat, type: chat < 0 ? 'group' : 'private' },
    from: { id: person, is_bot: false, first_name: `P${person}` },
  },
});

/** A queue of updates as getUpdates serves it: everything below the offset is forgotten. */
async function queueOf(...waiting: { update_id: number }[]) {
  let wake: () => void = () => undefined;
  const confirmed: number[] = [];
  const answer = async ({ method, params }: Asked): Promise<Says> => {
    if (method !== 'getUpdates') return { ok: true, result: true };
    const offset = Number(params['offset']);
    while (waiting[0] !== undefined && waiting[0].update_id < offset)
      confirmed.push(waiting.shift()?.update_id ?? 0);
    if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return { ok: true, result: waiting.slice(0, 100) };
  };
  const server = await botApiServer(answer);
  const add = (update: { update_id: number }) => {
    waiting.push(update);
    wake();
  };
  return { ...server, confirmed, add };
}

/** Polls until `enough` says so; gives what was handled, in order of completion. */
async function pollAt(
  root: string,
  handle: (update: Update, stop: () => void) => Promise<void> | void,
  warnings: string[] = [],
) {
  const telegram = createTelegram({
    token,
    apiRoot: root,
    webhookSecret: null,
    warn: (message) => warnings.push(message),
  });
  const abort = new AbortController();
  await telegram.poll(async (update) => handle(update, () => abort.abort()), abort.signal);
}

const textOf = (update: Update) => (update.event.kind === 'message' ? update.event.text : update.event.kind);

describe('polling', () => {
  it('takes the webhook away first, keeping what waits', async () => {
    const queue = await queueOf(says(10, 'hello'));
    await pollAt(queue.root, (_, stop) => stop());
    expect(queue.asked.map((asked) => asked.method)).toEqual(['deleteWebhook', 'getUpdates']);
    expect(queue.asked[0]?.params).toEqual({ drop_pending_updates: false });
    expect(queue.asked[1]?.params).toMatchObject({
      timeout: 50,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
  });

  it('confirms updates once they are handled, others not for us with them', async () => {
    const queue = await queueOf(says(10, 'one'), { update_id: 11 }, says(12, 'two'));
    const handled: string[] = [];
    await pollAt(queue.root, (update, stop) => {
      handled.push(textOf(update));
      if (update.id === '12') queue.add(says(13, 'last'));
      if (update.id === '13') stop();
    });
    expect(handled).toEqual(['one', 'two', 'last']);
    expect(queue.confirmed).toEqual([10, 11, 12]);
  });

  it('never confirms one that failed, hands it in again, and lets others pass but not its own chat', async () => {
    const queue = await queueOf(says(10, 'bad', 1), says(11, 'after', 1), says(12, 'other', 2));
    const handled: string[] = [];
    let failures = 0;
    await pollAt(queue.root, (update, stop) => {
      if (textOf(update) === 'bad' && failures++ < 2) {
        expect(queue.confirmed).toEqual([]);
        throw new Error('the store is away');
      }
      handled.push(textOf(update));
      if (update.id === '11') stop();
    });
    expect(handled).toEqual(['other', 'bad', 'after']);
    expect(queue.confirmed).toEqual([]);
  });

  it('fetches what is new while one update is slow, and does not take the slow one twice', async () => {
    const queue = await queueOf(says(10, 'slow', 1), says(11, 'quick', 2));
    const handled: string[] = [];
    let release: () => void = () => undefined;
    await pollAt(queue.root, async (update, stop) => {
      if (update.id === '10') await new Promise<void>((resolve) => (release = resolve));
      if (update.id === '11') queue.add(says(12, 'new', 3));
      if (update.id === '12') release();
      handled.push(textOf(update));
      if (update.id === '10') stop();
    });
    expect(handled).toEqual(['quick', 'new', 'slow']);
    expect(queue.confirmed).toEqual([]);
  });

  it('keeps the order within a chat and within a person', async () => {
    const queue = await queueOf(says(1, 'a', 1), says(2, 'b', 1, -9), says(3, 'c', 2, -9), says(4, 'd', 3));
    const began: string[] = [];
    const ended: string[] = [];
    await pollAt(queue.root, async (update, stop) => {
      began.push(textOf(update));
      // The independent one ends first, whatever the others wait for.
      for (let turn = 0; turn < 5 && textOf(update) !== 'd'; turn++) await new Promise(setImmediate);
      ended.push(textOf(update));
      if (textOf(update) === 'c') stop();
    });
    expect(began.slice(0, 2)).toEqual(['a', 'd']);
    expect(ended).toEqual(['d', 'a', 'b', 'c']);
  });

  it('stops at once, but ends what is in hand', async () => {
    const queue = await queueOf(says(10, 'hello'));
    let ended = false;
    await pollAt(queue.root, async (_, stop) => {
      stop();
      await new Promise(setImmediate);
      ended = true;
    });
    expect(ended).toBe(true);
  });

  it('stops at once while it waits for updates', async () => {
    const queue = await queueOf();
    const abort = new AbortController();
    const telegram = createTelegram({ token, apiRoot: queue.root, webhookSecret: null });
    const polling = telegram.poll(async () => undefined, abort.signal);
    while (queue.asked.length < 2) await new Promise(setImmediate);
    const began = performance.now();
    abort.abort();
    await polling;
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('when asking fails', () => {
  it('a refused token ends it', async () => {
    const server = await botApiServer(({ method }) =>
      method === 'getUpdates' ? fails(401, 'Unauthorized') : { ok: true, result: true },
    );
    await expect(pollAt(server.root, () => undefined)).rejects.toThrow(/Unauthorized/);
  });

  it('anything else is told and tried again', async () => {
    const troubles: Says[] = [
      fails(429, 'Too Many Requests', { retry_after: 0 }),
      fails(500, 'Internal Server Error'),
      (response) => response.end('<html>'),
    ];
    const server = await botApiServer(({ method }) =>
      method === 'getUpdates'
        ? (troubles.shift() ?? { ok: true, result: [says(10, 'hello')] })
        : { ok: true, result: true },
    );
    const warnings: string[] = [];
    await pollAt(server.root, (_, stop) => stop(), warnings);
    expect(warnings).toHaveLength(3);
    expect(warnings.join()).not.toContain('secret');
  });

  it('a webhook that somebody set is taken away again', async () => {
    const active =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    let deleted = 0;
    const server = await botApiServer(({ method }) => {
      if (method === 'deleteWebhook') return { ok: true, result: ++deleted > 0 };
      return deleted < 2 ? fails(409, active) : { ok: true, result: [says(10, 'hello')] };
    });
    const warnings: string[] = [];
    await pollAt(server.root, (_, stop) => stop(), warnings);
    expect(deleted).toBe(2);
    expect(warnings).toHaveLength(1);
  });
});
