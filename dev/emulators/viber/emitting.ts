import type { Emulation } from './emulation.ts';
import type { EventAnswer } from './event-queue.ts';
import { jsonWithToken } from './tokens.ts';
import type { Contact, EventType } from './types.ts';

const ALWAYS: readonly EventType[] = ['message', 'subscribed', 'unsubscribed'];

/** Tells the bot of an event if it wants to hear of such; returns its token, null where it is not told. */
export function emit(
  emulation: Emulation,
  contact: Contact,
  event: EventType,
  fields: Readonly<Record<string, unknown>>,
  token: string = emulation.newToken(),
  onTaken?: (answer: EventAnswer) => void,
): string | null {
  const { webhook } = emulation;
  if (webhook === null) return null;
  const wanted = ALWAYS.includes(event) || webhook.eventTypes === null || webhook.eventTypes.includes(event);
  if (!wanted) return null;
  const body = jsonWithToken(token, {
    event,
    timestamp: emulation.now().getTime(),
    chat_hostname: 'SN-CHAT-EMULATOR_',
    ...fields,
  });
  emulation.events.add({ token, userId: contact.user.id, body }, onTaken);
  return token;
}

/** A person as events show them: without a name unless the bot asked for names. */
export function shownUser(emulation: Emulation, contact: Contact): Record<string, unknown> {
  const { id, name, language, country, apiVersion } = contact.user;
  const shown = emulation.webhook?.sendName === true ? name : emulation.limits.namePlaceholder;
  return { id, name: shown, language, country, api_version: apiVersion };
}
