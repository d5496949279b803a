import type { StoredMessage } from './chat-log.ts';
import { type Emulation, seconds } from './emulation.ts';
import type { Message, User } from './types.ts';
import { type ChatRecord, withoutReply } from './world.ts';

export interface IncomingContent extends Omit<Message, 'message_id' | 'from' | 'chat' | 'date'> {}

interface Place {
  replyTo?: StoredMessage | undefined;
  threadId?: number | undefined;
}

export interface Posted {
  stored: StoredMessage;
  /** Undefined when the bot does not get to see the message. */
  updateId: number | undefined;
}

/** Puts a person's message into a chat and tells the bot, if it may see it. */
export function postIncoming(
  emulation: Emulation,
  record: ChatRecord,
  from: User,
  content: IncomingContent,
  place: Place = {},
): Posted {
  const stored = record.log.add((id) => {
    const message: Message = {
      message_id: id,
      from,
      chat: record.chat,
      date: seconds(emulation),
      ...content,
    };
    if (place.threadId !== undefined) {
      message.message_thread_id = place.threadId;
      message.is_topic_message = true;
      // In a topic a message that answers none answers the topic's first one.
      const opening = record.topics.get(place.threadId);
      if (opening !== undefined) message.reply_to_message = opening;
    }
    if (place.replyTo !== undefined) message.reply_to_message = withoutReply(place.replyTo);
    return { message, fromBot: false, edits: 0, deleted: false, sealed: false };
  });
  const visible = isVisible(emulation, record, stored.message);
  const updateId = visible
    ? emulation.stream.add('message', snapshot(stored), `message ${record.chat.id}`)
    : undefined;
  emulation.changes.happened();
  return { stored, updateId };
}

/** Changes a person's message and tells the bot. */
export function editIncoming(
  emulation: Emulation,
  record: ChatRecord,
  stored: StoredMessage,
  content: IncomingContent,
): Posted {
  Object.assign(stored.message, content, { edit_date: seconds(emulation) });
  stored.edits++;
  const visible = isVisible(emulation, record, stored.message);
  const updateId = visible
    ? emulation.stream.add('edited_message', snapshot(stored), `message ${record.chat.id}`)
    : undefined;
  emulation.changes.happened();
  return { stored, updateId };
}

/** An update shows the message as it was when it happened, whatever becomes of it later. */
function snapshot(stored: StoredMessage): Message {
  return { ...stored.message };
}

const isService = (message: Message): boolean => message.text === undefined && message.document === undefined;

function isVisible(emulation: Emulation, record: ChatRecord, message: Message): boolean {
  if (record.chat.type === 'private') return true;
  if (record.botStatus === 'left' || record.botStatus === 'kicked') return false;
  if (!emulation.privacyMode || record.botStatus === 'administrator') return true;
  // Privacy mode (core.telegram.org/bots/features): service messages, commands, replies to the bot.
  if (isService(message) || message.reply_to_message?.from?.id === emulation.bot.id) return true;
  const suffix = `@${emulation.bot.username}`.toLowerCase();
  return (message.entities ?? []).some(({ type, offset, length }) => {
    if (type !== 'bot_command') return false;
    const command = message.text?.slice(offset, offset + length).toLowerCase() ?? '';
    return !command.includes('@') || command.endsWith(suffix);
  });
}
