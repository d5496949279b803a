import viber from 'viber-bot';
import { DeliveryError } from '../../chat/messenger.ts';
import { judge, type Success } from './answer.ts';
import type { Body } from './body.ts';
import type { Transport } from './transport.ts';

const TIMEOUT_MS = 15_000;

/** Sends messages in the bot's name. */
export interface Bot {
  /** Resolves with the message's token. Throws `DeliveryError` or `ClientTooOld`, and nothing else. */
  send(receiver: string, body: Body, signal: AbortSignal): Promise<string | null>;
}

/**
 * viber-bot's messages and its sending, over our transport: its own has no time limit for an answer, hangs on an
 * empty one, cuts the digits of 64-bit tokens and puts the secret into every body (1.0.18, viber-client.js).
 */
export function createBot(authToken: string, name: string, transport: Transport): Bot {
  // The library has no place for a signal in a call; a process sends nearly all of them under one.
  const bots = new WeakMap<AbortSignal, InstanceType<typeof viber.Bot>>();
  const botUnder = (signal: AbortSignal): InstanceType<typeof viber.Bot> => {
    const known = bots.get(signal);
    if (known) return known;
    const bot = new viber.Bot({ authToken, name, avatar: '' });
    bot._client._sendRequest = (_endpoint, data) =>
      call(transport, 'send_message', withoutNothing(data), signal);
    bots.set(signal, bot);
    return bot;
  };
  return {
    async send(receiver, body, signal) {
      const [token] = await botUnder(signal).sendMessage({ id: receiver }, [messageOf(body)]);
      return typeof token === 'string' || typeof token === 'number' ? String(token) : null;
    },
  };
}

/** Makes one call. Throws what `judge` throws; a broken or too slow connection is `failed`. */
export async function call(
  transport: Transport,
  method: string,
  data: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Success> {
  const answer = await transport(method, JSON.stringify(data), TIMEOUT_MS, signal).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new DeliveryError('failed', `${method}: ${reason || 'connection failed'}`);
  });
  return judge(method, answer);
}

function messageOf(body: Body) {
  const keyboard = body.keyboard ?? null;
  const version = body.min_api_version;
  switch (body.type) {
    case 'text':
      return new viber.Message.Text(body.text, keyboard, null, null, null, version);
    case 'picture':
      return new viber.Message.Picture(body.media, body.text, null, keyboard, null, null, null, version);
    case 'file':
      return new viber.Message.File(
        body.media,
        body.size,
        body.file_name,
        keyboard,
        null,
        null,
        null,
        version,
      );
    case 'rich_media':
      return new viber.Message.RichMedia(body.rich_media, keyboard, null, null, null, null, version);
  }
}

/** Without the nulls and the tracking data `""` in quotes that the library sends for what is absent. */
function withoutNothing(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said = Object.entries(data).filter(
    ([key, value]) => value !== null && value !== undefined && !(key === 'tracking_data' && value === '""'),
  );
  return Object.fromEntries(said);
}
