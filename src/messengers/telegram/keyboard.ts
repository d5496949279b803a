import type { Ask, Button } from '../../chat/reply.ts';
import { ellipsize, isVisible, storable } from '../characters.ts';

/** Buttons in a row and in a message: the customary figures; the Bot API writes none down. */
const MAX_ROW = 8;
const MAX_BUTTONS = 100;
/** Below what the server answers with "reply markup is too long". */
const MAX_MARKUP_BYTES = 8000;
/** Clients show far less of a label and put an ellipsis themselves. */
const MAX_LABEL = 128;
/** Bytes of `callback_data` (Bot API, InlineKeyboardButton). */
const MAX_PAYLOAD_BYTES = 64;

type InlineButton = {
  readonly text: string;
  readonly style?: 'primary' | 'danger';
  readonly callback_data?: string;
  readonly url?: string;
};

export type InlineRows = readonly (readonly InlineButton[])[];

/**
 * The rows as inline keyboards, one a message: no row over 8 buttons, no message over 100, order kept and no
 * button dropped. Empty when there are no buttons. Throws if a payload is not 1–64 bytes, which is our bug.
 */
export function inlineKeyboards(rows: readonly (readonly Button[])[]): InlineRows[] {
  const keyboards: InlineButton[][][] = [];
  let buttons = 0;
  let bytes = 0;
  for (const row of rows) {
    for (let index = 0; index < row.length; index += MAX_ROW) {
      const line = row.slice(index, index + MAX_ROW).map(inlineButton);
      const size = line.reduce((sum, button) => sum + Buffer.byteLength(JSON.stringify(button)), 0);
      let current = keyboards.at(-1);
      if (current === undefined || buttons + line.length > MAX_BUTTONS || bytes + size > MAX_MARKUP_BYTES) {
        current = [];
        keyboards.push(current);
        buttons = 0;
        bytes = 0;
      }
      current.push(line);
      buttons += line.length;
      bytes += size;
    }
  }
  return keyboards;
}

/** What is asked for, as a keyboard under the input field. Telegram takes these only in private chats. */
export function askKeyboard(ask: Ask) {
  const text = label(ask.label);
  const button =
    ask.kind === 'contact'
      ? { text, request_contact: true }
      : {
          text,
          request_users: {
            request_id: ask.requestId,
            user_is_bot: false,
            max_quantity: Math.min(Math.max(ask.max, 1), 10),
            request_name: true,
            request_username: true,
          },
        };
  return { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true };
}

function inlineButton(button: Button): InlineButton {
  const text = label(button.label);
  switch (button.kind) {
    case 'press': {
      const bytes = Buffer.byteLength(button.payload);
      if (bytes < 1 || bytes > MAX_PAYLOAD_BYTES) {
        throw new RangeError(
          `a button's payload is ${bytes} bytes long; Telegram takes 1 to ${MAX_PAYLOAD_BYTES}`,
        );
      }
      const style = button.tone === undefined ? {} : { style: button.tone };
      return { text, callback_data: button.payload, ...style };
    }
    case 'link':
      return { text, url: storable(button.url) };
    case 'share':
      return { text, url: shareLink(button.url, button.text) };
  }
}

function shareLink(url: string, text: string): string {
  return `https://t.me/share/url?url=${encodeURIComponent(storable(url))}&text=${encodeURIComponent(storable(text))}`;
}

function label(text: string): string {
  const clean = storable(text).trim();
  return isVisible(clean) ? ellipsize(clean, MAX_LABEL) : '…';
}
