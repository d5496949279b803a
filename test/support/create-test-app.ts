import { pino } from 'pino';
import { startTelegramEmulator, type TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';
import { startViberEmulator, type ViberEmulator } from '../../dev/emulators/viber/emulator.ts';
import { type App, startApp } from '../../src/app/app.ts';
import type { MessengerName } from '../../src/chat/update.ts';
import type { Language } from '../../src/domain/state.ts';
import type { EmailSettings } from '../../src/messengers/email/index.ts';
import { createTestDatabase, type TestDatabase, useStore } from './database.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { createLogBook, type LogBook } from './log-book.ts';
import { urlFor } from './start-postgres.ts';
import { viberPhones } from './viber-phone.ts';
import { startVkSide, type VkSide } from './vk-side.ts';

/** A whole Castellan over an emulated Telegram and a database of its own. */
export interface TestApp extends Dialogue {
  /** The process that updates go to. */
  readonly app: App;
  readonly telegram: TelegramEmulator;
  /** Only where the app was asked to speak it. */
  readonly vk: VkSide['emulator'];
  /** Only where the app was asked to speak it. */
  readonly viber: ViberEmulator;
  readonly database: TestDatabase;
  /** Everything that the processes have logged. */
  readonly log: LogBook;
  /** Another process on the same database and bot; updates go to the first, calls may be made through it. */
  startSecond(): Promise<App>;
  /** Stops the process as SIGTERM does; updates wait from then on. */
  stop(): Promise<void>;
  /** Starts a new process in the place of the stopped one. */
  start(): Promise<void>;
  /** Moves the clock of every process. */
  pass(milliseconds: number): void;
  /** Moves every lease and rest of the outbox towards its end, as the database's clock would. */
  passLeases(milliseconds: number): Promise<void>;
  /** Resolves when every update is taken and everything owed is sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const SECRET = 'test-secret-test-secret-test-secret-0123';

/** What a test app may differ in. */
interface TestAppOptions {
  /** How updates of Telegram and VK arrive. */
  readonly mode?: 'webhook' | 'polling';
  readonly privacyMode?: boolean;
  readonly defaultLocale?: Language;
  /** Catalogues other than the package's. */
  readonly locales?: { readonly root: URL; readonly languages: readonly Language[] };
  /** Where mail is handed over. */
  readonly email?: EmailSettings;
  /** Runs as this role, which owns no table; the database's own role migrates. */
  readonly runtimeRole?: { readonly name: string; readonly password: string };
  /** Spoken beside Telegram. */
  readonly messengers?: readonly MessengerName[];
}

/** Starts everything. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { mode = 'webhook', privacyMode = true, defaultLocale = 'en' } = options;
  const database = await createTestDatabase();
  const telegram = await startTelegramEmulator({ privacyMode, retryDelayMs: () => 50 });
  const log = createLogBook();
  let shift = 0;
  const now = (): Date => new Date(Date.now() + shift);
  const viber = options.messengers?.includes('viber')
    ? await startViberEmulator({ now, retryDelayMs: () => 50 })
    : undefined;
  const vk = options.messengers?.includes('vk') ? await startVkSide(mode, now) : undefined;
  const started: App[] = [];
  const start = async (publicUrl: string | undefined): Promise<App> => {
    const app = await startApp({
      ...urlsOf(database.url, options.runtimeRole),
      appSecret: SECRET,
      host: '127.0.0.1',
      port: 0,
      publicUrl,
      defaultLocale,
      ...(options.locales && { locales: options.locales }),
      telegram: {
        token: telegram.bot.token,
        mode,
        webhookSecret: 'hook-secret',
        apiRoot: telegram.url,
      },
      vk: vk?.config,
      viber: viber && { token: viber.bot.token, name: undefined, uri: undefined, apiRoot: viber.url },
      email: options.email,
      log: pino({ level: process.env['TEST_LOG'] ?? 'debug' }, log),
      jobs: false,
      now,
    });
    useStore(app.store);
    started.push(app);
    return app;
  };
  const startFirst = async (): Promise<App> => {
    const first = await start(undefined);
    if (mode === 'webhook') {
      await fetch(`${telegram.url}/bot${telegram.bot.token}/setWebhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          url: `${first.url}/webhooks/telegram`,
          secret_token: 'hook-secret',
          allowed_updates: ['message', 'callback_query', 'my_chat_member'],
        }),
      });
    }
    await vk?.connect(first.url);
    if (viber) await viber.control.setWebhook(`${first.url}/webhooks/viber`);
    return first;
  };
  let app = await startFirst();
  const settled = async (): Promise<void> => {
    await telegram.control.settled();
    await vk?.emulator.control.settled();
    await viber?.control.settled();
    for (const one of started) {
      await one.pipeline.idle();
      await one.sender.idle();
    }
  };
  return {
    ...createDialogue(telegram, settled, {
      ...(vk && { vk: vk.phones }),
      ...(viber && { viber: viberPhones(viber.control) }),
    }),
    get app() {
      return app;
    },
    telegram,
    get vk() {
      if (!vk) throw new Error('the app was not asked to speak VK');
      return vk.emulator;
    },
    get viber() {
      if (!viber) throw new Error('the app was not asked to speak Viber');
      return viber;
    },
    database,
    log,
    startSecond: () => start(undefined),
    async stop() {
      started.splice(started.indexOf(app), 1);
      await app.close();
    },
    async start() {
      app = await startFirst();
    },
    pass(milliseconds) {
      shift += milliseconds;
    },
    async passLeases(milliseconds) {
      await database.pool.query(
        `update outbox set lease_until = lease_until - $1 * interval '1 millisecond'`,
        [milliseconds],
      );
    },
    settled,
    async close() {
      for (const one of started) await one.close();
      await telegram.close();
      await vk?.emulator.close();
      await viber?.close();
      await database.close();
    },
  };
}

function urlsOf(owner: string, role: TestAppOptions['runtimeRole']) {
  return role === undefined
    ? { databaseUrl: owner }
    : { databaseUrl: urlFor(owner, role.name, role.password), databaseMigrationUrl: owner };
}
