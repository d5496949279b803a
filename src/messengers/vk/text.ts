import type { RichText } from '../../chat/reply.ts';
import { isVisible, storable } from '../characters.ts';
import { cutAt, skipSpace } from '../text-cut.ts';

/** UTF-16 units of one message. The schema says 9000; 4096 is what is said to hold in practice. */
const MAX_LENGTH = 4096;
/** Stands where VK demands a text and the screen has none. */
const PLACEHOLDER = '…';
/** Joins what stands around it and is not seen. */
const JOINER = '\u2060';

/**
 * What VK would read as markup in a plain text: mentions, character references, line breaks. There is no way to
 * escape them, so they are broken up by a character that nobody sees.
 */
const MARKUP =
  /[[*@](?=(?:id|club|public|event)\d)|[*@](?=[a-z][\w.]{1,31}\s?\()|&(?=#?\w{1,10};)|<(?=br\s*\/?>)/gi;

/**
 * The text of a screen as one or more messages' texts, each visible, trimmed and within the limit. Styles are left
 * out, an address follows the words that link to it. Long texts are cut at a line end, else between words, else
 * between graphemes; only white space at a cut is lost.
 */
export function pieces(rich: RichText): string[] {
  const whole = rich.map(plain).join('').replace(MARKUP, `$&${JOINER}`);
  const parts: string[] = [];
  for (let start = skipSpace(whole, 0); start < whole.length; ) {
    const end = start + cutAt(whole.slice(start), MAX_LENGTH);
    const part = whole.slice(start, end).trimEnd();
    if (isVisible(part)) parts.push(part);
    start = skipSpace(whole, end);
  }
  return parts.length > 0 ? parts : [PLACEHOLDER];
}

function plain(run: RichText[number]): string {
  if (typeof run === 'string') return storable(run);
  const text = storable(run.text);
  if (!('url' in run)) return text;
  const url = storable(run.url);
  return text === url || !isVisible(text) ? url : `${text} (${url})`;
}
