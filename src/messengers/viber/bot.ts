import viber from 'viber-bot';
import { DeliveryError } from '../../chat/messenger.ts';
import { judge, type Success } from './answer.ts';
import type { Body } from './body.ts';
import type { Transport } from './transport.ts';

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
      call(transport, 'send_message', corrected(data, name), signal);
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
  const answer = await transport(method, JSON.stringify(data), signal).catch((error: unknown) => {
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

/**
 * What the library makes of a call, put right: without nulls, the tracking data `""` in quotes that it sends for none,
 * and an empty avatar; with the text that a picture must have, be it empty.
 */
function corrected(data: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  const said = Object.entries(data).filter(
    ([key, value]) => value !== null && value !== undefined && !(key === 'tracking_data' && value === '""'),
  );
  const pictured = data['type'] === 'picture' ? { text: '' } : {};
  return { ...pictured, ...Object.fromEntries(said), sender: { name } };
}
