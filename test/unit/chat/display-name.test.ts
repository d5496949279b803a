import { expect, test } from 'vitest';
import { displayName, MAX_NAME } from '../../../src/chat/display-name.ts';
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

test('a long name is cut between graphemes, whether simple or not', () => {
  expect(displayName('я'.repeat(MAX_NAME))).toBe('я'.repeat(MAX_NAME));
  expect(displayName('я'.repeat(MAX_NAME + 1))).toBe(`${'я'.repeat(MAX_NAME)}…`);
  const family = '👨‍👩‍👧';
  // Of graphemes this long half as many come to four units for each that a name may have.
  expect(displayName(family.repeat(MAX_NAME / 2))).toBe(family.repeat(MAX_NAME / 2));
  expect(displayName(family.repeat(MAX_NAME))).toBe(`${family.repeat(MAX_NAME / 2)}…`);
});

test('spaces are one between words and none around', () => {
  expect(displayName('  Anna   Maria ')).toBe('Anna Maria');
});
