import { createHash } from 'node:crypto';
import type { Chat } from '../../chat/update.ts';
import { storable } from '../characters.ts';
import { fromPayload, fromUnsupported, messagesTogether } from './payload.ts';
import { toPressId } from './press-id.ts';
import {
  envelopeSchema,
  messageEventSchema,
  messageNewSchema,
  permissionSchema,
  type VkClient,
  type VkMessage,
} from './schema.ts';
import type { Told, ToldMessage } from './told.ts';
import { readText, type Self } from './written.ts';

/** Ids of group chats begin here: 2000000000 + the chat's number (messages.send, peer_id). */
const FIRST_CHAT = 2_000_000_000;

/** Language of a client by its number (vk-io and the API name them in this order). */
const LANGUAGES = ['ru', 'uk', 'be', 'en', 'es', 'fi', 'de', 'it'] as const;

const START = /^\s*\/start(?:\s+([\s\S]*))?$/i;
/** What a deep link of ours carries. */
const REFERENCE = /^[\w-]{1,64}$/;

/** What a client shows: whether it knows callback buttons, for a chat; null where the event does not tell. */
interface ClientNews {
  readonly chatId: string;
  readonly callbackButtons: boolean;
}

interface Parsed {
  readonly told: Told | null;
  readonly client: ClientNews | null;
}

const NOTHING: Parsed = { told: null, client: null };

/**
 * An event of VK in our words; nothing is told if there is nothing for us in it (another kind, a community
 * writing, a group chat where nobody speaks to the bot). Never throws, whatever `raw` is.
 */
export function parseEvent(raw: unknown, self: Self): Parsed {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success || envelope.data.group_id !== self.groupId) return NOTHING;
  const { type, object } = envelope.data;
  const id = storable(envelope.data.event_id ?? fingerprint(raw));
  switch (type) {
    case 'message_new': {
      const news = messageNewSchema.safeParse(object);
      return news.success ? fromMessage(id, news.data.message, news.data.client_info, self) : NOTHING;
    }
    case 'message_event':
      return { told: fromPress(id, object), client: null };
    case 'message_allow':
    case 'message_deny':
      return { told: fromPermission(id, object, type === 'message_allow'), client: null };
    default:
      return NOTHING;
  }
}

function fromMessage(id: string, message: VkMessage, client: VkClient | undefined, self: Self): Parsed {
  const { from_id: senderId, peer_id: peerId } = message;
  if (senderId <= 0 || peerId <= 0) return NOTHING;
  const chat = place(peerId);
  const language = LANGUAGES[client?.lang_id ?? -1] ?? null;
  const event = messageEvent(message, chat, self);
  const actions = client?.button_actions;
  // A press that the client could not make proves more than the list of what it knows.
  const unsupported = fromUnsupported(message.payload) !== undefined;
  const callbackButtons = unsupported ? false : (actions?.includes('callback') ?? null);
  return {
    told: event && { id, senderId, language, chat, event },
    client: callbackButtons === null ? null : { chatId: chat.id, callbackButtons },
  };
}

function messageEvent(message: VkMessage, chat: Chat, self: Self): Told['event'] | null {
  const { action, ref } = message;
  if (action) return groupEvent(action, self);
  const pressed = fromPayload(fromUnsupported(message.payload) ?? message.payload);
  // A text button sends its label as a message: nothing waits for an answer, and no message is named.
  if (pressed?.kind === 'press') {
    const pressId = toPressId({ userId: message.from_id, eventId: null });
    return { kind: 'press', pressId, payload: storable(pressed.payload), messageId: null };
  }
  const told = textEvent(message, chat, self);
  const ownWords = told.forwardOfId === null;
  const start = ownWords ? START.exec(told.text) : null;
  if (start && told.addressed) return { kind: 'start', payload: start[1]?.trim() || null };
  if (chat.kind === 'private' && ownWords && !told.text.startsWith('/')) {
    if (ref !== undefined && REFERENCE.test(ref)) return { kind: 'start', payload: ref };
    if (pressed?.kind === 'start') return { kind: 'start', payload: null };
  }
  if (!told.addressed) return null;
  const says = told.text.trim() !== '' || told.forwardOfId !== null;
  return says ? told : { kind: 'other', addressed: true };
}

function groupEvent(action: NonNullable<VkMessage['action']>, self: Self): Told['event'] | null {
  if (action.member_id !== -self.groupId) return null;
  if (action.type === 'chat_invite_user') return { kind: 'group', change: 'joined' };
  return action.type === 'chat_kick_user' ? { kind: 'group', change: 'left' } : null;
}

function textEvent(message: VkMessage, chat: Chat, self: Self): ToldMessage {
  const { text, pointers, addressed } = readText(message.text, self);
  const answered = message.reply_message?.from_id;
  const forwarded = message.fwd_messages?.map((one) => one.from_id).find((author) => author > 0) ?? null;
  const bare = text.trim() === '';
  return {
    kind: 'message',
    text,
    messageId: String(message.conversation_message_id ?? ''),
    addressed: chat.kind === 'private' || addressed || answered === -self.groupId,
    pointers,
    // What stands above forwarded messages is the sender's own: then they show who the words are about.
    replyToId: answered !== undefined && answered > 0 ? answered : bare ? null : forwarded,
    forwardOfId: bare ? forwarded : null,
  };
}

function fromPress(id: string, object: unknown): Told | null {
  const parsed = messageEventSchema.safeParse(object);
  if (!parsed.success || parsed.data.peer_id <= 0) return null;
  const {
    user_id: userId,
    peer_id: peerId,
    event_id: eventId,
    payload,
    conversation_message_id,
  } = parsed.data;
  const pressed = fromPayload(payload);
  // A person who makes up a press changes messages of their own private chat at most.
  const group = pressed?.kind === 'press' && peerId === userId ? pressed.together : null;
  const messagesOf = (cmid: number): readonly number[] => messagesTogether(cmid, group);
  return {
    id,
    senderId: userId,
    language: null,
    chat: place(peerId),
    event: {
      kind: 'press',
      pressId: toPressId({ userId, eventId: storable(eventId) }),
      payload: pressed?.kind === 'press' ? storable(pressed.payload) : '',
      messageId: conversation_message_id === undefined ? null : messagesOf(conversation_message_id).join(','),
    },
  };
}

function fromPermission(id: string, object: unknown, reachable: boolean): Told | null {
  const parsed = permissionSchema.safeParse(object);
  if (!parsed.success) return null;
  const { user_id: userId } = parsed.data;
  const event = { kind: 'reachability', reachable } as const;
  return { id, senderId: userId, language: null, chat: place(userId), event };
}

function place(peerId: number): Chat {
  return { id: String(peerId), kind: peerId > FIRST_CHAT ? 'group' : 'private', topic: null };
}

/** A repetition of an event without an id has the same content. */
function fingerprint(raw: unknown): string {
  return createHash('sha256').update(JSON.stringify(raw)).digest('base64url');
}
