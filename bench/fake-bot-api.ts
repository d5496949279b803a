import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A call as the load needs to know it. */
interface BotCall {
  readonly method: string;
  /** The chat written to, or of an answer to a press the press's id, behind a `#`. */
  readonly about: string;
}

export interface FakeBotApi {
  /** The API root for every contestant. */
  readonly url: string;
  /** Who hears of each call, at the moment it has arrived in full. */
  onCall: (call: BotCall) => void;
  close(): Promise<void>;
}

const paramsSchema = z.object({
  chat_id: z.union([z.number(), z.string()]).optional(),
  callback_query_id: z.string().optional(),
});
const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Bench', username: 'bench_bot' };

/** A Bot API that takes everything and does nothing: its share of the machine is the same for all, and small. */
export async function startFakeBotApi(): Promise<FakeBotApi> {
  let messageId = 0;
  const react = (method: string, json: string): unknown => {
    if (method === 'getMe') return bot;
    if (!/^(sendMessage|editMessageText|answerCallbackQuery)$/.test(method)) return true;
    const { chat_id, callback_query_id } = paramsSchema.parse(JSON.parse(json));
    api.onCall({
      method,
      about: callback_query_id === undefined ? String(chat_id) : `#${callback_query_id}`,
    });
    if (method === 'answerCallbackQuery') return true;
    messageId++;
    return { message_id: messageId, date: 1_767_225_600, chat: { id: chat_id, type: 'private' }, text: 'x' };
  };
  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = request.url?.slice(request.url.lastIndexOf('/') + 1) ?? '';
      const body = JSON.stringify({ ok: true, result: react(method, Buffer.concat(chunks).toString()) });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const api: FakeBotApi = {
    url: `http://127.0.0.1:${port}`,
    onCall: () => undefined,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return api;
}
