import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import { z } from 'zod';
import type { StepReport } from '../../chat/messenger.ts';
import type { Update } from '../../chat/update.ts';
import { delayBeforeRetry, forGrammy, withoutPayload } from './api.ts';
import type { Self } from './own-name.ts';
import { parseUpdate } from './parse.ts';
import { ALLOWED_UPDATES } from './schema.ts';
import { createUpdateQueues } from './update-queues.ts';

/** The server cuts a longer wait to this (tdlib/telegram-bot-api, process_get_updates_query). */
export const POLL_SECONDS = 50;
/** The most updates of one answer (getUpdates). */
const LIMIT = 100;
/** While an update is still in progress the server answers at once, so the asking has to be paced here. */
const PACE_MS = 1000;
/** Keeps a server that does not know how to wait from being asked in a tight circle. */
const EMPTY_PACE_MS = 100;
const UNKNOWN_TROUBLE_DELAY_MS = 3000;

const WEBHOOK_ACTIVE = /webhook is active/i;

const batchSchema = z.array(z.unknown());
const identified = z.object({ update_id: z.int().nonnegative() });

interface Polling {
  readonly api: Api;
  readonly self: Self;
  readonly handle: (update: Update) => Promise<void>;
  readonly signal: AbortSignal;
  /** Hears of failures that are being retried. */
  readonly warn: (message: string) => void;
  readonly report: StepReport | undefined;
}

/**
 * Pulls updates until the signal aborts, then waits for those in progress. The offset, which confirms all updates
 * below it, never passes one whose `handle` has not resolved.
 *
 * @throws when the token is refused
 */
export async function poll(polling: Polling): Promise<void> {
  const { self, handle, signal } = polling;
  const queues = createUpdateQueues(handle, signal);
  await removeWebhook(polling);
  while (!signal.aborted) {
    const offset = queues.offset();
    const batch = await getUpdates(polling, offset);
    const fresh = batch.filter((raw) => {
      const known = identified.safeParse(raw);
      return known.success && queues.take(known.data.update_id, offset, parseUpdate(raw, self));
    });
    if (fresh.length === 0) await pause(EMPTY_PACE_MS, signal);
    const pace = new AbortController();
    await Promise.race([queues.idle(), pause(PACE_MS, pace.signal)]);
    pace.abort();
  }
  await queues.idle();
}

/** Updates can only be pulled while no webhook is set; waiting ones are kept. */
async function removeWebhook({ api, signal, warn }: Polling): Promise<void> {
  try {
    await api.deleteWebhook({ drop_pending_updates: false }, forGrammy(signal));
  } catch (error) {
    // What ails this ails getUpdates too, which waits and tells what to do.
    if (!signal.aborted) warn(withoutPayload(error).message);
  }
}

/** The next updates from `offset` on; empty when aborted. */
async function getUpdates(polling: Polling, offset: number): Promise<readonly unknown[]> {
  const { api, signal, warn, report } = polling;
  const query = { offset, limit: LIMIT, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const batch = batchSchema.parse(await api.getUpdates(query, forGrammy(signal)));
      report?.worked();
      return batch;
    } catch (error) {
      if (signal.aborted) break;
      const code = error instanceof GrammyError ? error.error_code : null;
      if (code === 401 || code === 404) throw withoutPayload(error);
      warn(withoutPayload(error).message);
      // Another poller's turn is no outage.
      if (code !== 409) report?.failed(withoutPayload(error));
      if (code === 409 && WEBHOOK_ACTIVE.test(String(error))) await removeWebhook(polling);
      await pause(delayBeforeRetry(error, attempt) ?? UNKNOWN_TROUBLE_DELAY_MS, signal);
    }
  }
  return [];
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
