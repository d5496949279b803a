import { expect, test } from 'vitest';
import { displayName, MAX_NAME } from '../../../src/chat/display-name.ts';

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
