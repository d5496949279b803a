import { describe, expect, test } from 'vitest';
import { mixesLookAlikes } from '../../../src/domain/mixed-scripts.ts';
import { isVisibleText, plainText } from '../../../src/domain/plain-text.ts';

describe('joiners', () => {
  test.each([
    ['Sinhala conjuncts', 'ප්\u200dරියන්ත'],
    ['Persian half-spaces', 'علی\u200cرضا'],
    ['Devanagari without a ligature', 'क्\u200cष'],
    ['Devanagari half forms', 'क्\u200dष'],
    ['a family', '👨\u200d👩\u200d👧'],
    ['a keycap', '1\ufe0f\u20e3'],
  ])('stay where they are needed: %s', (_what, name) => {
    expect(plainText(name)).toBe(name);
  });

  test.each([
    ['between Latin letters', 'An\u200dna\u200c', 'Anna'],
    ['between Cyrillic letters', 'Ан\u200cна', 'Анна'],
    ['behind a letter that joins nothing', 'رضا\u200cرضا', 'رضارضا'],
    ['at the end of a joining word', 'علی\u200c', 'علی'],
    ['twice', 'علی\u200c\u200cرضا', 'علی\u200cرضا'],
    ['a joiner between joining letters', 'علی\u200dرضا', 'علیرضا'],
    ['a selector behind a letter', 'A\ufe0fnna', 'Anna'],
  ])('go elsewhere: %s', (_what, name, clean) => {
    expect(plainText(name)).toBe(clean);
  });
});

describe('visible', () => {
  test.each(['A', '7', '!', '🙂', '漢', 'अ'])('is %s', (text) => {
    expect(isVisibleText(plainText(text))).toBe(true);
  });

  test.each([
    '2800',
    '3164',
    '115f',
    '1160',
    'ffa0',
    '200b',
    'ad',
    '34f',
    '2060',
    'a0',
    '3000',
    'fffc',
    '180e',
  ])('is not U+%s', (code) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    expect(isVisibleText(plainText(character.repeat(2)))).toBe(false);
  });
});

describe('look-alike scripts', () => {
  test.each(['Асme Ваnk', 'Pаypal', 'Ηello', 'студия Acmе'])('are mixed within a word of %s', (name) => {
    expect(mixesLookAlikes(name)).toBe(true);
  });

  test.each([
    'Acme Bank',
    'Студия Acme',
    'ООО «Рога & Co»',
    'Café №5',
    'IT-отдел',
    '東京Tower',
    'Ελλάδα GmbH',
  ])('are not mixed within a word of %s', (name) => {
    expect(mixesLookAlikes(name)).toBe(false);
  });
});
