import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '../../../../src/chat/messenger.ts';

export const TOKEN = '4453b6ac12345678-e02c5f12174805f9-daec9cbb5448c51f';

const user = {
  id: '01234567890A=',
  name: 'John McClane',
  avatar: 'http://avatar.example.com',
  country: 'UK',
  language: 'en',
  api_version: 1,
};

/** Raw bodies of events as the documents show them; tokens are numbers that a double does not hold. */
export const bodies = {
  text: body('message', {
    sender: user,
    message: { type: 'text', text: 'a message to the service' },
    silent: false,
  }),
  url: body('message', { sender: user, message: { type: 'url', media: 'https://e.org/a%20b?x=%2F' } }),
  contact: body('message', {
    sender: user,
    message: {
      type: 'contact',
      contact: { name: 'Alex', phone_number: '+972511123123' },
      tracking_data: 'plain',
    },
  }),
  sticker: body('message', { sender: user, message: { type: 'sticker', sticker_id: 46105 } }),
  started: body('conversation_started', { type: 'open', context: 'i_abc', user, subscribed: false }),
  startedAgain: body('conversation_started', { type: 'open', user, subscribed: true }),
  subscribed: body('subscribed', { user }),
  unsubscribed: body('unsubscribed', { user_id: user.id }),
  delivered: body('delivered', { user_id: user.id }),
  seen: body('seen', { user_id: user.id }),
  failed: body('failed', { user_id: user.id, desc: 'keyboard is not valid' }),
  webhook: body('webhook', {}),
  status: body('client_status', { user, status: { code: 1, message: 'payment' } }),
} as const;

/** The body of an event now, or at another time (ms). */
export function body(
  event: string,
  fields: object,
  timestamp = Date.now(),
  token = '5741311803571721087',
): string {
  return `{"event":"${event}","timestamp":${timestamp},"message_token":${token},${JSON.stringify(fields).slice(1)}`.replace(
    ',}',
    '}',
  );
}

export function signature(raw: string | Buffer): string {
  return createHmac('sha256', TOKEN).update(raw).digest('hex');
}

/** A request as Viber makes it. */
export function signed(raw: string | Buffer): WebhookRequest {
  return { headers: { 'x-viber-content-signature': signature(raw) }, body: Buffer.from(raw) };
}
