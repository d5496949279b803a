import type { StoredMessage } from '../chat-log.ts';
import type { InlineKeyboardButton, KeyboardButton, Message, MessageEntity } from '../types.ts';

/** A message as a person in the chat sees it. */
export interface ChatMessage {
  id: number;
  chatId: number;
  fromBot: boolean;
  fromId: number | undefined;
  /** Text, or the caption of a file; empty for service messages. */
  text: string;
  entities: MessageEntity[];
  /** Rows of inline buttons; empty when there are none. */
  buttons: { text: string; data?: string; url?: string }[][];
  /** Rows of the keyboard under the input field that came with the message. */
  keyboard: KeyboardButton[][];
  threadId: number | undefined;
  replyTo: number | undefined;
  /** How many times it was edited. */
  edits: number;
  deleted: boolean;
  /** file_id of its document or picture. */
  fileId: string | undefined;
  /** The whole object of the API, for what is not above. */
  raw: Message;
}

export function viewMessage(stored: StoredMessage): ChatMessage {
  const { message } = stored;
  return {
    id: message.message_id,
    chatId: message.chat.id,
    fromBot: stored.fromBot,
    fromId: message.from?.id,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(viewButton)),
    keyboard: stored.keyboard ?? [],
    threadId: message.message_thread_id,
    replyTo: message.reply_to_message?.message_id,
    edits: stored.edits,
    deleted: stored.deleted,
    fileId: message.document?.file_id ?? message.photo?.[0]?.file_id,
    raw: message,
  };
}

function viewButton(button: InlineKeyboardButton): { text: string; data?: string; url?: string } {
  return {
    text: button.text,
    ...(button.callback_data !== undefined && { data: button.callback_data }),
    ...(button.url !== undefined && { url: button.url }),
  };
}
