import { isVisibleText, plainText } from '../../domain/plain-text.ts';
import { Refusal } from '../../domain/refusal.ts';

/** What a person sees as one character each: more does not fit a button. */
const MOST_GRAPHEMES = 40;
/** UTF-16 units: stacked marks make one grapheme out of many. */
const MOST_UNITS = 80;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A role's or scheme's title from what a person typed: one line, 1–40 graphemes, nothing invisible. Throws
 * `Refusal` (`role_title`) on anything else.
 */
export function titleFrom(typed: string): string {
  const title = plainText(typed);
  if (!isTitle(title)) throw new Refusal('role_title', { values: { most: MOST_GRAPHEMES } });
  return title;
}

/** Whether a text can stand as a title as it is. */
export function isTitle(text: string): boolean {
  return (
    text === plainText(text) &&
    isVisibleText(text) &&
    text.length <= MOST_UNITS &&
    [...graphemes.segment(text)].length <= MOST_GRAPHEMES
  );
}
