import type { Profile, Update, UpdateEvent } from '../../chat/update.ts';
import { isVisible, storable } from '../characters.ts';
import { pressedPayload } from './pressed.ts';
import type { ViberEvent, ViberPerson } from './schema.ts';

const START = /^\s*\/start(?:\s+([\s\S]*))?$/i;

/** An event as an `Update`; `failed` ones are not about a person. */
export function toUpdate(event: Exclude<ViberEvent, { event: 'failed' }>): Update {
  const sender = profileOf(event);
  return {
    messenger: 'viber',
    // Every kind has tokens of its own making: only those of messages are known never to meet.
    id: event.event === 'message' ? event.message_token : `${event.event} ${event.message_token}`,
    sender,
    chat: { id: sender.accountId, kind: 'private', topic: null },
    event: eventOf(event),
  };
}

function eventOf(event: Exclude<ViberEvent, { event: 'failed' }>): UpdateEvent {
  switch (event.event) {
    case 'message':
      return messageEvent(event);
    case 'conversation_started':
      return { kind: 'start', payload: storable(event.context ?? '').trim() || null };
    case 'subscribed':
      return { kind: 'reachability', reachable: true };
    case 'unsubscribed':
      return { kind: 'reachability', reachable: false };
  }
}

function messageEvent({ message, message_token }: Extract<ViberEvent, { event: 'message' }>): UpdateEvent {
  if (message.type === 'contact' && message.contact) return contactEvent(message.contact);
  const said = message.type === 'url' ? message.media : message.type === 'text' ? message.text : undefined;
  if (said === undefined) return { kind: 'other', addressed: true };
  const text = storable(said);
  const payload = pressedPayload(text);
  // A press has no answer of its own and no message that could be edited.
  if (payload !== null) return { kind: 'press', pressId: message_token, payload, messageId: null };
  const start = START.exec(text);
  if (start) return { kind: 'start', payload: start[1]?.trim() || null };
  return {
    kind: 'message',
    text,
    messageId: message_token,
    addressed: true,
    mentions: [],
    replyTo: null,
    forwardOf: null,
  };
}

/** Viber names no account with a contact, whether shared by the button or from the address book: never provably own. */
function contactEvent(contact: { name?: string | undefined; phone_number: string }): UpdateEvent {
  const phone = storable(contact.phone_number);
  const name = storable(contact.name ?? '').trim();
  return {
    kind: 'contact',
    own: false,
    phone: /^\d+$/.test(phone) ? `+${phone}` : phone,
    profile: null,
    name: isVisible(name) ? name : phone,
  };
}

function profileOf(event: Exclude<ViberEvent, { event: 'failed' }>): Profile {
  switch (event.event) {
    case 'message':
      return toProfile(event.sender);
    case 'unsubscribed':
      return toProfile({ id: event.user_id });
    default:
      return toProfile(event.user);
  }
}

/** An invisible name gives way to the id. */
function toProfile(person: ViberPerson): Profile {
  const name = storable(person.name ?? '').trim();
  return {
    accountId: person.id,
    name: isVisible(name) ? name : person.id,
    username: null,
    language: storable(person.language ?? '') || null,
    ...(person.country !== undefined && { country: person.country }),
  };
}
