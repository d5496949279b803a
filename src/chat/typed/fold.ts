import { plainWord, type WordList } from '../i18n/words.ts';

/** A label or a typed text as they are compared: letters and digits in lower case, one space between words. */
export function fold(text: string): string {
  return (
    plainWord(text.normalize('NFKC'))
      // Cyrillic io is mostly written as ie.
      .replaceAll('\u0451', '\u0435')
      .replace(/\p{Emoji_Presentation}|[\uFE0E\uFE0F\u20E3]/gu, ' ')
      .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
      .trim()
  );
}

/** Whether the first word of a label is one of a list. */
export function opensWith(label: string, words: WordList): boolean {
  return words.has(fold(label).split(' ')[0] ?? '');
}
