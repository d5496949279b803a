import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CallbackServer, receiveCallback } from './receive.ts';

/** Largest event that is read: VK's are far under it. */
const LARGEST_BODY = 1024 * 1024;

/** Where the events of a host's Callback server go. */
interface EventSinks {
  /** True when the event was ours and has had its effect; rejects when it had none. */
  readonly take: (event: object) => Promise<boolean>;
  /** The host's: `(event) => vk.updates.handleWebhookUpdate(event)`. */
  readonly host: (event: never) => Promise<unknown>;
  readonly hostFailed: (error: unknown) => void;
}

/**
 * A request handler for VK's Callback API that serves both: ours are answered `ok` after their effect, or 500 so
 * that VK sends them again; the host's are answered at once, as vk-io does. Wrong secrets are refused.
 */
export function hostWebhook(server: CallbackServer, { take, host, hostFailed }: EventSinks) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    };
    let body: Buffer | null;
    try {
      body = await bodyOf(request);
    } catch {
      // Who broke off wants no answer; and a person who calls us may await nothing, where a rejection ends the process.
      response.destroy();
      return;
    }
    if (body === null) return answer(413, '');
    let event: object | null = null;
    const received = await receiveCallback({ headers: request.headers, body }, server, async (raw) => {
      event = raw as object; // an object, or its envelope would have been refused
      return null;
    });
    if (received.kind === 'refused') {
      response.setHeader('connection', 'close');
      return answer(received.status, '');
    }
    if (event === null) return answer(received.ack.status, received.ack.body);
    try {
      const ours = await take(event);
      answer(received.ack.status, received.ack.body);
      if (!ours) await host(event as never).catch(hostFailed);
    } catch {
      answer(500, '');
    }
  };
}

/** The whole body; null where it is too large. Rejects when the connection breaks. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
  }
  return Buffer.concat(chunks);
}
