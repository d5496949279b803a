import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { onTestFinished } from 'vitest';
import {
  startTelegramEmulator,
  type TelegramEmulator,
  type TelegramEmulatorOptions,
} from '../../../../dev/emulators/telegram/emulator.ts';

export interface Stage extends TelegramEmulator {
  api: Api;
}

/** An emulator with grammY's client on it, closed when the test ends. */
export async function stage(options: TelegramEmulatorOptions = {}): Promise<Stage> {
  const emulator = await startTelegramEmulator(options);
  onTestFinished(() => emulator.close());
  const api = new Api(emulator.bot.token, { apiRoot: emulator.url });
  return { ...emulator, api };
}

/** The error answer a call gets, as `code description`. Throws when the call succeeds. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
  throw new Error('the call was not refused');
}

/** A raw call of the API, past every client. */
export async function raw(
  { url, bot }: Pick<TelegramEmulator, 'url' | 'bot'>,
  method: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(`${url}/bot${bot.token}/${method}`, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

interface Delivery {
  update: Update;
  headers: IncomingMessage['headers'];
}

export interface Webhook {
  url: string;
  deliveries: Delivery[];
  /** The most requests that were open at the same moment. */
  mostOpen(): number;
}

/** A bot's webhook: records what comes and answers as `reply` says, 200 unless told otherwise. */
export async function webhook(
  reply: (update: Update, response: ServerResponse) => void | Promise<void> = () => {},
): Promise<Webhook> {
  const deliveries: Delivery[] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer((request, response) => {
    open++;
    mostOpen = Math.max(mostOpen, open);
    response.once('close', () => {
      open--;
    });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const update: Update = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      deliveries.push({ update, headers: request.headers });
      await reply(update, response);
      if (!response.writableEnded && !response.destroyed) response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, deliveries, mostOpen: () => mostOpen };
}

/** A clock that stands still until it is moved. */
export function clock(start = '2026-03-01T12:00:00Z'): { now: () => Date; pass: (ms: number) => void } {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass: (ms) => {
      time += ms;
    },
  };
}
