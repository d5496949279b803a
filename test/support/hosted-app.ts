import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, webhookCallback } from 'grammy';
import { pino } from 'pino';
import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { startTelegramEmulator, type TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';
import { type Castellan, type CastellanOptions, createCastellan } from '../../src/plugin/castellan.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { createLogBook, type LogBook } from './log-book.ts';

/** The libraries that a team's bot may be written with. */
export type Library = 'grammy' | 'telegraf';

/** A shop's bot with Castellan as its guest. */
export interface HostedApp extends Dialogue {
  readonly telegram: TelegramEmulator;
  readonly database: TestDatabase;
  readonly castellan: Castellan;
  readonly log: LogBook;
  /** What reached the shop's own error handler. */
  readonly shopErrors: string[];
  /** Another process with the same bot and database; the webhook alternates between all of them. */
  startSecond(): Promise<void>;
  settled(): Promise<void>;
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

type Options = Pick<CastellanOptions, 'commands' | 'patienceMs'> & {
  readonly mode?: 'webhook' | 'polling';
  readonly privacyMode?: boolean;
};

interface Host {
  /** Makes the webhook's request handler; grammY's bot cannot poll from then on. */
  handler(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SECRET = 'hosted-secret-hosted-secret-hosted-01';
const HOOK_SECRET = 'shop-hook';

/** Starts the shop over an emulated Telegram: `/start`, `/order`, `/boom` and every text are the shop's own. */
export async function createHostedApp(library: Library, options: Options = {}): Promise<HostedApp> {
  const { mode = 'webhook', privacyMode = true, ...rest } = options;
  const database = await createTestDatabase();
  const telegram = await startTelegramEmulator({ privacyMode, retryDelayMs: () => 50 });
  const log = createLogBook();
  const shopErrors: string[] = [];
  let shift = 0;

  const processes: { castellan: Castellan; host: Host; handler: ReturnType<Host['handler']> | null }[] = [];
  const startProcess = async () => {
    const telegramHost = { token: telegram.bot.token, apiRoot: telegram.url };
    const castellan = createCastellan({
      telegram: telegramHost,
      databaseUrl: database.url,
      appSecret: SECRET,
      log: pino({ level: 'debug' }, log),
      jobs: false,
      now: () => new Date(Date.now() + shift),
      ...rest,
    });
    const shop = library === 'grammy' ? grammyShop : telegrafShop;
    const host = shop(castellan, telegramHost, (error) => shopErrors.push(error));
    await castellan.start();
    processes.push({ castellan, host, handler: mode === 'webhook' ? host.handler() : null });
    return { castellan, host };
  };

  const first = await startProcess();
  let turn = 0;
  const server = createServer((request, response) => {
    const { handler } = processes[turn++ % processes.length] ?? {};
    void handler?.(request, response).catch(() => {
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  if (mode === 'webhook') await listen(server, telegram);
  else await first.host.start();

  const settled = async (): Promise<void> => {
    await telegram.control.settled();
    while ((await database.pool.query('select 1 from outbox')).rowCount !== 0);
  };
  return {
    ...createDialogue(telegram, settled),
    telegram,
    database,
    castellan: first.castellan,
    log,
    shopErrors,
    async startSecond() {
      await startProcess();
    },
    settled,
    pass(milliseconds) {
      shift += milliseconds;
    },
    async close() {
      if (mode === 'polling') await first.host.stop();
      server.closeAllConnections();
      server.close();
      for (const { castellan } of processes) await castellan.stop();
      await telegram.close();
      await database.close();
    },
  };
}

async function listen(server: Server, telegram: TelegramEmulator): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await fetch(`${telegram.url}/bot${telegram.bot.token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      url: `http://127.0.0.1:${port}/hook`,
      secret_token: HOOK_SECRET,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    }),
  });
}

type Client = { readonly token: string; readonly apiRoot: string };

function grammyShop(castellan: Castellan, { token, apiRoot }: Client, failed: (error: string) => void): Host {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.use(castellan.grammy());
  bot.command('start', (ctx) => ctx.reply('Welcome to the shop.'));
  bot.command('order', (ctx) =>
    ctx.reply('What shall it be?', {
      reply_markup: { inline_keyboard: [[{ text: 'Tea', callback_data: 'buy:tea' }]] },
    }),
  );
  bot.command('boom', () => {
    throw new Error('the shop is broken');
  });
  bot.callbackQuery(/^buy:(.+)$/, (ctx) => ctx.answerCallbackQuery(`Bought ${ctx.match[1]}`));
  bot.on('message:text', (ctx) => ctx.reply(`The shop heard: ${ctx.message.text}`));
  bot.catch(({ error }) => failed(String(error)));
  return {
    handler() {
      const handler = castellan.webhook(webhookCallback(bot, 'http', { secretToken: HOOK_SECRET }));
      return (request, response) =>
        handler(request, response).catch((error: unknown) => {
          failed(String(error));
          response.writeHead(200).end();
        });
    },
    start: () => new Promise((resolve) => void bot.start({ onStart: () => resolve() })),
    stop: () => bot.stop(),
  };
}

function telegrafShop(
  castellan: Castellan,
  { token, apiRoot }: Client,
  failed: (error: string) => void,
): Host {
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
  bot.use(castellan.telegraf());
  bot.start((ctx) => ctx.reply('Welcome to the shop.'));
  bot.command('order', (ctx) =>
    ctx.reply('What shall it be?', {
      reply_markup: { inline_keyboard: [[{ text: 'Tea', callback_data: 'buy:tea' }]] },
    }),
  );
  bot.command('boom', () => {
    throw new Error('the shop is broken');
  });
  bot.action(/^buy:(.+)$/, (ctx) => ctx.answerCbQuery(`Bought ${ctx.match[1]}`));
  bot.on(message('text'), (ctx) => ctx.reply(`The shop heard: ${ctx.message.text}`));
  bot.catch((error) => failed(String(error)));
  return {
    handler: () => castellan.webhook(bot.webhookCallback('/hook', { secretToken: HOOK_SECRET })),
    start: () => new Promise((resolve) => void bot.launch({ dropPendingUpdates: false }, () => resolve())),
    stop: async () => bot.stop(),
  };
}
