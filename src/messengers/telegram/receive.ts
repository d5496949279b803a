import { timingSafeEqual } from 'node:crypto';
import type { Received, WebhookAnswer, WebhookRequest } from '../../chat/messenger.ts';
import type { Self } from './own-name.ts';
import { parseUpdate } from './parse.ts';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** An answer without a `method` is not executed as a call. */
const ACK: WebhookAnswer = { status: 200, contentType: 'application/json', body: '{}' };

/**
 * Verifies and parses one webhook request. A wrong or missing secret is 401, a body that is not JSON 400; JSON
 * that is no update for us is acknowledged, or Telegram would send it again for a day.
 *
 * @param secret the `secret_token` of setWebhook; null accepts every request
 */
export function receiveWebhook(request: WebhookRequest, secret: Buffer | null, self: Self): Received {
  if (secret !== null && !matches(request.headers[SECRET_HEADER], secret))
    return { kind: 'refused', status: 401 };
  let raw: unknown;
  try {
    raw = JSON.parse(request.body.toString('utf8'));
  } catch {
    return { kind: 'refused', status: 400 };
  }
  const update = parseUpdate(raw, self);
  return update === null ? { kind: 'ignored', ack: ACK } : { kind: 'update', update, ack: ACK };
}

function matches(header: string | readonly string[] | undefined, secret: Buffer): boolean {
  if (typeof header !== 'string') return false;
  const given = Buffer.from(header);
  return given.length === secret.length && timingSafeEqual(given, secret);
}
