import type { Json, Outgoing } from '../../chat/messenger.ts';
import type { Attachment, Reply, Screen } from '../../chat/reply.ts';
import { ellipsize, isVisible, storable } from '../characters.ts';
import type { Call } from './call.ts';
import { askKeyboard, type InlineRows, inlineKeyboards } from './keyboard.ts';
import { type Piece, pieces } from './text.ts';

/** Characters of a toast (Bot API, answerCallbackQuery). */
const MAX_TOAST = 200;
/** Characters of a caption after parsing (Bot API, sendPhoto and sendDocument). */
const MAX_CAPTION = 1024;
/** Takes the keyboard off the input field when no message of the screen is free to do so. */
const TAKEN = '✓';
/** Carries the buttons that did not fit under the screen. */
const MORE = '…';

type Part = {
  /** The text, or the caption of what is attached. */
  readonly text: Piece;
  readonly attachment: Attachment | null;
  readonly rows: InlineRows | null;
  /** Replaces the message that the reply edits; the other parts are new messages. */
  readonly edits: boolean;
  readonly markup: { readonly [key: string]: Json } | null;
};

/** The Bot API calls that a reply takes, in order. Pure; throws only if a button's payload breaks its limit. */
export function render(reply: Reply): Outgoing[] {
  // A press is answered in no order with the chat's messages: waiting for them would only keep the mark turning.
  if (reply.kind === 'toast') return [outgoing(`press ${reply.pressId}`, toastCall(reply))];
  const topic = threadId(reply.to.topic);
  const calls = parts(reply).map((part, index): Call => {
    const params = { ...contentOf(part), ...markupOf(part) };
    if (part.edits && reply.kind === 'edit') {
      return { method: 'editMessageText', params: { message_id: Number(reply.messageId), ...params }, topic };
    }
    const answers =
      index === 0 && reply.kind === 'send' && reply.replyTo !== undefined ? reply.replyTo : null;
    const sent = {
      ...params,
      ...(topic === null ? {} : { message_thread_id: topic }),
      ...(answers === null
        ? {}
        : { reply_parameters: { message_id: Number(answers), allow_sending_without_reply: true } }),
    };
    if (part.attachment === null) return { method: 'sendMessage', params: sent };
    const method = part.attachment.contentType === 'image/png' ? 'sendPhoto' : 'sendDocument';
    return { method, params: sent, attachment: part.attachment.id };
  });
  return calls.map((call) => outgoing(reply.to.chatId, call));
}

function parts(reply: Exclude<Reply, { kind: 'toast' }>): Part[] {
  const { screen } = reply;
  const keyboards = inlineKeyboards(screen.buttons);
  const contents = contentsOf(screen);
  const shown: Part[] = contents.map((content, index) => ({
    ...content,
    rows: index === contents.length - 1 ? (keyboards[0] ?? null) : null,
    edits: index === 0 && reply.kind === 'edit' && content.attachment === null,
    markup: null,
  }));
  for (const rows of keyboards.slice(1))
    shown.push({ text: plain(MORE), attachment: null, rows, edits: false, markup: null });
  // Groups never see these keyboards: they would open under everybody's input field.
  return isPrivate(reply.to.chatId) ? withInputKeyboard(shown, screen) : shown;
}

/** Attachments first; the text is the last one's caption where it fits, else it follows. */
function contentsOf({ text, attachments = [] }: Screen): Pick<Part, 'text' | 'attachment'>[] {
  // A picture needs no words; a message does.
  const texts = attachments.length > 0 && text.length === 0 ? [] : pieces(text);
  const bare = attachments.map((attachment) => ({ text: plain(''), attachment }));
  const last = bare.at(-1);
  const [caption] = texts;
  if (last && caption && texts.length === 1 && caption.text.length <= MAX_CAPTION)
    return [...bare.slice(0, -1), { ...last, text: caption }];
  return [...bare, ...texts.map((piece) => ({ text: piece, attachment: null }))];
}

function contentOf({ text, attachment }: Part): { readonly [key: string]: Json } {
  const entities = text.entities.length === 0 ? null : text.entities;
  if (attachment === null)
    return {
      text: text.text,
      link_preview_options: { is_disabled: true },
      ...(entities === null ? {} : { entities }),
    };
  if (text.text === '') return {};
  return { caption: text.text, ...(entities === null ? {} : { caption_entities: entities }) };
}

/** A message carries either inline buttons or an input keyboard, and an edit only the former. */
function withInputKeyboard(shown: Part[], screen: Screen): Part[] {
  if (screen.ask !== undefined) {
    const markup = askKeyboard(screen.ask);
    const last = shown.at(-1);
    if (last !== undefined && isFree(last)) return [...shown.slice(0, -1), { ...last, markup }];
    const text = pieces([screen.ask.label])[0] ?? plain(MORE);
    return [...shown, { text, attachment: null, rows: null, edits: false, markup }];
  }
  if (screen.closeAsk === true) {
    const markup = { remove_keyboard: true };
    const free = shown.findIndex(isFree);
    if (free >= 0) return shown.map((part, index) => (index === free ? { ...part, markup } : part));
    return [{ text: plain(TAKEN), attachment: null, rows: null, edits: false, markup }, ...shown];
  }
  return shown;
}

function isFree(part: Part): boolean {
  return part.rows === null && !part.edits;
}

function markupOf(part: Part): { readonly reply_markup?: Json } {
  if (part.rows !== null) return { reply_markup: { inline_keyboard: part.rows } };
  return part.markup === null ? {} : { reply_markup: part.markup };
}

function toastCall(toast: Extract<Reply, { kind: 'toast' }>): Call {
  const text = storable(toast.text).trim();
  return {
    method: 'answerCallbackQuery',
    params: {
      callback_query_id: toast.pressId,
      ...(isVisible(text) ? { text: ellipsize(text, MAX_TOAST) } : {}),
      ...(toast.alert ? { show_alert: true } : {}),
    },
  };
}

function outgoing(chatId: string, call: Call): Outgoing {
  return { messenger: 'telegram', chatId, body: call };
}

function plain(text: string): Piece {
  return { text, entities: [] };
}

/** The General topic has id 1 but refuses to be named: "message thread not found". */
function threadId(topic: string | null): number | null {
  return topic === null || topic === '1' ? null : Number(topic);
}

/** Ids of groups and supergroups are negative. */
function isPrivate(chatId: string): boolean {
  return !chatId.startsWith('-');
}
