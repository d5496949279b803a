import { badRequest } from './errors.ts';
import { isObject, type Params } from './params.ts';
import type { InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton } from './types.ts';

export type ReplyMarkup =
  | { kind: 'inline'; markup: InlineKeyboardMarkup }
  | { kind: 'keyboard'; rows: KeyboardButton[][]; oneTime: boolean; placeholder?: string }
  | { kind: 'remove' }
  | { kind: 'force_reply' };

/** Bot API, InlineKeyboardButton.callback_data: 1-64 bytes; CopyTextButton.text: 1-256 characters. */
const MAX_CALLBACK_DATA = 64;
// Not published; the number commonly met, kept so that no screen grows past it unnoticed.
const MAX_BUTTONS = 100;

const INLINE_ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];
const KEYBOARD_ACTIONS = {
  request_contact: 'phone number can be requested in private chats only',
  request_location: 'location can be requested in private chats only',
  request_poll: 'poll can be requested in private chats only',
  request_users: 'users can be requested in private chats only',
  request_chat: 'chats can be requested in private chats only',
  web_app: 'web App buttons can be used in private chats only',
} as const;

/** Reads `reply_markup` for a chat of the given kind. Throws 400 in the server's words. */
export function readReplyMarkup(params: Params, isPrivate: boolean): ReplyMarkup | undefined {
  const value = params.json('reply_markup', 'reply keyboard markup');
  if (value === undefined) return undefined;
  if (!isObject(value)) throw badRequest('object expected as reply markup');
  if (value.inline_keyboard !== undefined) return { kind: 'inline', markup: readInline(value) };
  if (value.keyboard !== undefined) return readKeyboard(value, isPrivate);
  if (value.remove_keyboard === true) return { kind: 'remove' };
  if (value.force_reply === true) return { kind: 'force_reply' };
  return undefined;
}

/** Reads `reply_markup` of an edit, which may only be inline. An empty keyboard reads as none. */
export function readInlineMarkup(params: Params): InlineKeyboardMarkup | undefined {
  const value = params.json('reply_markup', 'reply keyboard markup');
  if (value === undefined) return undefined;
  if (!isObject(value) || value.inline_keyboard === undefined) {
    if (isObject(value) && Object.keys(value).length === 0) return undefined;
    throw badRequest('inline keyboard expected');
  }
  const markup = readInline(value);
  return markup.inline_keyboard.length === 0 ? undefined : markup;
}

function rowsOf(value: unknown, name: string): unknown[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${name}" must be of type Array`);
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`field "${name}" must be an Array of Arrays`);
    return row;
  });
}

function readInline(value: Record<string, unknown>): InlineKeyboardMarkup {
  const rows = rowsOf(value.inline_keyboard, 'inline_keyboard').map((row) => row.map(readInlineButton));
  const keyboard = rows.filter((row) => row.length > 0);
  if (keyboard.reduce((sum, row) => sum + row.length, 0) > MAX_BUTTONS) {
    throw badRequest('reply markup is too long');
  }
  return { inline_keyboard: keyboard };
}

function readInlineButton(item: unknown): InlineKeyboardButton {
  const fail = (detail: string): Error => badRequest(`can't parse inline keyboard button: ${detail}`);
  if (!isObject(item)) throw fail('InlineKeyboardButton must be an Object');
  if (item.text === undefined) throw fail('Can\'t find field "text"');
  if (typeof item.text !== 'string') throw fail('Field "text" must be of type String');
  if (item.text === '') throw fail('Button text must be non-empty');
  const actions = INLINE_ACTIONS.filter((name) => item[name] !== undefined && item[name] !== '');
  if (actions.length === 0) throw fail('Text buttons are unallowed in the inline keyboard');
  // The real server takes the first and drops the rest without a word; the docs ask for exactly one.
  if (actions.length > 1) throw fail(`Exactly one action expected, got ${actions.join(', ')}`);
  if (item.callback_data !== undefined) checkCallbackData(item.callback_data);
  if (item.url !== undefined) checkUrl(item.url);
  if (item.pay !== undefined || item.callback_game !== undefined) throw badRequest('BUTTON_TYPE_INVALID');
  if (item.copy_text !== undefined) checkCopyText(item.copy_text);
  return { ...item, text: item.text };
}

function checkCallbackData(data: unknown): void {
  if (typeof data !== 'string' || Buffer.byteLength(data, 'utf8') > MAX_CALLBACK_DATA) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
}

function checkCopyText(copy: unknown): void {
  const text = isObject(copy) ? copy.text : undefined;
  if (typeof text !== 'string' || text.length < 1 || text.length > 256) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

function checkUrl(value: unknown): void {
  const fail = (why: string): Error => badRequest(`inline keyboard button URL '${value}' is invalid: ${why}`);
  if (typeof value !== 'string') throw badRequest('field "url" must be of type String');
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? 'http';
  if (!['http', 'https', 'tg', 'ton', 'tonsite'].includes(scheme)) throw fail('Unsupported URL protocol');
  const host = value.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0] ?? '';
  if (host === '') throw fail('URL host is empty');
  const local = /^(localhost|\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\])(:\d+)?$/i.test(host);
  if (scheme !== 'tg' && !local && !host.includes('.')) throw fail('Wrong HTTP URL');
}

function readKeyboard(value: Record<string, unknown>, isPrivate: boolean): ReplyMarkup {
  for (const name of ['selective', 'one_time_keyboard', 'is_persistent', 'resize_keyboard']) {
    if (value[name] !== undefined && typeof value[name] !== 'boolean') {
      throw badRequest(`field "${name}" must be of type Boolean`);
    }
  }
  const rows = rowsOf(value.keyboard, 'keyboard').map((row) =>
    row.map((item) => readButton(item, isPrivate)),
  );
  const placeholder = value.input_field_placeholder;
  return {
    kind: 'keyboard',
    rows,
    oneTime: value.one_time_keyboard === true,
    ...(typeof placeholder === 'string' && { placeholder }),
  };
}

function readButton(item: unknown, isPrivate: boolean): KeyboardButton {
  const fail = (detail: string): Error => badRequest(`can't parse keyboard button: ${detail}`);
  if (typeof item === 'string') return { text: item };
  if (!isObject(item)) throw fail('KeyboardButton must be an Object');
  if (typeof item.text !== 'string') throw fail('Can\'t find field "text"');
  const actions = Object.entries(KEYBOARD_ACTIONS).filter(([name]) => Boolean(item[name]));
  if (actions.length > 1)
    throw fail(`Exactly one action expected, got ${actions.map(([n]) => n).join(', ')}`);
  const [action] = actions;
  if (action !== undefined && !isPrivate) throw badRequest(action[1]);
  const button: KeyboardButton = { text: item.text };
  if (item.request_contact === true) button.request_contact = true;
  if (isObject(item.request_users)) {
    const { request_id, max_quantity = 1, request_name, request_username } = item.request_users;
    if (!Number.isInteger(request_id)) throw fail('Can\'t find field "request_id"');
    if (!Number.isInteger(max_quantity) || Number(max_quantity) < 1 || Number(max_quantity) > 10) {
      throw badRequest('BUTTON_QUANTITY_MAX_INVALID');
    }
    button.request_users = {
      request_id: Number(request_id),
      max_quantity: Number(max_quantity),
      request_name: request_name === true,
      request_username: request_username === true,
    };
  }
  return button;
}
