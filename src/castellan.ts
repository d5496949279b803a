import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { type App, startApp } from './app.ts';
import { loadAppSecret } from './app-secret.ts';
import { features } from './chat/features.ts';
import { commandMenus } from './chat/menus.ts';
import type { MessengerName } from './chat/update.ts';
import { commandNames } from './hosting/command-names.ts';
import { createIntake, type Intake, type OnFailure, UpdateFailed } from './hosting/intake.ts';
import { failRequest, watchWebhook } from './hosting/webhook-scope.ts';
import {
  type TelegramHost,
  type TelegramMiddleware,
  telegramMiddleware,
  telegramOf,
} from './messengers/telegram/plugin.ts';
import { isAwaited } from './store/awaited.ts';
import { startEmbeddedPostgres } from './store/embedded-postgres.ts';
import type { Language } from './workspace/state.ts';

export type { OnFailure } from './hosting/intake.ts';
export { UpdateFailed } from './hosting/intake.ts';
export type { TelegramHost, TelegramMiddleware } from './messengers/telegram/plugin.ts';
export type { Language } from './workspace/state.ts';

/** What Castellan is started with inside another program. Nothing is read from the environment. */
export interface CastellanOptions {
  /** The bot it is a guest of: a grammY `Bot`, a `Telegraf`, or `{ token, apiRoot }`. */
  readonly telegram: TelegramHost;
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
  /** Default: the system's clock. */
  readonly now?: () => Date;
}

/** How a plug-in behaves. */
export interface PluginOptions {
  /** Default `hold`. */
  readonly onFailure?: OnFailure;
}

/** Castellan as a guest in a bot of yours. */
export interface Castellan {
  /** Database, migrations, sender, jobs. Updates that come meanwhile wait for it. Rejects with what is wrong. */
  start(): Promise<void>;
  /** Finishes what is in hand and what it owes, and releases everything. Stop your bot first. */
  stop(): Promise<void>;
  /** Middleware for `bot.use` of grammY. */
  grammy(options?: PluginOptions): TelegramMiddleware;
  /** Middleware for `bot.use` of Telegraf. */
  telegraf(options?: PluginOptions): TelegramMiddleware;
  /** Wraps your webhook's request handler, so that an update of ours without effect is delivered again. */
  readonly webhook: typeof watchWebhook;
  /** Our commands for your menu, in the form `setMyCommands` takes. Throws before `start` has resolved. */
  menuCommands(
    language: Language,
    scope?: 'private' | 'group',
  ): { readonly command: string; readonly description: string }[];
  /** Where it listens; empty: nowhere. */
  readonly url: string;
}

interface Running {
  readonly app: App;
  readonly intakes: ReadonlyMap<MessengerName, Intake>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** Makes Castellan for a bot of yours. Throws on options that cannot be right; does nothing before `start`. */
export function createCastellan(options: CastellanOptions): Castellan {
  const log = options.log ?? pino({ level: 'warn' });
  let starting: Promise<Running> | null = null;
  let running: Running | null = null;
  let stopped = false;
  const start = prepare(options, log);

  const take = async (messenger: MessengerName, update: object, onFailure: OnFailure): Promise<boolean> => {
    if (!starting) throw new Error('castellan: call start() before updates come');
    if (stopped) {
      if (failRequest()) return true;
      throw new UpdateFailed('castellan is stopped');
    }
    // If it could not start, the host was told by start(), and its bot goes on alone.
    const now = running ?? (await starting.catch(() => null));
    return now?.intakes.get(messenger)?.take(update, onFailure) ?? false;
  };
  const telegram = ({ onFailure = 'hold' }: PluginOptions = {}): TelegramMiddleware =>
    telegramMiddleware((update) => take('telegram', update, onFailure));

  return {
    async start() {
      starting ??= start();
      running = await starting;
    },
    async stop() {
      stopped = true;
      await (await starting?.catch(() => null))?.stop();
    },
    grammy: telegram,
    telegraf: telegram,
    webhook: watchWebhook,
    menuCommands(language, scope = 'private') {
      if (!running) throw new Error('castellan: the menu is known after start()');
      const { registry, translators } = running.app.guest;
      const menu = commandMenus(registry, translators).find(
        (one) => one.language === language && one.scope === scope,
      );
      const { outward } = namesOf(options);
      return (menu?.commands ?? []).map(({ name, description }) => ({ command: outward(name), description }));
    },
    get url() {
      return running?.app.url ?? '';
    },
  };
}

function namesOf({ commands }: CastellanOptions) {
  const known = features.flatMap((feature) => feature.commands).map(({ name }) => name);
  return commandNames(commands?.prefix ?? '', known);
}

/** Checks the options; what it returns starts the process once. */
function prepare(options: CastellanOptions, log: Logger): () => Promise<Running> {
  const { dataDir = './data', now = () => new Date() } = options;
  const names = namesOf(options);
  const telegram = { ...telegramOf(options.telegram), mode: 'hosted', webhookSecret: undefined } as const;
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
        defaultLocale: options.defaultLocale ?? 'en',
        telegram,
        log,
        commandNames: names,
        takes,
        jobs: options.jobs ?? true,
        now,
      });
      const { messengers, registry, buttons } = app.guest;
      const intakes = new Map<MessengerName, Intake>();
      for (const messenger of messengers.values()) {
        if (!messenger.parse) continue;
        const intake = createIntake({
          parse: messenger.parse,
          rules: { registry, buttons, takes },
          names,
          handle: (update) => app.pipeline.handle(update),
          isAwaited: ({ messenger: by, id, sender, chat }) =>
            isAwaited(
              app.database.pool,
              { messenger: by, updateId: id, accountId: sender.accountId, chatId: chat.id },
              now(),
            ),
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
