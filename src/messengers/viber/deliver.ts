import { setMaxListeners } from 'node:events';
import { type Delivered, DeliveryError, type Outgoing } from '../../chat/messenger.ts';
import { ClientTooOld } from './answer.ts';
import { type Body, simpler, toBody } from './body.ts';
import type { Bot } from './bot.ts';

/**
 * Sends an outgoing message. To a client that is too old for it, it is sent without what is too new.
 *
 * @throws {DeliveryError} and nothing else
 */
export async function deliver(bot: Bot, outgoing: Outgoing, signal: AbortSignal): Promise<Delivered> {
  // One signal stops all deliveries of a process, so many calls listen to it at once.
  setMaxListeners(0, signal);
  const body = toBody(outgoing.body);
  if (body === null) throw new DeliveryError('rejected', 'viber: this is no message of ours');
  try {
    return { messageId: await send(bot, outgoing.chatId, body, signal) };
  } catch (error) {
    if (error instanceof ClientTooOld) throw new DeliveryError('rejected', error.message);
    throw error;
  }
}

async function send(bot: Bot, receiver: string, body: Body, signal: AbortSignal): Promise<string | null> {
  try {
    return await bot.send(receiver, body, signal);
  } catch (error) {
    const other = error instanceof ClientTooOld ? simpler(body) : null;
    if (other === null) throw error;
    return bot.send(receiver, other, signal);
  }
}
