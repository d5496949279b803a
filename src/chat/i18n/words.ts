import { existsSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { FALLBACK_LANGUAGE, type Language } from '../../domain/state.ts';

/** Words that people may type for one meaning, in every language. */
export interface WordList {
  /** Whether a word is one of them, whatever its case and its apostrophe. */
  has(word: string): boolean;
  /** Every word once, as `plainWord` writes it. */
  readonly all: readonly string[];
}

/** Words that people may type, by the keys of `words.ftl`. */
export interface Words {
  /** The languages, in the order of the list of languages. */
  readonly languages: readonly Language[];
  /** The words of one language as its catalogue writes them; none where it has no such key. */
  written(key: string, language: Language): readonly string[];
  /** The words of every language. Throws where English has none: a key that does not exist. */
  list(key: string): WordList;
}

/** The file of a language with the words that people may type. */
export const WORDS_FILE = 'words.ftl';

/** A word as it is compared: in lower case, and every apostrophe a straight one. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`]/gu, "'");
}

/** Reads `words.ftl` of each language at once. A language without the file has no words of its own. */
export function loadWords(root: URL, languages: readonly Language[]): Words {
  const catalogues = new Map(languages.map((language) => [language, readWords(root, language)]));
  const lists = new Map<string, WordList>();
  const written = (key: string, language: Language): readonly string[] =>
    catalogues.get(language)?.get(key) ?? [];
  return {
    languages,
    written,
    list(key) {
      let list = lists.get(key);
      if (!list) {
        if (written(key, FALLBACK_LANGUAGE).length === 0)
          throw new Error(`locales/${FALLBACK_LANGUAGE}/${WORDS_FILE} has no ${key}`);
        list = listOf(languages.flatMap((language) => written(key, language)));
        lists.set(key, list);
      }
      return list;
    },
  };
}

/** A pattern that fits any of the words, the longest first. */
export function anyOf({ all }: WordList): string {
  return [...all]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
}

function listOf(words: readonly string[]): WordList {
  const all = new Set(words.map(plainWord));
  return { has: (word) => all.has(plainWord(word)), all: [...all] };
}

function readWords(root: URL, language: Language): ReadonlyMap<string, readonly string[]> {
  const file = new URL(`${language}/${WORDS_FILE}`, root);
  if (!existsSync(file)) return new Map();
  const { body } = new FluentResource(readFileSync(file, 'utf8'));
  return new Map(
    body.flatMap(({ id, value }) => (typeof value === 'string' ? [[id, split(value)] as const] : [])),
  );
}

function split(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
