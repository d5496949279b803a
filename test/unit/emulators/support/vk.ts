import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  startVkEmulator,
  type VkEmulator,
  type VkEmulatorOptions,
} from '../../../../dev/emulators/vk/emulator.ts';

const answerSchema = z.object({
  response: z.unknown().optional(),
  error: z.object({ error_code: z.int(), error_msg: z.string() }).optional(),
});

export interface VkStage extends VkEmulator {
  /** A raw call: what VK responds. Rejects with `code message` on an error. */
  call(method: string, params?: Readonly<Record<string, string | number>>): Promise<unknown>;
}

/** An emulated VK, closed when the test ends. */
export async function vkStage(options: VkEmulatorOptions = {}): Promise<VkStage> {
  const emulator = await startVkEmulator({ callsPerSecond: 100_000, ...options });
  onTestFinished(() => emulator.close());
  return {
    ...emulator,
    async call(method, params = {}) {
      const all = { access_token: emulator.group.token, v: '5.199', ...params };
      const body = new URLSearchParams(
        Object.entries(all).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const response = await fetch(`${emulator.apiRoot}/${method}`, { method: 'POST', body });
      const answer = answerSchema.parse(await response.json());
      if (answer.error) throw new Error(`${answer.error.error_code} ${answer.error.error_msg}`);
      return answer.response;
    },
  };
}

interface Delivery {
  readonly event: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

/** A bot's Callback server: records what comes and answers as `reply` says, `ok` unless told otherwise. */
export async function callbackServer(
  reply: (delivery: Delivery, response: ServerResponse) => void = (_, response) => void response.end('ok'),
): Promise<{ url: string; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event = z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      if (event['type'] === 'confirmation') return response.end('c0nf1rm');
      const delivery = { event, headers: request.headers };
      deliveries.push(delivery);
      return reply(delivery, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, deliveries };
}
