import type { StoredMessage } from '../chat-log.ts';
import { type Emulation, seconds } from '../emulation.ts';
import { badRequest } from '../errors.ts';
import { type FormattedText, readText } from '../formatted-text.ts';
import type { Params } from '../params.ts';
import { readInlineMarkup } from '../reply-markup.ts';
import { checkAccess, readChat, sendFromBot } from '../sending.ts';
import type { InlineKeyboardMarkup } from '../types.ts';
import type { ChatRecord } from '../world.ts';
import type { Method, Outcome } from './outcome.ts';

const CHAT_ACTIONS: ReadonlySet<string> = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document ' +
    'choose_sticker find_location record_video_note upload_video_note'
  ).split(' '),
);
// Bot API, deleteMessage: a message can only be deleted if it was sent less than 48 hours ago.
const DELETABLE_SECONDS = 48 * 3600;

export const sendMessage: Method = (emulation, { params }) => {
  const { text, entities } = readText(params, (id) => emulation.world.userOrBot(id));
  const content = entities.length > 0 ? { text, entities } : { text };
  return { result: sendFromBot(emulation, params, content) };
};

export const editMessageText: Method = (emulation, { params }) => {
  const stored = editable(emulation, params);
  if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
  const markup = readInlineMarkup(params);
  const formatted = readText(params, (id) => emulation.world.userOrBot(id));
  return applyEdit(emulation, stored, markup, formatted);
};

export const editMessageReplyMarkup: Method = (emulation, { params }) =>
  applyEdit(emulation, editable(emulation, params), readInlineMarkup(params));

// The server's order: message exists, may be edited, has text, markup, text, then not modified.
function editable(emulation: Emulation, params: Params): StoredMessage {
  const record = readChat(emulation, params);
  const stored = findMessage(
    record,
    params,
    'message identifier is not specified',
    'message to edit not found',
  );
  checkAccess(emulation, record);
  if (!stored.fromBot || stored.sealed || stored.message.forward_origin !== undefined) {
    throw badRequest("message can't be edited");
  }
  return stored;
}

function findMessage(record: ChatRecord, params: Params, missing: string, unknown: string): StoredMessage {
  const id = params.integer('message_id');
  if (id === undefined || id === 0) throw badRequest(missing);
  const stored = record.log.find(id);
  if (stored === undefined) throw badRequest(unknown);
  return stored;
}

function applyEdit(
  emulation: Emulation,
  stored: StoredMessage,
  markup: InlineKeyboardMarkup | undefined,
  formatted?: FormattedText,
): Outcome {
  const { message } = stored;
  const text = formatted?.text ?? message.text;
  const entities = formatted?.entities ?? message.entities ?? [];
  const same =
    text === message.text &&
    JSON.stringify(entities) === JSON.stringify(message.entities ?? []) &&
    JSON.stringify(markup) === JSON.stringify(message.reply_markup);
  if (same) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same ' +
        'as a current content and reply markup of the message',
    );
  }
  const { entities: _, reply_markup: __, ...rest } = message;
  stored.message = {
    ...rest,
    ...(text !== undefined && { text }),
    ...(entities.length > 0 && { entities }),
    ...(markup !== undefined && { reply_markup: markup }),
    edit_date: seconds(emulation),
  };
  stored.edits++;
  return { result: stored.message };
}

export const deleteMessage: Method = (emulation, { params }) => {
  const record = readChat(emulation, params);
  const missing = 'message identifier is not specified';
  const stored = findMessage(record, params, missing, 'message to delete not found');
  checkAccess(emulation, record);
  const old = seconds(emulation) - stored.message.date > DELETABLE_SECONDS;
  const mine = stored.fromBot || record.chat.type === 'private' || record.botStatus === 'administrator';
  if (old || !mine) throw badRequest("message can't be deleted");
  stored.deleted = true;
  return { result: true };
};

export const sendChatAction: Method = (emulation, { params }) => {
  const record = readChat(emulation, params);
  checkAccess(emulation, record);
  if (!CHAT_ACTIONS.has(params.text('action'))) throw badRequest('wrong parameter action in request');
  return { result: true };
};
