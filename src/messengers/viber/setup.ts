import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BotRefused, DeliveryError } from '../../chat/messenger.ts';
import type { Success } from './answer.ts';
import { call } from './bot.ts';
import { EVENT_TYPES } from './schema.ts';
import type { Transport } from './transport.ts';

const ATTEMPTS = 6;
const FIRST_DELAY_MS = 500;
/**
 * Statuses that no waiting mends: a token that is refused, an account that is gone. A webhook that did not answer
 * (1) may do so in a moment: a balancer takes its time to notice a new process.
 */
const FINAL = /status (2|8|9|15) /;

const selfSchema = z.object({
  name: z.string().min(1).optional().catch(undefined),
  uri: z.string().min(1).optional().catch(undefined),
});

/** Who the bot is, as far as the account tells. */
export type Self = z.infer<typeof selfSchema>;

/** Asks who the bot is. Rejects with `BotRefused` if the token is refused or the server is not one of Viber's kind. */
export async function fetchSelf(transport: Transport, signal: AbortSignal): Promise<Self> {
  return selfSchema.parse(await persist(() => call(transport, 'get_account_info', {}, signal), signal));
}

/** Has events delivered to `url`, with people's names. Viber calls it at once and wants a 200. */
export async function setWebhook(transport: Transport, url: string, signal: AbortSignal): Promise<void> {
  const wanted = { url, event_types: EVENT_TYPES, send_name: true, send_photo: false };
  await persist(() => call(transport, 'set_webhook', wanted, signal), signal);
}

/**
 * Makes a call until it succeeds, a few times at most. Rejects with the last error, with `BotRefused` where no waiting
 * mends it, and at once on abort.
 */
async function persist(make: () => Promise<Success>, signal: AbortSignal): Promise<Success> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      signal.throwIfAborted();
      const passing =
        error instanceof DeliveryError && error.reason !== 'rejected' && !FINAL.test(`${error.message} `);
      if (!passing) throw new BotRefused(error instanceof Error ? error.message : 'viber: refused');
      if (attempt + 1 >= ATTEMPTS) throw error;
      await sleep(FIRST_DELAY_MS * 2 ** attempt, undefined, { signal });
    }
  }
}
