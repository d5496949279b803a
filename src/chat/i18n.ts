import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentDateTime, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { SchemeDeclaration } from '../access/define-scheme.ts';
import { FALLBACK_LANGUAGE, LANGUAGES, type Language } from '../domain/state.ts';
import { displayName } from './display-name.ts';
import { loadWords, WORDS_FILE, type WordList, type Words } from './i18n/words.ts';
import type { RichText, Run } from './reply.ts';

/** A text that we composed ourselves (a list of role titles): not cut, but still isolated. */
export interface Composed {
  readonly composed: string;
}

/** A value of a message. Strings are foreign names: cleaned, cut and isolated. */
export type Value = string | number | Date | Composed;
export type Values = Readonly<Record<string, Value>>;

/** What says how a scheme of people's own and its roles are called; hostile texts. */
export type GivenTitles = Pick<SchemeDeclaration, 'title' | 'titlesFrom' | 'roles'>;

/** Speaks one language to one person. */
export interface Translator {
  readonly language: Language;
  /** Every language that a person may choose. */
  readonly languages: readonly Language[];
  /** The titles given by people in a scheme; null for a preset, which the catalogue names. */
  given(scheme: string): GivenTitles | null;
  /** The person's zone, as the tz database names it: days begin and end by it. */
  readonly timeZone: string;
  /**
   * Plain text: labels, toasts. In English where the language lacks the key; throws where English lacks it, too: the
   * catalogue test names both before a person reads them.
   */
  text(key: string, values?: Values): string;
  /** Text of a screen; `[b]…[/b]`, `[i]…[/i]` and `[c]…[/c]` in the message become styles, in values never. */
  rich(key: string, values?: Values): RichText;
  /** Whether the catalogue of the language, or else the English one, has the key. */
  has(key: string): boolean;
  /** A date and time in the person's zone, and the zone's name. */
  date(at: Date): Composed;
  /** Texts of our own as one list: "a, b and c". */
  list(texts: readonly string[]): Composed;
  /** Words that people may type for one meaning, of every language: people mix them. */
  words(key: string): WordList;
  /** The same words of this language alone, as help shows them. */
  ownWords(key: string): readonly string[];
}

/** Finds the translator of a language and zone. A language that is not listed (any more) speaks English. */
export interface Translators {
  (language: Language, timeZone: string): Translator;
  readonly languages: readonly Language[];
  readonly words: Words;
}

/**
 * Stands for the bracket that opens a style in values, so that no name can style itself: a control character,
 * which no shown name holds.
 */
const SHELTERED = '\u0001';
const STYLES = { b: 'bold', i: 'italic', c: 'code' } as const;

/**
 * Finds every `*.ftl` under `locales/<language>`, and reads them when the language is first spoken: that throws on a
 * file that does not parse, of which the catalogue test tells before. The words that people type are read at once.
 *
 * @param given the titles that people gave in a scheme, null where they gave none
 * @param languages every language there is; each has a folder under `root`
 */
export function loadTranslators(
  root: URL,
  given: Translator['given'] = () => null,
  languages: readonly Language[] = LANGUAGES,
): Translators {
  const words = loadWords(root, languages);
  const bundles = new Map(languages.map((language) => [language, catalogue(root, language)]));
  const translators = new Map<string, Translator>();
  const fallback = bundles.get(FALLBACK_LANGUAGE);
  if (!fallback) throw new Error(`no catalogue for ${FALLBACK_LANGUAGE}`);
  const translatorFor = (wanted: Language, timeZone: string): Translator => {
    const language = bundles.has(wanted) ? wanted : FALLBACK_LANGUAGE;
    const key = `${language} ${timeZone}`;
    let translator = translators.get(key);
    if (!translator) {
      const bundle = bundles.get(language) ?? fallback;
      translator = createTranslator([bundle, fallback], language, timeZone, given, words);
      translators.set(key, translator);
    }
    return translator;
  };
  return Object.assign(translatorFor, { languages, words });
}

function catalogue(root: URL, language: Language): () => FluentBundle {
  const folder = new URL(`${language}/`, root);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ftl') && name !== WORDS_FILE)
    .sort();
  let bundle: FluentBundle | undefined;
  return () => {
    bundle ??= loadBundle(folder, files, language);
    return bundle;
  };
}

function loadBundle(folder: URL, files: readonly string[], language: Language): FluentBundle {
  const bundle = new FluentBundle(language);
  for (const file of files) {
    const errors = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
    if (errors.length > 0) throw new AggregateError(errors, `locales/${language}/${file} does not parse`);
  }
  return bundle;
}

/** `bundles` are asked one after the other, and read only where the ones before lack a key. */
function createTranslator(
  bundles: readonly (() => FluentBundle)[],
  language: Language,
  timeZone: string,
  given: Translator['given'],
  words: Words,
): Translator {
  const bundleWith = (key: string): FluentBundle | null => {
    for (const bundle of bundles) if (bundle().hasMessage(key)) return bundle();
    return null;
  };
  const format = (key: string, values: Values): string => {
    const bundle = bundleWith(key);
    const pattern = bundle?.getMessage(key)?.value;
    if (!bundle || !pattern) throw new Error(`locales/${language} has no ${key}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, variables(values, timeZone), errors);
    if (errors.length > 0) throw new AggregateError(errors, `locales/${language} ${key}`);
    return text;
  };
  // Making a formatter costs more than the screen it is for.
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const zones = new Intl.DateTimeFormat(language, { timeZoneName: 'short', timeZone });
  const zoneAt = (at: Date): string =>
    zones.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    language,
    languages: words.languages,
    given,
    timeZone,
    text: (key, values = {}) => plain(format(key, values)).replaceAll(SHELTERED, '['),
    rich: (key, values = {}) => styled(format(key, values)),
    has: (key) => bundleWith(key) !== null,
    // A style for the whole and a zone's name are not to be had of one formatter.
    date: (at) => ({ composed: `${dates.format(at)} ${zoneAt(at)}` }),
    list: (texts) => ({ composed: lists.format(texts) }),
    words: words.list,
    ownWords: (key) => words.written(key, language),
  };
}

function variables(values: Values, timeZone: string): Record<string, FluentVariable> {
  const entries = Object.entries(values).map(([name, value]): [string, FluentVariable] => {
    if (typeof value === 'string') return [name, displayName(value).replaceAll('[', SHELTERED)];
    if (typeof value === 'number') return [name, value];
    if (value instanceof Date) return [name, new FluentDateTime(value, { dateStyle: 'medium', timeZone })];
    return [name, value.composed.replaceAll('[', SHELTERED)];
  });
  return Object.fromEntries(entries);
}

function plain(text: string): string {
  return text.replace(/\[\/?[bic]\]/g, '');
}

function styled(text: string): RichText {
  const runs: Run[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\[([bic])\]([\s\S]*?)\[\/\1\]/g)) {
    if (match.index > rest) runs.push(text.slice(rest, match.index).replaceAll(SHELTERED, '['));
    const style = STYLES[match[1] as keyof typeof STYLES];
    runs.push({ text: (match[2] ?? '').replaceAll(SHELTERED, '['), style });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) runs.push(text.slice(rest).replaceAll(SHELTERED, '['));
  return runs;
}

/** The language to speak to a person whose messenger names this tag; null where the tag names none of `languages`. */
export function languageOf(tag: string | null, languages: readonly Language[]): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}
