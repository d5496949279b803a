import { expect, test } from 'vitest';
import { displayName } from '../../../src/chat/display-name.ts';
import { plainText } from '../../../src/domain/plain-text.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a short name must come out as, grapheme by grapheme. */
function carefully(name: string): string {
  return [...graphemes.segment(plainText(name))].map(({ segment }) => segment).join('') || '—';
}

test('no character slips into a name because the name looks simple', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const name = `Ann${String.fromCharCode(code)}a B`;
    if (displayName(name) !== carefully(name)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
