import type { Logger } from 'pino';
import { BotRefused, type Channel, DeliveryError, type Messenger } from '../chat/messenger.ts';
import type { MessengerName } from '../chat/update.ts';
import { createTelegram } from '../messengers/telegram/index.ts';
import { deriveKey } from './app-secret.ts';
import type { TelegramConfig, ViberConfig, VkConfig } from './config.ts';
import type { Supervisor } from './supervisor.ts';

/** The messengers a process is to speak, and what they need of it. */
export interface MessengerSettings {
  readonly appSecret: string;
  /** Where the messengers reach us; without it webhooks are set up by the operator. */
  readonly publicUrl: string | undefined;
  readonly telegram?: TelegramConfig | undefined;
  readonly vk?: VkConfig | undefined;
  readonly viber?: ViberConfig | undefined;
  readonly log: Logger;
}

/** What an operator looks at when a messenger refuses its bot. */
const SETTINGS_TO_CHECK: Readonly<Record<MessengerName, string>> = {
  telegram: 'TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT',
  vk: 'VK_TOKEN, VK_GROUP_ID and VK_API_ROOT',
  viber: 'VIBER_TOKEN, VIBER_URI and VIBER_API_ROOT',
};

/** A messenger that has not answered for so long is told as unreachable, and the start goes on without it. */
export const PATIENCE_MS = 3_000;

/** Calls of a messenger that is not ready are tried again after so long; beyond ten seconds they wait in the table. */
const HOLD_BACK_MS = 15_000;

/** No useful answer came: the network, or the messenger itself. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Creates the messengers that are configured, asking nobody. Throws where a setting has the wrong form. */
export async function createMessengers(
  settings: MessengerSettings,
  now: () => Date,
): Promise<Map<MessengerName, Messenger>> {
  const messengers = new Map<MessengerName, Messenger>();
  if (settings.telegram) messengers.set('telegram', telegramFrom(settings.telegram, settings));
  if (settings.vk) messengers.set('vk', await vkFrom(settings.vk, settings));
  if (settings.viber) messengers.set('viber', await viberFrom(settings.viber, settings, now));
  return messengers;
}

/** The messengers that answer. */
export interface OpenMessengers {
  /** Those that have told who their bot is, in the order of the configured ones; grows as they come up. */
  readonly ready: ReadonlyMap<MessengerName, Messenger>;
  /** Resolves when each is ready, has failed once, or has not answered for three seconds. */
  readonly begun: Promise<unknown>;
  /** Calls back for each that is ready, now or later; resolves when it has for those that are ready now. */
  onReady(callback: (messenger: Messenger) => Promise<void>): Promise<unknown>;
}

/**
 * Asks each messenger who its bot is, again and again until it tells. None waits for another.
 */
export function openMessengers(
  configured: ReadonlyMap<MessengerName, Messenger>,
  settings: MessengerSettings,
  supervisor: Supervisor,
  patienceMs = PATIENCE_MS,
): OpenMessengers {
  const ready = new Map<MessengerName, Messenger>();
  const callbacks: ((messenger: Messenger) => Promise<void>)[] = [];
  const admit = (messenger: Messenger): void => {
    const known = new Set([...ready.keys(), messenger.name]);
    ready.clear();
    for (const one of configured.values()) if (known.has(one.name)) ready.set(one.name, one);
    supervisor.report(messenger.name).worked();
    for (const callback of callbacks) callback(messenger);
  };
  const begun = Array.from(configured.values(), (messenger) => {
    const { name } = messenger;
    const at = settings[name]?.apiRoot ?? '';
    return new Promise<void>((begin) => {
      supervisor.achieve(name, async (signal) => {
        const unanswered = new Unreachable(`${name} does not answer at ${at}`);
        const patience = setTimeout(() => {
          supervisor.report(name).failed(unanswered);
          begin();
        }, patienceMs);
        try {
          await messenger.init(signal);
          admit(messenger);
        } catch (error) {
          throw judged(error, name, at);
        } finally {
          clearTimeout(patience);
          begin();
        }
      });
    });
  });
  return {
    ready,
    begun: Promise.all(begun),
    onReady(callback) {
      callbacks.push(callback);
      return Promise.all(Array.from(ready.values(), callback));
    },
  };
}

/** The same messenger, whose calls wait in the outbox until it is ready. */
export function heldBack(messenger: Messenger, { ready }: OpenMessengers): Channel {
  return {
    name: messenger.name,
    render: messenger.render,
    async deliver(outgoing, signal, upload) {
      if (ready.has(messenger.name)) return messenger.deliver(outgoing, signal, upload);
      const retryAfterMs = HOLD_BACK_MS;
      throw new DeliveryError('busy', `${messenger.name} has not told yet who its bot is`, { retryAfterMs });
    },
  };
}

/** What failed, as a sentence for the operator. */
function judged(error: unknown, name: MessengerName, at: string): Error {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return error instanceof BotRefused
    ? new BotRefused(`${name} does not accept this bot (${reason}). Check ${SETTINGS_TO_CHECK[name]}.`)
    : new Unreachable(
        `${name} does not answer at ${at} (${reason}). The network or the messenger is at fault.`,
      );
}

function telegramFrom(config: TelegramConfig, { appSecret, log }: MessengerSettings): Messenger {
  return createTelegram({
    token: config.token,
    apiRoot: config.apiRoot,
    webhookSecret: config.webhookSecret ?? deriveKey(appSecret, 'telegram webhook'),
    warn: (message) => log.warn(message),
  });
}

/** Its library, too, is loaded by who uses it. */
async function vkFrom(config: VkConfig, { appSecret, log }: MessengerSettings): Promise<Messenger> {
  const { createVk } = await import('../messengers/vk/index.ts');
  const installation = deriveKey(appSecret, 'vk random ids');
  return createVk({ ...config, installation, warn: (message) => log.warn(message) });
}

/** Its library takes a quarter of a second to load, which only who uses it should wait. */
async function viberFrom(
  config: ViberConfig,
  { publicUrl, log }: MessengerSettings,
  now: () => Date,
): Promise<Messenger> {
  const { createViber } = await import('../messengers/viber/index.ts');
  return createViber({ ...config, publicUrl, now, warn: (message) => log.warn(message) });
}
