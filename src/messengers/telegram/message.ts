import type { Mention, Profile, UpdateEvent } from '../../chat/update.ts';
import { storable } from '../characters.ts';
import { type Self, stripOwnName } from './own-name.ts';
import { fullName, toProfile } from './profile.ts';
import type { TelegramMessage, TelegramUser } from './schema.ts';

const START = /^\s*\/start(?:@(\w+))?(?:\s+([\s\S]*))?$/i;

/** What else a person can send; service messages (pinned, title changed, …) are not among it. */
const CONTENT = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof TelegramMessage)[];

/** What a person's message says; null for a service message that says nothing to us. */
export function messageEvent(message: TelegramMessage, from: TelegramUser, self: Self): UpdateEvent | null {
  if (message.users_shared !== undefined) {
    const { request_id, users } = message.users_shared;
    return {
      kind: 'picked',
      requestId: request_id,
      people: users.map((user) => toProfile(user.user_id, user)),
    };
  }
  const addressed = isPrivate(message) || repliesTo(message, self);
  // In a group people share contacts with one another.
  if (message.contact !== undefined && addressed) return contactEvent(message, message.contact, from);
  const text = message.text ?? message.caption;
  if (text !== undefined) return textEvent(message, storable(text), self);
  if (CONTENT.every((kind) => message[kind] === undefined)) return null;
  return { kind: 'other', addressed };
}

function contactEvent(
  message: TelegramMessage,
  contact: NonNullable<TelegramMessage['contact']>,
  from: TelegramUser,
): UpdateEvent {
  const phone = storable(contact.phone_number);
  const profile = contact.user_id === undefined ? null : toProfile(contact.user_id, contact);
  return {
    kind: 'contact',
    // A contact message may hold anybody's number; only this id tells whose it is. A forwarded one was made by another
    // person, with a number that the sender did not share.
    own: contact.user_id === from.id && message.forward_origin === undefined,
    phone,
    profile,
    name: profile?.name ?? (fullName(contact) || phone),
  };
}

function textEvent(message: TelegramMessage, text: string, self: Self): UpdateEvent {
  const start = START.exec(text);
  // Forwarded, it is what another person once said.
  if (start !== null && message.forward_origin === undefined && isOurs(start[1], message, self)) {
    return { kind: 'start', payload: start[2]?.trim() || null };
  }
  const named = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const people = named.filter(
    (entity) => entity.user !== undefined && entity.offset + entity.length <= text.length,
  );
  const marked = people
    .filter((entity) => entity.user?.id === self.id)
    .map((entity) => ({ start: entity.offset, end: entity.offset + entity.length }));
  const stripped = stripOwnName(text, self, marked);
  const mentions: Mention[] = [];
  for (const { user, offset, length } of people) {
    const start = stripped.moved(offset);
    const kept = stripped.moved(offset + length) - start;
    if (user !== undefined && user.is_bot !== true && kept > 0) {
      mentions.push({ offset: start, length: kept, profile: toProfile(user.id, user) });
    }
  }
  return {
    kind: 'message',
    text: stripped.text,
    messageId: String(message.message_id),
    addressed: isPrivate(message) || stripped.addressed || repliesTo(message, self),
    mentions,
    replyTo: authorOfReplied(message),
    forwardOf: authorOfForwarded(message),
  };
}

function isOurs(botName: string | undefined, message: TelegramMessage, self: Self): boolean {
  return botName === undefined || isPrivate(message) || botName.toLowerCase() === self.username.toLowerCase();
}

/** In a forum topic every message "replies" to the one that opened the topic; that is no reply of its author's. */
function repliedMessage(message: TelegramMessage): TelegramMessage['reply_to_message'] {
  const replied = message.reply_to_message;
  const opensTopic = message.is_topic_message === true && replied?.message_id === message.message_thread_id;
  return opensTopic ? undefined : replied;
}

function repliesTo(message: TelegramMessage, self: Self): boolean {
  return repliedMessage(message)?.from?.id === self.id;
}

function authorOfReplied(message: TelegramMessage): Profile | null {
  const replied = repliedMessage(message);
  // Channels and anonymous administrators write as a chat: `from` is then a stand-in account.
  if (replied?.from === undefined || replied.sender_chat !== undefined) return null;
  return replied.from.is_bot === true ? null : toProfile(replied.from.id, replied.from);
}

function authorOfForwarded(message: TelegramMessage): Profile | 'hidden' | null {
  const origin = message.forward_origin;
  if (origin === undefined || origin.type === 'other') return null;
  if (origin.type === 'hidden_user') return 'hidden';
  return origin.sender_user.is_bot === true ? null : toProfile(origin.sender_user.id, origin.sender_user);
}

function isPrivate(message: TelegramMessage): boolean {
  return message.chat.type === 'private';
}
