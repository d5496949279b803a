import { createHmac, timingSafeEqual } from 'node:crypto';

const HEX = /^[0-9a-f]{64}$/i;

/** Whether `header` is the HMAC-SHA256 of the raw body under the bot's token; compared in constant time. */
export function isSigned(
  header: string | readonly string[] | undefined,
  body: Buffer,
  authToken: string,
): boolean {
  if (typeof header !== 'string' || !HEX.test(header)) return false;
  return timingSafeEqual(Buffer.from(header, 'hex'), createHmac('sha256', authToken).update(body).digest());
}
