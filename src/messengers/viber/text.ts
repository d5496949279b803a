import type { RichText, Run } from '../../chat/reply.ts';
import { isVisible, storable } from '../characters.ts';
import { cutAt, skipSpace } from '../text-cut.ts';

/** Characters of a text message (creators.viber.com, text message); counted as UTF-16 units, the strictest reading. */
const MAX_LENGTH = 7000;
/** Bytes of it as JSON: with a keyboard as large, a request stays below 30 KB. */
const MAX_BYTES = 13_000;
/** Stands where Viber demands a text and the screen has none. */
const PLACEHOLDER = '…';

/**
 * The text of a screen as one or more messages' texts, each visible, trimmed and within the limits; only white
 * space at a cut is lost. Viber has no styles that a name could not bring along, so there are none; the address
 * of a link stands behind its words.
 */
export function pieces(rich: RichText): string[] {
  const whole = rich.map(plain).join('');
  const parts: string[] = [];
  for (let start = skipSpace(whole, 0); start < whole.length; ) {
    const rest = whole.slice(start);
    let end = cutAt(rest, MAX_LENGTH);
    while (jsonBytes(rest.slice(0, end)) > MAX_BYTES) end = cutAt(rest, Math.floor((end * 3) / 4));
    const part = rest.slice(0, end).trimEnd();
    if (isVisible(part)) parts.push(part);
    start = skipSpace(whole, start + end);
  }
  return parts.length > 0 ? parts : [PLACEHOLDER];
}

/** Bytes of a value as it travels. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function plain(run: Run): string {
  if (typeof run === 'string') return storable(run);
  const text = storable(run.text);
  if (!('url' in run) || text === run.url) return text;
  return isVisible(text) ? `${text} (${storable(run.url)})` : storable(run.url);
}
