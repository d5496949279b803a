import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeliveryError, type Outgoing } from '../../../../src/chat/messenger.ts';
import type { Reply, Screen } from '../../../../src/chat/reply.ts';
import { createVk } from '../../../../src/messengers/vk/index.ts';
import { bot, never } from './bot.ts';

const accept = { kind: 'press', label: 'Accept', payload: 'p' } as const;
const screen: Screen = { text: ['Hello'], buttons: [[accept]] };

const send = (chatId: number, shown: Screen = screen): Reply => ({
  kind: 'send',
  to: { chatId: String(chatId), topic: null },
  screen: shown,
});

const only = (calls: readonly Outgoing[]): Outgoing => {
  const [call] = calls;
  if (!call || calls.length !== 1) throw new Error(`${calls.length} calls`);
  return call;
};

/** Why a delivery failed. */
async function failure(made: Promise<unknown>): Promise<DeliveryError> {
  const error = await made.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DeliveryError) return error;
  throw new Error(`not refused: ${error}`);
}

describe('a message', () => {
  it('is named by its number in the chat, with which it is edited', async () => {
    const { control, say } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const [id] = await say(send(anna.id));
    await say({
      kind: 'edit',
      to: { chatId: String(anna.id), topic: null },
      messageId: id ?? '',
      screen: { text: ['Done'], buttons: [] },
    });
    expect(control.messages(anna)).toMatchObject([{ text: 'Done', buttons: [], edits: 1 }]);
  });

  it('whose answer is lost is one message, however often it is tried', async () => {
    const { control, vk } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const call = { ...only(vk.render(send(anna.id))), id: '7001' };
    control.inject({ method: 'messages.send', error: 'drop', applied: true });
    expect((await failure(vk.deliver(call, never))).reason).toBe('failed');
    const again = await vk.deliver(call, never);
    expect(await vk.deliver(call, never)).toEqual(again);
    expect(control.messages(anna)).toHaveLength(1);
    await vk.deliver({ ...call, id: '7002' }, never);
    expect(control.messages(anna)).toHaveLength(2);
    const ids = control.calls('messages.send').map(({ params }) => Number(params['random_id']));
    expect(new Set(ids).size).toBe(2);
    for (const one of ids) expect(one).toBeGreaterThan(0);
    for (const one of ids) expect(one).toBeLessThan(2 ** 31);
  });

  it('to somebody who has not allowed it is refused inside an answer that is no error', async () => {
    const { control, say } = await bot();
    const boris = control.createUser({ firstName: 'Boris' });
    expect((await failure(say(send(boris.id)))).reason).toBe('unreachable');
    control.allow(boris);
    expect(await say(send(boris.id))).toEqual(['1']);
    control.deny(boris);
    expect((await failure(say(send(boris.id)))).reason).toBe('unreachable');
  });

  it('answers another in a group, or none where that one is gone', async () => {
    const { control, say } = await bot();
    const anna = control.createUser({ firstName: 'Anna' });
    const group = control.createGroup({ title: 'Team', members: [anna] });
    control.addBot(group);
    const asked = control.write(anna, '/members', { chat: group });
    await say({ ...send(group.id), kind: 'send', replyTo: String(asked.id) } as Reply);
    await say({ ...send(group.id), kind: 'send', replyTo: '999' } as Reply);
    const [first, second] = control.messages(group).filter(({ fromBot }) => fromBot);
    expect(first?.replyTo).toBe(asked.id);
    expect(second?.replyTo).toBeUndefined();
    control.removeBot(group);
    expect((await failure(say(send(group.id)))).reason).toBe('unreachable');
  });

  it('carries a picture or a file', async () => {
    const { control, vk } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const bytes = Buffer.from('bytes of a picture');
    for (const contentType of ['image/png', 'text/csv'] as const) {
      const attachment = { id: `a-${contentType}`, name: 'roles.png', contentType, bytes };
      const call = only(vk.render(send(anna.id, { ...screen, attachments: [attachment] })));
      expect((await failure(vk.deliver(call, never))).reason).toBe('rejected');
      await vk.deliver(call, never, attachment);
    }
    const shown = control.messages(anna);
    expect(shown).toMatchObject([
      { text: 'Hello', attachments: [expect.stringMatching(/^photo-\d+_\d+/)] },
      { text: 'Hello', attachments: [expect.stringMatching(/^doc-\d+_\d+/)] },
    ]);
    for (const { attachments } of shown)
      expect(Buffer.from(control.file(attachments[0] ?? '')?.bytes ?? [])).toEqual(bytes);
  });
});

it('a picture that VK does not take costs no word', async () => {
  const warnings: string[] = [];
  const { control, vk } = await bot({ warn: (message) => warnings.push(message) });
  const anna = control.createUser({ firstName: 'Anna', started: true });
  const attachment = {
    id: 'a',
    name: 'roles.png',
    contentType: 'image/png',
    bytes: Buffer.from('x'),
  } as const;
  const call = only(vk.render(send(anna.id, { ...screen, attachments: [attachment] })));
  control.inject({ method: 'photos.getMessagesUploadServer', error: { code: 15, message: 'Access denied' } });
  await vk.deliver(call, never, attachment);
  expect(control.messages(anna)).toMatchObject([{ text: 'Hello', attachments: [] }]);
  expect(warnings).toEqual([expect.stringContaining('15')]);
});

