import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type App, startApp } from '../app/app.ts';
import { loadAppSecret } from '../app/app-secret.ts';
import { type Codes, isLinkCode, linkCodeIn } from '../chat/secrets/codes.ts';
import type { MessengerName, Update } from '../chat/update.ts';
import { FALLBACK_LANGUAGE, type Language } from '../domain/state.ts';
import { features } from '../features/index.ts';
import { type TelegramHost, telegramOf } from '../messengers/telegram/plugin.ts';
import { type VkHost, vkOf } from '../messengers/vk/plugin.ts';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { isAwaited } from '../store/awaited.ts';
import { type CommandNames, commandNames } from './command-names.ts';
import { createIntake, type Intake } from './intake.ts';

/** What Castellan is started with inside another program. Nothing is read from the environment. */
export interface CastellanOptions {
  /** The Telegram bot it is a guest of: a grammY `Bot`, a `Telegraf`, or `{ token, apiRoot }`. */
  readonly telegram?: TelegramHost;
  /** The VK community whose bot it is a guest of: its number, and vk-io's `VK` or its token. */
  readonly vk?: VkHost;
  /** A Postgres server (15 or newer); without it an embedded one under `dataDir`. */
  readonly databaseUrl?: string;
  /** Our own files; default `./data`. */
  readonly dataDir?: string;
  /** Signs buttons and links, at least 32 characters, the same in all processes; default one kept in `dataDir`. */
  readonly appSecret?: string;
  /** For people whose messenger names none of our languages; default `en`. */
  readonly defaultLocale?: Language;
  /** Listen for the decision API, health and metrics; default: listen nowhere. */
  readonly http?: { readonly host?: string; readonly port: number; readonly publicUrl?: string };
  /** Where the host has commands of the same names. */
  readonly commands?: {
    /** Stands before each of ours: with `team_`, `/invite` is `/team_invite`, typed and shown. */
    readonly prefix?: string;
    /** Which of ours (by their bare names) are taken when typed; default all. Buttons work for all. */
    readonly take?: (command: string) => boolean;
  };
  /** How long an update is held up while it has no effect, in milliseconds; default 5000. */
  readonly patienceMs?: number;
  /** Default: lines of JSON on stdout, from `warn` on. */
  readonly log?: Logger;
  /** Run timers and sweeps in this process; default true. */
  readonly jobs?: boolean;
  /** Default: the database's clock. */
  readonly now?: () => Date;
}

/** A guest that has started. */
export interface Running {
  readonly app: App;
  readonly intakes: ReadonlyMap<MessengerName, Intake>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** Our commands as this host's people call them. Throws on a prefix that no command can have. */
export function namesOf({ commands }: CastellanOptions): CommandNames {
  const known = features.flatMap((feature) => feature.commands).map(({ name }) => name);
  return commandNames(commands?.prefix ?? '', known);
}

/** What tells whether an update is an answer that we wait for. */
function askedOf({ messenger, id, sender, chat, event }: Update, codes: Codes) {
  const code = event.kind === 'message' && isLinkCode(event.text) ? linkCodeIn(event.text) : null;
  const codeHash = code === null ? null : codes.hash('link', code);
  return { messenger, updateId: id, accountId: sender.accountId, chatId: chat.id, codeHash };
}

/** Checks the options; what it returns starts the process once. */
export function prepareGuest(options: CastellanOptions, log: Logger): () => Promise<Running> {
  const { dataDir = './data' } = options;
  const names = namesOf(options);
  if (!options.telegram && !options.vk)
    throw new Error('castellan: name the bot it is a guest of in the options telegram or vk');
  const telegram = options.telegram && {
    ...telegramOf(options.telegram),
    mode: 'hosted' as const,
    webhookSecret: undefined,
  };
  const vk = options.vk && {
    ...vkOf(options.vk),
    mode: 'hosted' as const,
    secret: null,
    confirmation: null,
  };
  if (options.appSecret !== undefined && options.appSecret.length < 32)
    throw new Error('castellan: appSecret must have at least 32 characters');
  const takes = options.commands?.take ?? (() => true);

  return async () => {
    const postgres = options.databaseUrl
      ? null
      : await startEmbeddedPostgres({
          dataDir,
          log: (line) => log.debug(line),
          warn: (line) => log.warn(line),
        });
    try {
      const app = await startApp({
        databaseUrl: options.databaseUrl ?? postgres?.url ?? '',
        appSecret: options.appSecret ?? (await loadAppSecret(dataDir)),
        host: options.http?.host ?? '127.0.0.1',
        port: options.http?.port ?? null,
        publicUrl: options.http?.publicUrl,
        defaultLocale: options.defaultLocale ?? FALLBACK_LANGUAGE,
        telegram,
        vk,
        log,
        commandNames: names,
        takes,
        jobs: options.jobs ?? true,
        ...(options.now && { now: options.now }),
      });
      const { messengers, isReady, now, registry, buttons, codes } = app.guest;
      const intakes = new Map<MessengerName, Intake>();
      for (const messenger of messengers.values()) {
        if (!messenger.parse) continue;
        const intake = createIntake({
          parse: messenger.parse,
          rules: { registry, buttons, takes },
          names,
          async handle(update) {
            if (!isReady(messenger.name))
              throw new Error(`${messenger.name} has not told yet who its bot is`);
            await app.pipeline.handle(update);
          },
          isAwaited: (update) => isAwaited(app.database.pool, askedOf(update, codes), now()),
          wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
          patienceMs: options.patienceMs ?? PATIENCE_MS,
          warn: (message) => log.warn({ messenger: messenger.name }, message),
        });
        intakes.set(messenger.name, intake);
      }
      return {
        app,
        intakes,
        async stop() {
          for (const intake of intakes.values()) await intake.close();
          await app.close();
          await postgres?.stop();
        },
      };
    } catch (error) {
      await postgres?.stop();
      throw error;
    }
  };
}
