import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Received, WebhookAnswer, WebhookRequest } from '../../chat/messenger.ts';
import type { Update } from '../../chat/update.ts';

/** How the Callback API server is set up at VK. */
export interface CallbackServer {
  readonly groupId: number;
  readonly secret: Buffer;
  /** What VK wants to hear before it sends events to an address. */
  readonly confirmation: string;
}

/** VK takes an event for delivered when the answer is exactly this. */
const ACK = answer('ok');

const envelope = z.object({
  type: z.string(),
  group_id: z.int(),
  secret: z.string().optional(),
});

/**
 * Verifies one request of the Callback API and reads it by `read`. A wrong or missing secret is 401; a body that is
 * not JSON or is meant for another community 400. The address is confirmed also to a request without a secret,
 * which is not yet set when VK asks first; a wrong one is refused then, too.
 */
export function receiveCallback(
  request: WebhookRequest,
  server: CallbackServer,
  read: (raw: unknown) => Promise<Update | null>,
): Received | Promise<Received> {
  const raw = parseJson(request.body);
  if (raw === undefined) return { kind: 'refused', status: 400 };
  const parsed = envelope.safeParse(raw);
  if (!parsed.success) return { kind: 'refused', status: 401 };
  const { type, group_id: groupId, secret } = parsed.data;
  const asks = type === 'confirmation';
  if (!(asks && secret === undefined) && !matches(secret ?? '', server.secret))
    return { kind: 'refused', status: 401 };
  if (groupId !== server.groupId) return { kind: 'refused', status: 400 };
  if (asks) return { kind: 'ignored', ack: answer(server.confirmation) };
  return read(raw).then((update) =>
    update === null ? { kind: 'ignored', ack: ACK } : { kind: 'update', update, ack: ACK },
  );
}

function answer(body: string): WebhookAnswer {
  return { status: 200, contentType: 'text/plain', body };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function matches(given: string, secret: Buffer): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === secret.length && timingSafeEqual(bytes, secret);
}
