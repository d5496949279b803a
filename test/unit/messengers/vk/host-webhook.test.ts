import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { hostWebhook } from '../../../../src/messengers/vk/host-webhook.ts';

it('a request that breaks off in the middle of its body fails nobody', async () => {
  const taken: object[] = [];
  const sinks = {
    take: async (event: object) => taken.push(event) > 0,
    host: async () => undefined,
    hostFailed: () => undefined,
  };
  const server = { groupId: 7, secret: Buffer.from('s3cret-s3cret'), confirmation: 'c0de' };
  const handler = hostWebhook(server, sinks);
  const handled: Promise<void>[] = [];
  const http = createServer((request, response) => void handled.push(handler(request, response)));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    const socket = connect((http.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"type"');
    await once(http, 'request');
    socket.destroy();
    // An example's server awaits nothing, so that a rejection would end the whole process.
    await expect(Promise.all(handled)).resolves.toEqual([undefined]);
    expect(taken).toEqual([]);
  } finally {
    http.close();
  }
});
