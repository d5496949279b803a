import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callbackServer, vkStage } from '../support/vk.ts';

const sessionSchema = z.object({ server: z.string(), key: z.string(), ts: z.string() });

describe('the Callback API', () => {
  const connect = async (
    reply?: Parameters<typeof callbackServer>[0],
    options: Parameters<typeof vkStage>[0] = {},
  ) => {
    const staged = await vkStage({ retryDelayMs: () => 5, ...options });
    const server = await callbackServer(reply);
    await staged.control.setCallbackServer({ url: server.url, secret: 's3cret', confirmation: 'c0nf1rm' });
    return { ...staged, ...server, anna: staged.control.createUser({ firstName: 'Anna' }) };
  };

  it('sends nothing to an address that does not answer the confirmation string', async () => {
    const { control } = await vkStage();
    const { url } = await callbackServer();
    await expect(control.setCallbackServer({ url, confirmation: 'other' })).rejects.toThrow('c0nf1rm');
  });

  it('posts each event with the secret, its id and its community', async () => {
    const { control, deliveries, anna, group } = await connect();
    const { eventId } = control.write(anna, 'Hi');
    await control.settled();
    expect(deliveries).toMatchObject([
      {
        event: { type: 'message_new', group_id: group.id, event_id: eventId, secret: 's3cret', v: '5.199' },
      },
    ]);
    expect(deliveries[0]?.headers['x-retry-counter']).toBeUndefined();
  });

  it('repeats it with a counter until the answer is exactly ok; others do not wait', async () => {
    const answers = ['', 'OK', '"ok"', 'ok'];
    let turn = 0;
    const { control, deliveries, anna } = await connect(({ event }, response) => {
      const slow = JSON.stringify(event).includes('slow');
      response.end(slow ? answers[turn++] : 'ok');
    });
    const boris = control.createUser({ firstName: 'Boris' });
    control.write(anna, 'slow');
    control.write(anna, 'after');
    control.write(boris, 'aside');
    await control.settled();
    const of = (word: string) => deliveries.filter(({ event }) => JSON.stringify(event).includes(word));
    expect(of('slow').map(({ headers }) => headers['x-retry-counter'])).toEqual([undefined, '1', '2', '3']);
    expect(new Set(of('slow').map(({ event }) => event['event_id'])).size).toBe(1);
    expect(deliveries.indexOf(of('after')[0] ?? fail())).toBeGreaterThan(
      deliveries.indexOf(of('slow').at(-1) ?? fail()),
    );
    expect(deliveries.indexOf(of('aside')[0] ?? fail())).toBeLessThan(
      deliveries.indexOf(of('slow').at(-1) ?? fail()),
    );
  });

  it('gives an event up after so many deliveries, and is removed by asking so', async () => {
    const { control, deliveries, anna } = await connect((_, response) => void response.writeHead(500).end(), {
      deliveries: 3,
    });
    control.write(anna, 'Hi');
    await control.settled();
    expect(deliveries).toHaveLength(3);
    const removed = await connect((_, response) => void response.end('remove'));
    removed.control.write(removed.anna, 'Hi');
    await removed.control.waitFor(() => removed.deliveries.length === 1);
    removed.control.write(removed.anna, 'Hi again');
    expect(removed.control.eventsPending()).toBe(2);
  });

  it('can send an event again, many times at once', async () => {
    const { control, deliveries, anna } = await connect();
    const { eventId = '' } = control.write(anna, 'Hi');
    await control.settled();
    expect(await control.redeliver(eventId, 10, { parallel: 5 })).toEqual(Array(10).fill(200));
    expect(deliveries).toHaveLength(11);
  });
});

describe('the long poll', () => {
  it('lists what came after a place, and waits for what comes', async () => {
    const { call, control, group } = await vkStage();
    const session = sessionSchema.parse(await call('groups.getLongPollServer', { group_id: group.id }));
    const ask = async (ts: string, wait = 0, key = session.key): Promise<Record<string, unknown>> =>
      z
        .record(z.string(), z.unknown())
        .parse(await (await fetch(`${session.server}?act=a_check&key=${key}&ts=${ts}&wait=${wait}`)).json());
    const anna = control.createUser({ firstName: 'Anna' });
    const waiting = ask(session.ts, 20);
    control.write(anna, 'one');
    expect(await waiting).toMatchObject({ ts: '1', updates: [{ type: 'message_new' }] });
    control.write(anna, 'two');
    expect(await ask('0')).toMatchObject({ ts: '2', updates: [{}, {}] });
    expect(control.eventsPending()).toBe(2);
    expect(await ask('2')).toEqual({ ts: '2', updates: [] });
    expect(control.eventsPending()).toBe(0);
    expect(await ask('99')).toEqual({ failed: 1, ts: 2 });
    expect(await ask('2', 0, 'old key')).toEqual({ failed: 2 });
    control.loseLongPollHistory();
    expect(await ask('2')).toEqual({ failed: 3 });
  });
});

function fail(): never {
  throw new Error('no such delivery');
}
