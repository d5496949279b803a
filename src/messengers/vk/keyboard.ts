import type { Button } from '../../chat/reply.ts';
import { ellipsize, isVisible, storable } from '../characters.ts';
import type { Keyboard } from './call.ts';
import { type Together, toPayload } from './payload.ts';

/** An inline keyboard: 5 buttons a row, 6 rows, 10 buttons in all (VK, keyboards for bots). */
const MAX_ROW = 5;
const MAX_ROWS = 6;
const MAX_BUTTONS = 10;
/** Characters of a label. */
const MAX_LABEL = 40;

type Row = readonly Button[];

/**
 * One message's rows as an inline keyboard: where there are too many of them, neighbours join.
 *
 * @param group the messages that the screen takes, where there are several
 */
export function inlineKeyboard(rows: readonly Row[], group: Together | null): Keyboard {
  return {
    inline: true,
    buttons: joined(rows).map((row) => row.map((button) => inlineButton(button, group))),
  };
}

/**
 * Rows by the message that they stand under, each within the limits: order kept and no button dropped. Rows stay
 * whole where they can. Empty without buttons.
 */
export function rowsByMessage(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  let count = 0;
  for (const row of rows) {
    for (let index = 0; index < row.length; index += MAX_ROW) {
      const line = row.slice(index, index + MAX_ROW);
      let current = found.at(-1);
      if (current === undefined || count + line.length > MAX_BUTTONS) {
        current = [];
        found.push(current);
        count = 0;
      }
      current.push(line);
      count += line.length;
    }
  }
  return found;
}

/** At most six rows: ten buttons in more of them always hold two neighbours that fit into one. */
function joined(rows: readonly Row[]): readonly Row[] {
  let shown = rows;
  while (shown.length > MAX_ROWS) {
    const sizes = shown.slice(1).map((row, index) => row.length + (shown[index]?.length ?? 0));
    const at = sizes.indexOf(Math.min(...sizes));
    shown = [...shown.slice(0, at), shown.slice(at, at + 2).flat(), ...shown.slice(at + 2)];
  }
  return shown;
}

function inlineButton(button: Button, group: Together | null): Keyboard['buttons'][number][number] {
  const label = labelOf(button.label);
  switch (button.kind) {
    case 'press': {
      const color = button.tone === undefined ? 'secondary' : COLORS[button.tone];
      return { action: { type: 'callback', label, payload: toPayload(button.payload, group) }, color };
    }
    case 'link':
      return { action: { type: 'open_link', label, link: storable(button.url) } };
    case 'share':
      return { action: { type: 'open_link', label, link: shareLink(button.url, button.text) } };
  }
}

const COLORS = { primary: 'primary', danger: 'negative' } as const;

function shareLink(url: string, text: string): string {
  return `https://vk.com/share.php?url=${encodeURIComponent(storable(url))}&title=${encodeURIComponent(storable(text))}`;
}

function labelOf(text: string): string {
  const clean = storable(text).trim();
  return isVisible(clean) ? ellipsize(clean, MAX_LABEL) : '…';
}
