import type { Chat, Update, UpdateEvent } from '../../chat/update.ts';
import { storable } from '../characters.ts';
import { messageEvent } from './message.ts';
import type { Self } from './own-name.ts';
import { toProfile } from './profile.ts';
import {
  type TelegramChat,
  type TelegramMembership,
  type TelegramMessage,
  type TelegramPress,
  type TelegramUser,
  updateSchema,
} from './schema.ts';

/**
 * A Bot API update as an `Update`; null if there is nothing for us in it (another kind, a channel or a bot
 * writing) or it is no update at all. Never throws, whatever `raw` is.
 */
export function parseUpdate(raw: unknown, self: Self): Update | null {
  const parsed = updateSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { update_id, message, callback_query, my_chat_member } = parsed.data;
  const content =
    (message && fromMessage(message, self)) ??
    (callback_query && fromPress(callback_query)) ??
    (my_chat_member && fromMembership(my_chat_member));
  return content ? { messenger: 'telegram', id: String(update_id), ...content } : null;
}

type Content = Pick<Update, 'sender' | 'anonymous' | 'chat' | 'event'>;

/**
 * The account in whose name anonymous administrators of every group act (`@GroupAnonymousBot`; Bot API, `Message.from`:
 * "a fake sender user").
 */
const ANONYMOUS = 1_087_968_824;

function fromMessage(message: TelegramMessage, self: Self): Content | null {
  const { from, chat } = message;
  if (chat.type === 'channel') return null;
  // Both chats tell of the move, each in its own queue: whatever else they say may come before the other's.
  const { migrate_to_chat_id: to, migrate_from_chat_id: former } = message;
  if (to !== undefined) return moved(message, chat, to);
  if (former !== undefined) return moved(message, { ...chat, id: former, type: 'group' }, chat.id);
  if (from === undefined) return null;
  // Channels and anonymous administrators write as a chat; nobody can be held to what they say. The latter are told so.
  const anonymous = from.id === ANONYMOUS && message.sender_chat?.id === chat.id;
  if (anonymous) {
    const event = messageEvent(message, from, self);
    return event && { sender: sender(from), anonymous, chat: place(chat, message), event };
  }
  if (from.is_bot === true || message.sender_chat !== undefined) return null;
  const event = messageEvent(message, from, self);
  return event && { sender: sender(from), chat: place(chat, message), event };
}

function moved({ from }: TelegramMessage, chat: TelegramChat, to: number): Content {
  return {
    sender: sender(from ?? { id: chat.id, first_name: chat.title }),
    chat: place(chat),
    event: { kind: 'moved', toChatId: String(to) },
  };
}

function fromPress(press: TelegramPress): Content | null {
  const { from, message } = press;
  if (press.data === undefined || from.is_bot === true) return null;
  return {
    sender: sender(from),
    chat: message ? place(message.chat, message) : { id: String(from.id), kind: 'private', topic: null },
    event: {
      kind: 'press',
      pressId: storable(press.id),
      payload: storable(press.data),
      messageId: message && message.date !== 0 ? String(message.message_id) : null,
    },
  };
}

function fromMembership(membership: TelegramMembership): Content | null {
  const { chat, from } = membership;
  const event = membershipEvent(membership);
  const anonymous = from.id === ANONYMOUS;
  return event && { sender: sender(from), ...(anonymous ? { anonymous } : {}), chat: place(chat), event };
}

function membershipEvent(membership: TelegramMembership): UpdateEvent | null {
  const { chat } = membership;
  const before = isIn(membership.old_chat_member);
  const after = isIn(membership.new_chat_member);
  if (chat.type === 'private') return { kind: 'reachability', reachable: after };
  if (chat.type === 'channel' || before === after) return null;
  return { kind: 'group', change: after ? 'joined' : 'left', title: storable(chat.title || String(chat.id)) };
}

function isIn(member: { readonly status: string; readonly is_member?: boolean | undefined }): boolean {
  if (member.status === 'restricted') return member.is_member === true;
  return member.status !== 'left' && member.status !== 'kicked';
}

function sender(user: Pick<TelegramUser, 'id'> & Partial<TelegramUser>) {
  return toProfile(user.id, user);
}

function place(
  chat: TelegramChat,
  message: {
    readonly message_thread_id?: number | undefined;
    readonly is_topic_message?: boolean | undefined;
  } = {},
): Chat {
  const thread = message.is_topic_message === true ? message.message_thread_id : undefined;
  return {
    id: String(chat.id),
    kind: chat.type === 'private' ? 'private' : 'group',
    // The General topic has id 1 but refuses to be named when sending.
    topic: thread === undefined || thread === 1 ? null : String(thread),
  };
}
