import type { onRequestHookHandler } from 'fastify';
import { TooManyRequests } from './errors.ts';

const MINUTE_MS = 60_000;

/**
 * Lets each key make so many requests a minute: all at once if it likes, and more as time gives them back. One
 * number a key is kept, the moment at which it has everything back (the generic cell rate algorithm). It stands
 * here and not in a library because a limit must not cost more than the decision it guards.
 *
 * @param clock yields milliseconds and never runs back
 */
export function limitRate(clock: () => number): onRequestHookHandler {
  const refilledAt = new Map<string, number>();
  return (request, _reply, done) => {
    const key = request.apiKey;
    if (key === null) {
      done();
      return;
    }
    const now = clock();
    const next = Math.max(refilledAt.get(key.id) ?? 0, now) + MINUTE_MS / key.ratePerMinute;
    if (next - now > MINUTE_MS) {
      done(new TooManyRequests(next - now - MINUTE_MS));
      return;
    }
    refilledAt.set(key.id, next);
    done();
  };
}
