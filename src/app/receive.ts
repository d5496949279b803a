import type { Pool } from 'pg';
import type { Messenger } from '../chat/messenger.ts';
import type { Update } from '../chat/update.ts';
import { leadAlone } from '../store/leader.ts';
import { createPollPlace } from '../store/poll-place.ts';
import { type MessengerSettings, PATIENCE_MS } from './open-messengers.ts';
import type { Supervisor } from './supervisor.ts';

/** What receiving takes. */
interface ReceivingParts {
  readonly options: MessengerSettings & { readonly databaseUrl: string };
  readonly menus: Parameters<Messenger['registerMenus']>[0];
  readonly handle: (update: Update) => Promise<void>;
  readonly pool: Pool;
  readonly supervisor: Supervisor;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Has a messenger bring its updates: registers its menus and its webhook, or polls where this process leads. All of it
 * goes on beside, under supervision; resolves when a webhook is registered, or three seconds have not sufficed.
 */
export async function startReceiving(messenger: Messenger, parts: ReceivingParts): Promise<void> {
  const { options, menus, handle, pool, supervisor, wait } = parts;
  const { publicUrl } = options;
  const { name } = messenger;
  const mode = name === 'viber' ? 'webhook' : options[name]?.mode;
  if (mode === 'hosted') return;
  supervisor.achieve(`${name} menus`, (signal) => messenger.registerMenus(menus, signal));
  if (mode === 'webhook' && publicUrl) {
    const enough = new AbortController();
    const registered = supervisor.achieve(`${name} webhook`, (signal) =>
      messenger.registerWebhook(`${publicUrl}/webhooks/${name}`, signal),
    );
    await Promise.race([registered, wait(PATIENCE_MS, enough.signal)]);
    enough.abort();
  }
  if (mode === 'polling' && name !== 'viber') {
    const place = createPollPlace(pool, name);
    supervisor.keep(`${name} polling`, (signal, report) =>
      leadAlone({
        url: options.databaseUrl,
        what: `poll ${name}`,
        signal,
        lead: (leading) => messenger.poll(handle, leading, place, report),
        wait,
        asked: report.worked,
      }),
    );
  }
}
