import { graphemeBoundary } from './characters.ts';

/**
 * Where a text of more than `limit` UTF-16 units is best cut: at a line end, else between words, else between
 * graphemes; its whole length where it fits.
 */
export function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const line = text.lastIndexOf('\n', limit);
  if (line >= limit / 2) return line;
  for (let index = limit; index >= limit / 2; index--) {
    if (/\s/.test(text.charAt(index))) return index;
  }
  return graphemeBoundary(text, limit);
}

/** The first place from `from` on that is no white space. */
export function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/.test(text.charAt(index))) index++;
  return index;
}