describe('an edit that is refused', () => {
  it('because the message is too old, or gone, becomes a new message', async () => {
    let passed = 0;
    const { control, say } = await bot({ now: () => new Date(Date.now() + passed), editMs: 1000 });
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const [id = ''] = await say(send(anna.id));
    passed = 2000;
    const to = { chatId: String(anna.id), topic: null };
    const again: Reply = { kind: 'edit', to, messageId: id ?? '', screen };
    expect(await say(again)).toEqual(['2']);
    expect(await say({ ...again, messageId: '77' })).toEqual(['3']);
    expect(control.messages(anna).map(({ edits }) => edits)).toEqual([0, 0, 0]);
  });
});

describe('an answer to a press', () => {
  it('is a snackbar, or a message where it is too long for one', async () => {
    const { control, vk, say } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    await say(send(anna.id));
    const shown = control.lastFromBot(anna);
    if (!shown) throw new Error('no message');
    const pressIds: string[] = [];
    const abort = new AbortController();
    const polling = vk.poll(async ({ event }) => {
      if (event.kind === 'press') pressIds.push(event.pressId);
    }, abort.signal);
    await control.waitFor(() => control.calls('groups.getLongPollServer').length > 0);
    const long = 'This sentence goes on and on. '.repeat(6).trim();
    for (const text of ['Saved', long, '']) {
      const { answered } = control.press(anna, shown, 'Accept');
      await control.settled();
      await say({
        kind: 'toast',
        pressId: pressIds.at(-1) ?? '',
        chatId: String(anna.id),
        text,
        alert: false,
      });
      await answered();
    }
    abort.abort();
    await polling;
    expect(control.toasts(anna).map(({ text }) => text)).toEqual(['Saved']);
    expect(control.messages(anna).map(({ text }) => text)).toEqual(['Hello', long]);
  });

  it('in a group tells a long text to the presser alone, and its beginning at once', () => {
    const calls = createVk({
      token: 't',
      groupId: 1,
      apiRoot: 'http://127.0.0.1:1/method',
      secret: null,
      confirmation: null,
      installation: '',
    }).render({ kind: 'toast', pressId: '5:e', chatId: '2000000001', text: 'x'.repeat(120), alert: true });
    expect(calls.map(({ chatId }) => chatId)).toEqual(['press 5:e', '5']);
    expect(JSON.stringify(calls[0])).toContain(`${'x'.repeat(89)}…`);
    expect(JSON.stringify(calls[1])).toContain('x'.repeat(120));
  });

  it('that comes too late, or twice, is done', async () => {
    const { say, control } = await bot();
    const late: Reply = { kind: 'toast', pressId: '5:gone', chatId: '5', text: 'Late', alert: false };
    expect(await say(late)).toEqual([null]);
    control.inject({ method: 'messages.sendMessageEventAnswer', error: { code: 10 } });
    expect((await failure(say(late))).reason).toBe('failed');
  });
});

describe('a call that fails', () => {
  it.each([
    [6, 'busy'],
    [1, 'failed'],
    [5, 'failed'],
    [15, 'failed'],
    [77_777, 'failed'],
    [9, 'failed'],
    [10, 'failed'],
    [14, 'failed'],
    [29, 'failed'],
    [7, 'unreachable'],
    [18, 'unreachable'],
    [900, 'unreachable'],
    [902, 'unreachable'],
    [917, 'unreachable'],
    [911, 'rejected'],
    [914, 'rejected'],
  ] as const)('with %i is %s', async (code, reason) => {
    const { control, say } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    control.inject({ method: 'messages.send', error: { code } });
    const error = await failure(say(send(anna.id)));
    expect(error.reason).toBe(reason);
    expect(error.retryAfterMs).toBe(reason === 'busy' ? 1000 : null);
    // One call, one try: waiting is the sender's, which keeps the row meanwhile.
    expect(control.calls('messages.send')).toHaveLength(1);
  });

  it.each([
    ['not JSON', '<html>'],
    ['JSON of another kind', '[]'],
    ['empty', ''],
  ])('because the answer is %s may be tried again, and nothing tells the token', async (_, body) => {
    const server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const vk = createVk({
      token: 'vk1.secret',
      groupId: 1,
      apiRoot: `http://127.0.0.1:${port}/method`,
      secret: null,
      confirmation: null,
      installation: '',
    });
    const error = await failure(vk.deliver(only(vk.render(send(5))), never));
    expect(error.reason).toBe('failed');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret');
  });

  it('because it was aborted ends at once', async () => {
    const { control, vk } = await bot();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    control.inject({ method: 'messages.send', error: 'timeout' });
    const abort = new AbortController();
    const made = vk.deliver(only(vk.render(send(anna.id))), abort.signal);
    abort.abort();
    expect((await failure(made)).reason).toBe('failed');
  });

  it('because the body is not ours is dropped', async () => {
    const { vk } = await bot();
    for (const body of [null, 'x', [], {}, { method: 'messages.delete', params: {} }]) {
      const delivery = vk.deliver({ messenger: 'vk', chatId: '1', body }, never);
      expect((await failure(delivery)).reason).toBe('rejected');
    }
  });
});

it('twenty calls a second pass at most, so that VK need not refuse any', async () => {
  const emulated = await bot({ callsPerSecond: 20 });
  const { control, apiRoot, group } = emulated;
  const anna = control.createUser({ firstName: 'Anna', started: true });
  const paced = createVk({
    token: group.token,
    groupId: group.id,
    apiRoot,
    secret: null,
    confirmation: null,
    installation: 'paced',
  });
  const calls = Array.from({ length: 25 }, (_, n) => ({
    ...only(paced.render(send(anna.id))),
    id: String(n),
  }));
  await Promise.all(calls.map((call) => paced.deliver(call, never)));
  expect(control.messages(anna)).toHaveLength(25);
});
