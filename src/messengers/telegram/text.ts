import type { RichText } from '../../chat/reply.ts';
import { isVisible, storable } from '../characters.ts';
import { cutAt, skipSpace } from '../text-cut.ts';

/** Characters of one message after parsing; counted here as UTF-16 units, the strictest reading (Bot API, sendMessage). */
const MAX_LENGTH = 4096;
/** Further entities of a message are dropped by the server without a word. */
const MAX_ENTITIES = 100;
/** Stands where Telegram demands a text and the screen has none. */
const PLACEHOLDER = '…';

/** Formatting by position instead of `parse_mode`: nothing inside a text can be read as markup. UTF-16 units. */
type Entity =
  | { readonly type: 'bold' | 'italic' | 'code'; readonly offset: number; readonly length: number }
  | { readonly type: 'text_link'; readonly url: string; readonly offset: number; readonly length: number };

/** Text of one message. */
export type Piece = { readonly text: string; readonly entities: readonly Entity[] };

/**
 * The text of a screen as one or more messages' texts, each visible, trimmed and within the limits. Long texts
 * are cut at a line end, else between words, else between graphemes; only white space at a cut is lost.
 */
export function pieces(rich: RichText): Piece[] {
  const whole = flatten(rich);
  const parts: Piece[] = [];
  for (let start = skipSpace(whole.text, 0); start < whole.text.length; ) {
    const end = start + cutAt(whole.text.slice(start), limitFrom(whole.entities, start));
    const part = slice(whole, start, end);
    if (isVisible(part.text)) parts.push(part);
    start = skipSpace(whole.text, end);
  }
  return parts.length > 0 ? parts : [{ text: PLACEHOLDER, entities: [] }];
}

function flatten(rich: RichText): Piece {
  let text = '';
  const entities: Entity[] = [];
  for (const run of rich) {
    const plain = storable(typeof run === 'string' ? run : run.text);
    if (typeof run !== 'string' && plain !== '') {
      const range = { offset: text.length, length: plain.length };
      entities.push(
        'url' in run
          ? { type: 'text_link', url: storable(run.url), ...range }
          : { type: run.style, ...range },
      );
    }
    text += plain;
  }
  return { text, entities };
}

function limitFrom(entities: readonly Entity[], start: number): number {
  if (entities.length <= MAX_ENTITIES) return MAX_LENGTH;
  const first = entities.findIndex((entity) => entity.offset + entity.length > start);
  const surplus = first < 0 ? undefined : entities[first + MAX_ENTITIES];
  return surplus === undefined ? MAX_LENGTH : Math.min(MAX_LENGTH, surplus.offset - start);
}

function slice(whole: Piece, start: number, end: number): Piece {
  const text = whole.text.slice(start, end).trimEnd();
  const entities: Entity[] = [];
  for (const entity of whole.entities) {
    const offset = Math.max(entity.offset - start, 0);
    const length = Math.min(entity.offset + entity.length - start, text.length) - offset;
    if (length > 0 && isVisible(text.slice(offset, offset + length)))
      entities.push({ ...entity, offset, length });
  }
  return { text, entities };
}
