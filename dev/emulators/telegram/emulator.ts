import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CallLog } from '../call-log.ts';
import { Changes } from '../changes.ts';
import { execute } from './api.ts';
import { CallbackQueries } from './callback-queries.ts';
import { CommandLists } from './command-lists.ts';
import { createControl, type TelegramControl } from './control/control.ts';
import { createControlRoute } from './control/http.ts';
import type { Emulation } from './emulation.ts';
import { Failures } from './failures.ts';
import { FileShelf } from './file-shelf.ts';
import { LongPoll } from './long-poll.ts';
import { closeWebhook } from './methods/updates.ts';
import { Params } from './params.ts';
import { createHttpServer } from './server.ts';
import type { User } from './types.ts';
import { UpdateStream } from './update-stream.ts';
import { type RetryDelay, telegramRetryDelayMs, WebhookDelivery } from './webhook.ts';
import { World } from './world.ts';

export interface TelegramEmulatorOptions {
  /** A free one when left out. */
  port?: number;
  /** 127.0.0.1 when left out. */
  host?: string;
  token?: string;
  botUsername?: string;
  now?: () => Date;
  /** Milliseconds before the next delivery after so many failures in a row. */
  retryDelayMs?: RetryDelay;
  /** On when left out, as for every new bot. */
  privacyMode?: boolean;
  /** Messages kept in a chat: 200 when left out. */
  keepMessages?: number;
  /** API calls kept in the log: 1000 when left out. */
  keepCalls?: number;
  /** Updates kept for redelivery: 1000 when left out. */
  keepUpdates?: number;
  /** How long a press waits for its answer: 150 s when left out. */
  callbackDeadlineMs?: number;
  /** How long a webhook may take to answer: 60 s when left out. */
  webhookTimeoutMs?: number;
  /** Refuse what api.telegram.org refuses: plain http and ports other than 80, 88, 443, 8443. */
  publicWebhooksOnly?: boolean;
  /**
   * The unix time when left out, so that a bot which remembers the ids it has seen takes the
   * updates of the next emulator for new ones.
   */
  firstUpdateId?: number;
  /** 1 when left out. A bot that outlives the emulator needs ids that it has not met before. */
  firstMessageId?: number;
}

export interface TelegramEmulator {
  /** Base of the API, without a trailing slash: the bot's API root. */
  url: string;
  bot: { id: number; username: string; token: string };
  control: TelegramControl;
  close(): Promise<void>;
}

const DEFAULT_TOKEN = '7000000001:AAEmulatorEmulatorEmulatorEmulator0';
const MAX_FILES = 50;
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Starts an HTTP server that behaves as the Bot API for one bot. Throws when the port is taken. */
export async function startTelegramEmulator(
  options: TelegramEmulatorOptions = {},
): Promise<TelegramEmulator> {
  const emulation = createEmulation(options);
  const control = createControl(emulation);
  const server = createHttpServer(emulation, createControlRoute(control));
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { bot, token } = emulation;
  return {
    url: `http://${host}:${port}`,
    bot: { id: bot.id, username: bot.username ?? '', token },
    control,
    close: async () => {
      await closeWebhook(emulation);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createEmulation(options: TelegramEmulatorOptions): Emulation {
  const { token = DEFAULT_TOKEN, botUsername = 'castellan_bot' } = options;
  const now = options.now ?? (() => new Date());
  const bot: User = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Castellan',
    username: botUsername,
  };
  const changes = new Changes();
  const stream = new UpdateStream({
    now,
    firstUpdateId: options.firstUpdateId ?? Math.floor(now().getTime() / 1000),
    keepUpdates: options.keepUpdates ?? 1000,
  });
  const longPoll = new LongPoll(stream, now);
  const emulation: Emulation = {
    now,
    bot,
    token,
    privacyMode: options.privacyMode ?? true,
    publicWebhooksOnly: options.publicWebhooksOnly ?? false,
    webhookTimeoutMs: options.webhookTimeoutMs ?? 60_000,
    world: new World(bot, options.keepMessages ?? 200, options.firstMessageId ?? 1),
    stream,
    longPoll,
    callbacks: new CallbackQueries(now, options.callbackDeadlineMs ?? 150_000),
    failures: new Failures(),
    files: new FileShelf(MAX_FILES, MAX_FILE_BYTES),
    commands: new CommandLists(),
    calls: new CallLog(options.keepCalls ?? 1000),
    changes,
    webhook: undefined,
    openWebhook: (target) =>
      new WebhookDelivery({
        target,
        stream,
        now,
        retryDelayMs: options.retryDelayMs ?? telegramRetryDelayMs,
        execute: (method, raw) => execute(emulation, method, { params: new Params(raw), onHangUp: () => {} }),
        onFailed: () => changes.happened(),
        onGone: () => void closeWebhook(emulation),
      }),
  };
  stream.onAdded = (pending) => {
    if (emulation.webhook !== undefined) emulation.webhook.enqueue(pending);
    else longPoll.wake();
  };
  stream.onSettled = () => changes.happened();
  return emulation;
}
