import { pino } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../../src/emulators/telegram/emulator.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';

/** A whole Castellan over an emulated Telegram and a database of its own. */
export interface TestApp extends Dialogue {
  readonly app: App;
  readonly telegram: TelegramEmulator;
  readonly database: TestDatabase;
  /** Another process on the same database and bot; updates go to the first, calls may be made through it. */
  startSecond(): Promise<App>;
  /** Moves the clock of every process. */
  pass(milliseconds: number): void;
  /** Resolves when every update is taken and everything owed is sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const SECRET = 'test-secret-test-secret-test-secret-0123';

/** Starts everything; `mode` is how updates arrive. */
export async function createTestApp(
  options: { mode?: 'webhook' | 'polling'; privacyMode?: boolean } = {},
): Promise<TestApp> {
  const { mode = 'webhook', privacyMode = true } = options;
  const database = await createTestDatabase();
  const telegram = await startTelegramEmulator({ privacyMode, retryDelayMs: () => 50 });
  let shift = 0;
  const now = (): Date => new Date(Date.now() + shift);
  const started: App[] = [];
  const start = async (publicUrl: string | undefined): Promise<App> => {
    const app = await startApp({
      databaseUrl: database.url,
      appSecret: SECRET,
      host: '127.0.0.1',
      port: 0,
      publicUrl,
      defaultLocale: 'en',
      telegram: {
        token: telegram.bot.token,
        mode,
        webhookSecret: 'hook-secret',
        apiRoot: telegram.url,
      },
      log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
      jobs: false,
      now,
    });
    started.push(app);
    return app;
  };
  const app = await start(undefined);
  if (mode === 'webhook') {
    await fetch(`${telegram.url}/bot${telegram.bot.token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        url: `${app.url}/webhooks/telegram`,
        secret_token: 'hook-secret',
        allowed_updates: ['message', 'callback_query', 'my_chat_member'],
      }),
    });
  }
  const settled = async (): Promise<void> => {
    await telegram.control.settled();
    for (const one of started) {
      await one.pipeline.idle();
      await one.sender.idle();
    }
  };
  return {
    ...createDialogue(telegram, settled),
    app,
    telegram,
    database,
    startSecond: () => start(undefined),
    pass(milliseconds) {
      shift += milliseconds;
    },
    settled,
    async close() {
      for (const one of started) await one.close();
      await telegram.close();
      await database.close();
    },
  };
}
