import { checkMessage } from '../message-check.ts';
import { countUnanswered, post } from '../sending.ts';
import { STATUS, ViberApiError } from '../statuses.ts';
import type { Method } from './method.ts';

/** `send_message`: to someone who has subscribed or written. */
export const sendMessage: Method = (emulation, body, late) => {
  if (emulation.webhook === null) throw new ViberApiError(STATUS.webhookNotSet, 'webhookNotSet');
  const { receiver } = body;
  if (typeof receiver !== 'string') throw new ViberApiError(STATUS.missingData, 'missing receiver');
  const message = checkMessage(body);
  const contact = emulation.world.find(receiver);
  if (contact === undefined) throw new ViberApiError(STATUS.receiverNotRegistered, 'receiverNotRegistered');
  if (!contact.subscribed) throw new ViberApiError(STATUS.receiverNotSubscribed, 'receiverNotSubscribed');
  countUnanswered(emulation, contact);
  const token = post(emulation, contact, message, body, late);
  return { fields: { chat_hostname: 'SN-CHAT-EMULATOR_', billing_status: 1 }, token };
};
