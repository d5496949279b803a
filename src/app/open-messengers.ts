import type { Logger } from 'pino';
import type { Messenger } from '../chat/messenger.ts';
import type { MessengerName } from '../chat/update.ts';
import { createTelegram } from '../messengers/telegram/index.ts';
import { deriveKey } from './app-secret.ts';
import type { TelegramConfig, ViberConfig, VkConfig } from './config.ts';

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

/** A messenger that has not answered for so long is said to be waited for. */
const PATIENCE_MS = 3_000;

/** Creates the messengers that are configured; each has learned who its bot is. Throws a sentence for the operator. */
export async function openMessengers(
  settings: MessengerSettings,
  now: () => Date,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<Map<MessengerName, Messenger>> {
  const messengers = new Map<MessengerName, Messenger>();
  if (settings.telegram) messengers.set('telegram', telegramFrom(settings.telegram, settings));
  if (settings.vk) messengers.set('vk', await vkFrom(settings.vk, settings));
  if (settings.viber) messengers.set('viber', await viberFrom(settings.viber, settings, now));
  for (const messenger of messengers.values()) {
    const { name } = messenger;
    const waiting = setTimeout(() => {
      const at = settings[name]?.apiRoot;
      settings.log.warn(
        { messenger: name, at },
        `${name} does not answer; Castellan tries again before it starts`,
      );
    }, patienceMs);
    const known = messenger.init(signal).finally(() => clearTimeout(waiting));
    await known.catch((error: unknown) => {
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const check = `Check ${SETTINGS_TO_CHECK[messenger.name]}.`;
      throw new Error(`${messenger.name} does not know this bot (${reason}). ${check}`);
    });
  }
  return messengers;
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
