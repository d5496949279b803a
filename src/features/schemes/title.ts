import { isVisibleText, plainText } from '../../domain/plain-text.ts';
import { Refusal } from '../../domain/refusal.ts';

/** What a person sees as one character each: more does not fit a button. */
const MAX_GRAPHEMES = 40;
/** UTF-16 units: stacked marks make one grapheme out of many. */
const MAX_UNITS = 80;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A role's or scheme's title from what a person typed: one line, 1–40 graphemes, nothing invisible. Throws
 * `Refusal` (`role_title`) on anything else.
 */
export function titleFrom(typed: string): string {
  const title = plainText(typed);
  if (!isTitle(title)) throw new Refusal('role_title', { values: { most: MAX_GRAPHEMES } });
  return title;
}

/** Whether a text can stand as a title as it is. */
export function isTitle(text: string): boolean {
  return (
    text === plainText(text) &&
    isVisibleText(text) &&
    text.length <= MAX_UNITS &&
    [...graphemes.segment(text)].length <= MAX_GRAPHEMES
  );
}
