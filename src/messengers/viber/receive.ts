import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Outgoing, Received, WebhookAnswer, WebhookRequest } from '../../chat/messenger.ts';
import { parseLossless } from './lossless-json.ts';
import { toUpdate } from './parse.ts';
import { eventSchema, timestampSchema } from './schema.ts';

const SIGNATURE_HEADER = 'x-viber-content-signature';
const HEX = /^[0-9a-f]{64}$/i;

/**
 * Viber repeats an event for about an hour (developers.viber.com, FAQ). What was signed longer ago is a request that
 * someone kept; claims of updates are kept far longer, so none of the younger ones has its effect twice.
 */
const LATEST_MS = 2 * 3_600_000;

/** An answer that holds no message. */
const ACK: WebhookAnswer = { status: 200, contentType: 'application/json', body: '{}' };

/** What receiving needs beside the request. */
interface Receiving {
  readonly authToken: string;
  readonly now: Date;
  /** The acknowledgement that greets someone who has not subscribed with the first call of the answer. */
  readonly welcome: (first: Outgoing) => WebhookAnswer;
  /** Hears of a message that the person's phone did not show. */
  readonly warn: (message: string) => void;
}

/**
 * Verifies and parses one webhook request. A missing, wrong or late signature is 401, a body that is not JSON 400;
 * JSON that is no event for us is acknowledged, or Viber would send it again for an hour.
 */
export function receiveWebhook(request: WebhookRequest, receiving: Receiving): Received {
  if (!isSigned(request.headers[SIGNATURE_HEADER], request.body, receiving.authToken))
    return { kind: 'refused', status: 401 };
  let raw: unknown;
  try {
    raw = parseLossless(request.body.toString('utf8'));
  } catch {
    return { kind: 'refused', status: 400 };
  }
  const signedAt = timestampSchema.safeParse(raw);
  if (signedAt.success && signedAt.data.timestamp < receiving.now.getTime() - LATEST_MS)
    return { kind: 'refused', status: 401 };
  const parsed = eventSchema.safeParse(raw);
  if (!parsed.success) return { kind: 'ignored', ack: ACK };
  const event = parsed.data;
  if (event.event === 'failed') {
    receiving.warn(
      `viber: a phone did not show a message: ${(event.desc ?? 'no reason given').slice(0, 200)}`,
    );
    return { kind: 'ignored', ack: ACK };
  }
  const update = toUpdate(event);
  return event.event === 'conversation_started' && event.subscribed !== true
    ? { kind: 'update', update, ack: ACK, carry: receiving.welcome }
    : { kind: 'update', update, ack: ACK };
}

/** Whether `header` is the HMAC-SHA256 of the raw body under the bot's token; compared in constant time. */
function isSigned(header: string | readonly string[] | undefined, body: Buffer, authToken: string): boolean {
  if (typeof header !== 'string' || !HEX.test(header)) return false;
  return timingSafeEqual(Buffer.from(header, 'hex'), createHmac('sha256', authToken).update(body).digest());
}
