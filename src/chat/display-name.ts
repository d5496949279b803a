import { plainText } from '../workspace/plain-text.ts';

/** Names longer than this are cut for display, with an ellipsis: a screen is not one person's. */
export const LONGEST_NAME = 64;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A foreign name as screens show it: one line, no invisible or reordering characters, at most `longest`
 * graphemes (each at most 16 UTF-16 units, so that stacked marks cannot grow it), never empty.
 */
export function displayName(name: string, longest: number = LONGEST_NAME): string {
  let shown = '';
  let count = 0;
  for (const { segment } of graphemes.segment(plainText(name))) {
    if (count === longest) return `${shown.trimEnd()}…`;
    shown += segment.length > 16 ? [...segment].slice(0, 4).join('') : segment;
    count++;
  }
  return shown === '' ? '—' : shown;
}
