import type { StoredMessage } from './chat-log.ts';
import { type Emulation, seconds } from './emulation.ts';
import { BotApiError, badRequest, forbidden } from './errors.ts';
import { isObject, type Params } from './params.ts';
import { type ReplyMarkup, readReplyMarkup } from './reply-markup.ts';
import type { Message } from './types.ts';
import { type ChatRecord, withoutReply } from './world.ts';

/** The chat of `chat_id`. Throws 400 when it is missing or unknown. */
export function readChat(emulation: Emulation, params: Params): ChatRecord {
  const text = params.text('chat_id');
  if (text === '') throw badRequest('chat_id is empty');
  const id = params.integer('chat_id');
  const record = id === undefined ? undefined : emulation.world.chat(id);
  if (record === undefined) throw badRequest('chat not found');
  return record;
}

/** Throws 403 or 400 when the bot can't act in the chat, for each reason in the server's words. */
export function checkAccess(emulation: Emulation, { chat, botStatus, upgradedTo }: ChatRecord): void {
  if (chat.type === 'private') {
    const person = emulation.world.person(chat.id);
    if (person?.deactivated) throw forbidden('user is deactivated');
    if (person?.blocked) throw forbidden('bot was blocked by the user');
    if (!person?.started) throw forbidden("bot can't initiate conversation with a user");
    return;
  }
  if (upgradedTo !== undefined) {
    throw new BotApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: upgradedTo,
    });
  }
  if (botStatus === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (botStatus === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
}

export type BotContent = Pick<
  Message,
  'text' | 'entities' | 'caption' | 'caption_entities' | 'document' | 'photo'
>;

/** Sends a message of the bot: chat, topic, reply and markup from the call, the content as given. */
export function sendFromBot(emulation: Emulation, params: Params, content: BotContent): Message {
  const record = readChat(emulation, params);
  const markup = readReplyMarkup(params, record.chat.type === 'private');
  checkAccess(emulation, record);
  const threadId = readThread(record, params);
  const replyTo = readReply(record, params);
  const stored = record.log.add((id) => {
    const message: Message = {
      message_id: id,
      from: emulation.bot,
      chat: record.chat,
      date: seconds(emulation),
      ...content,
    };
    if (threadId !== undefined)
      Object.assign(message, { message_thread_id: threadId, is_topic_message: true });
    if (replyTo !== undefined) message.reply_to_message = withoutReply(replyTo);
    if (params.flag('protect_content')) message.has_protected_content = true;
    if (markup?.kind === 'inline' && markup.markup.inline_keyboard.length > 0) {
      message.reply_markup = markup.markup;
    }
    return { message, fromBot: true, edits: 0, deleted: false, ...sealOf(markup) };
  });
  return stored.message;
}

// TD, can_edit_message: a message sent with a markup that is not inline can't be edited.
function sealOf(markup: ReplyMarkup | undefined): Pick<StoredMessage, 'sealed' | 'keyboard'> {
  if (markup === undefined || markup.kind === 'inline') return { sealed: false };
  return markup.kind === 'keyboard' ? { sealed: true, keyboard: markup.rows } : { sealed: true };
}

function readThread(record: ChatRecord, params: Params): number | undefined {
  const id = params.integer('message_thread_id');
  if (id === undefined || id === 0) return undefined;
  // Also for the General topic: its id is 1, and sending to it fails (Client.cpp 8276).
  if (!record.topics.has(id)) throw badRequest('message thread not found');
  return id;
}

function readReply(record: ChatRecord, params: Params): StoredMessage | undefined {
  const given = params.json('reply_parameters', 'reply parameters');
  if (given === undefined) return undefined;
  if (!isObject(given)) throw badRequest('object expected as reply parameters');
  if (given.message_id === undefined) throw badRequest('can\'t find field "message_id"');
  const replyTo = record.log.find(Number(given.message_id));
  if (replyTo === undefined && given.allow_sending_without_reply !== true) {
    throw badRequest('message to be replied not found');
  }
  return replyTo;
}
