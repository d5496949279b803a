import { plainText } from '../domain/plain-text.ts';

/** Names longer than this are cut for display, with an ellipsis: a screen is not one person's. */
export const MAX_NAME = 64;

/** UTF-16 units that a grapheme may take on average: ten rows of such names still make one message. */
const MAX_UNITS = 4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Words of Latin, Greek and Cyrillic letters, digits and signs, one space between them: each unit is a grapheme
 * and nothing is to be removed. Nearly every name is one, and segmenting costs fifty times as much as knowing it.
 */
const SIMPLE =
  /^[!-~\u00a1-\u00ac\u00ae-\u024f\u0370-\u0482\u048a-\u052f]+(?: [!-~\u00a1-\u00ac\u00ae-\u024f\u0370-\u0482\u048a-\u052f]+)*$/;

/**
 * A foreign name as screens show it: one line, no invisible or reordering characters, at most `longest`
 * graphemes (each at most 16 UTF-16 units, so that stacked marks cannot grow it) and four times as many UTF-16
 * units, never empty.
 */
export function displayName(name: string, longest: number = MAX_NAME): string {
  if (name.length <= longest && SIMPLE.test(name)) return name;
  let shown = '';
  let count = 0;
  for (const { segment } of graphemes.segment(plainText(name))) {
    if (count === longest || shown.length + segment.length > longest * MAX_UNITS)
      return `${shown.trimEnd()}…`;
    shown += segment.length > 16 ? [...segment].slice(0, 4).join('') : segment;
    count++;
  }
  return shown === '' ? '—' : shown;
}
