import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type App, startApp } from '../../src/app/app.ts';
import type { Language } from '../../src/domain/state.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../emulators/telegram/emulator.ts';

/** Telegram played on this machine, and the bot against it by webhook over loopback. */
export interface Stage {
  readonly telegram: TelegramEmulator;
  readonly app: App;
  /** Number of the first message of every chat. */
  readonly firstMessageId: number;
  /** Resolves when every update is taken and everything queued is sent. Rejects when that takes over 10 s. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly databaseUrl: string;
  readonly appSecret: string;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly defaultLocale: Language;
  readonly log: Logger;
}

/** Starts the emulator on a free loopback port, then the bot. Throws when the bot's port is taken. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const now = Date.now();
  const firstMessageId = Math.floor(now / 1000);
  const telegram = await startTelegramEmulator({
    // The store remembers what earlier emulators said, so none of it may come again.
    firstUpdateId: now,
    firstMessageId,
    retryDelayMs: () => 250,
  });
  try {
    const webhookSecret = randomBytes(24).toString('base64url');
    const app = await startApp({
      ...options,
      publicUrl: undefined,
      telegram: { token: telegram.bot.token, mode: 'webhook', webhookSecret, apiRoot: telegram.url },
    });
    await setWebhook(telegram, `http://${loopback(app.url)}/webhooks/telegram`, webhookSecret);
    const settled = async (): Promise<void> => {
      await telegram.control.settled();
      await app.pipeline.idle();
      await app.sender.idle();
    };
    const close = async (): Promise<void> => {
      await app.close();
      await telegram.close();
    };
    return { telegram, app, firstMessageId, settled, close };
  } catch (error) {
    await telegram.close();
    throw error;
  }
}

/** Where this machine reaches a server that may listen on every address. */
function loopback(url: string): string {
  const { hostname, port } = new URL(url);
  const everywhere = hostname === '0.0.0.0' || hostname === '[::]';
  return `${everywhere ? '127.0.0.1' : hostname}:${port}`;
}

async function setWebhook(telegram: TelegramEmulator, url: string, secret: string): Promise<void> {
  const answer = await fetch(`${telegram.url}/bot${telegram.bot.token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      url,
      secret_token: secret,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    }),
  });
  if (!answer.ok) throw new Error(`setWebhook answered ${answer.status}: ${await answer.text()}`);
}
