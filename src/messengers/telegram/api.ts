import { setTimeout as sleep } from 'node:timers/promises';
import { Api, type ApiClientOptions, GrammyError, HttpError } from 'grammy';
import { BotRefused } from '../../chat/messenger.ts';
import type { Transport } from './transport.ts';

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;

/** grammY's typed methods over our transport; for the calls that are not on the way of an update. */
export function createApi(transport: Transport, token: string, timeoutSeconds: number): Api {
  const fetchJson = async (method: string, init: { body: string; signal: AbortSignal }) => {
    const answer = await transport(method, init.body, timeoutSeconds * 1000, init.signal);
    return { json: async (): Promise<unknown> => JSON.parse(answer.body) };
  };
  return new Api(token, {
    timeoutSeconds,
    // The transport knows root and token; what it needs is the method.
    buildUrl: (_root, _token, method) => method,
    // Of the answer grammY reads only `json()` (grammy/out/core/client.js), so the rest of fetch is not built.
    fetch: fetchJson as unknown as NonNullable<ApiClientOptions['fetch']>,
  });
}

/** A native signal as grammY's types want it: they mean the class of a polyfill that behaves the same. */
export function forGrammy(signal: AbortSignal) {
  return signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>;
}

/**
 * How long to wait before a failed call is worth repeating, in ms: what a 429 says, else a doubling back-off
 * for conflicts, 5xx and connections; null when it is not worth it.
 *
 * @param attempt 0 for the first failure
 */
export function delayBeforeRetry(error: unknown, attempt: number): number | null {
  if (error instanceof GrammyError && error.error_code === 429)
    return (error.parameters.retry_after ?? 1) * 1000;
  // 409: another poller, maybe of a process that is just leaving.
  const passing =
    error instanceof HttpError ||
    (error instanceof GrammyError && (error.error_code === 409 || error.error_code >= 500));
  return passing ? Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) : null;
}

/**
 * Makes a call until it succeeds, a few times at most. Rejects with the last error, and at once on abort.
 */
export async function persist<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      const delay = delayBeforeRetry(error, attempt);
      if (delay === null || attempt + 1 >= ATTEMPTS) throw withoutPayload(error);
      await sleep(delay, undefined, { signal });
    }
  }
}

/**
 * The same error without the call's parameters, which grammY's errors carry: among them is the webhook secret, and a
 * logger would print it. 401 and 404 are what a wrong token is answered with: they become `BotRefused`.
 */
export function withoutPayload(error: unknown): Error {
  const message = `telegram: ${error instanceof Error ? error.message : 'unknown error'}`;
  const isRefused = error instanceof GrammyError && [401, 404].includes(error.error_code);
  return isRefused ? new BotRefused(message) : new Error(message);
}
