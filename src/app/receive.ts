import type { Pool } from 'pg';
import type { Messenger } from '../chat/messenger.ts';
import type { MessengerName, Update } from '../chat/update.ts';
import { leadAlone } from '../store/leader.ts';
import { createPollPlace } from '../store/poll-place.ts';
import { messageOf } from './log-lines.ts';
import type { MessengerSettings } from './open-messengers.ts';

/** What receiving takes. */
export interface ReceivingParts {
  readonly options: MessengerSettings & { readonly databaseUrl: string };
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  /** Those whose updates another bot receives and hands on. */
  readonly hosted: ReadonlySet<MessengerName>;
  readonly menus: Parameters<Messenger['registerMenus']>[0];
  readonly handle: (update: Update) => Promise<void>;
  readonly pool: Pool;
  readonly stopping: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Has the messengers bring their updates: registers webhooks, or polls where this process leads. What goes on until it
 * is stopped is handed back and rejects nothing; a webhook that cannot be registered is thrown.
 */
export async function startReceiving(parts: ReceivingParts): Promise<readonly Promise<void>[]> {
  const { options, messengers, hosted, menus, handle, pool, stopping, wait } = parts;
  const { log, publicUrl } = options;
  const background: Promise<void>[] = [];
  for (const messenger of messengers.values()) {
    if (hosted.has(messenger.name)) continue;
    background.push(
      messenger.registerMenus(menus, stopping).catch((error: unknown) => {
        if (!stopping.aborted) log.warn({ error: messageOf(error) }, 'command menus were not registered');
      }),
    );
  }
  const viber = messengers.get('viber');
  if (viber && publicUrl) await viber.registerWebhook(`${publicUrl}/webhooks/viber`, stopping);
  for (const name of ['telegram', 'vk'] as const) {
    const messenger = messengers.get(name);
    const mode = options[name]?.mode;
    if (messenger && mode === 'webhook' && publicUrl) {
      await messenger.registerWebhook(`${publicUrl}/webhooks/${name}`, stopping);
    } else if (messenger && mode === 'polling') {
      const poll = (signal: AbortSignal): Promise<void> =>
        messenger.poll(handle, signal, createPollPlace(pool, name)).catch((error: unknown) => {
          log.error({ messenger: name, error: messageOf(error) }, 'polling stopped');
        });
      background.push(leadAlone(options.databaseUrl, `poll ${name}`, stopping, poll, wait));
    }
  }
  return background;
}
