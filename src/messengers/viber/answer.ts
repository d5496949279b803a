import { z } from 'zod';
import { DeliveryError } from '../../chat/messenger.ts';
import { parseLossless } from './lossless-json.ts';
import { verdictOf, verdictOfHttp } from './refusals.ts';
import type { Answer } from './transport.ts';

/**
 * A person who does not answer gets 100 messages an hour. When they write, the count starts anew, so it is worth
 * looking again long before the hour is over.
 */
const RATE_LIMIT_WAIT_MS = 30_000;
const DEFAULT_RETRY_AFTER_MS = 1_000;

const answerSchema = z.looseObject({
  status: z.int(),
  status_message: z.string().optional().catch(undefined),
});

/** What came back with status 0. */
export type Success = z.infer<typeof answerSchema>;

/** The client of the receiver is too old for the message (13, 14). */
export class ClientTooOld extends Error {
  override readonly name = 'ClientTooOld';
}

/**
 * Reads an answer; errors, too, come with HTTP 200.
 *
 * @throws {DeliveryError} when the call did not succeed, `ClientTooOld` when a simpler message might
 */
export function judge(method: string, { status: http, retryAfter, body }: Answer): Success {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (http === 429) {
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    const retryAfterMs = seconds >= 0 ? seconds * 1000 : DEFAULT_RETRY_AFTER_MS;
    throw new DeliveryError('busy', `${method}: HTTP 429`, { retryAfterMs });
  }
  if (http >= 400 && verdictOfHttp(http) === 'rejected')
    throw new DeliveryError('rejected', `${method}: HTTP ${http}`);
  if (http < 200 || http > 299 || !parsed.success)
    throw new DeliveryError('failed', `${method}: HTTP ${http}, an answer that is not of the Viber API`);
  const { status, status_message: said = '' } = parsed.data;
  if (status === 0) return parsed.data;
  const message = `${method}: status ${status} ${said.slice(0, 200)}`;
  const verdict = verdictOf(status);
  if (verdict === 'simpler') throw new ClientTooOld(message);
  throw new DeliveryError(
    verdict,
    message,
    verdict === 'busy' ? { retryAfterMs: RATE_LIMIT_WAIT_MS, untilHeard: true } : {},
  );
}

function parseJson(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}
