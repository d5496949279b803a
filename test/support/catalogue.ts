import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Message, parse, type SelectExpression, Visitor } from '@fluent/syntax';
import { plainWord, WORDS_FILE } from '../../src/chat/i18n/words.ts';

/** The messages of one language by key, and what is wrong with its files by themselves. */
export interface Catalogue {
  readonly language: string;
  readonly messages: ReadonlyMap<string, Message>;
  /** Lists of words that people may type, by key. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly string[];
}

/** Words that are looked for among each other, so that none may stand in two lists. */
const RIVALS: readonly RegExp[] = [
  /^words-(create|rename|move|delete)$/,
  /^words-unit-/,
  /^words-(for|until|forever)$/,
  /^words-messenger-/,
];

/** Reads `<root>/<language>/*.ftl`. A folder that is not there is an empty catalogue and a problem. */
export function readCatalogue(root: URL, language: string): Catalogue {
  const folder = new URL(`${language}/`, root);
  if (!existsSync(folder))
    return { language, messages: new Map(), words: new Map(), problems: [`${language} has no folder`] };
  const problems: string[] = [];
  const messages = new Map<string, Message>();
  const words = new Map<string, readonly string[]>();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    problems.push(...stylesLeftOpen(text).map((style) => `${language}/${file} leaves ${style} open`));
    for (const entry of parse(text, {}).body) {
      if (entry.type === 'Junk')
        problems.push(`${language}/${file} cannot be read: ${entry.content.trim().slice(0, 80)}`);
      if (entry.type !== 'Message') continue;
      const key = entry.id.name;
      if (messages.has(key) || words.has(key)) problems.push(`${language} has ${key} twice`);
      if (file === WORDS_FILE) words.set(key, plainList(entry));
      else messages.set(key, entry);
    }
  }
  problems.push(...wrongPlurals(language, messages), ...wordProblems(language, words));
  return { language, messages, words, problems };
}

/** How a catalogue differs from the complete one: every missing and needless key, every difference in variables. */
export function differences(complete: Catalogue, other: Catalogue): string[] {
  const { language } = other;
  const keys = (one: Catalogue): string[] => [...one.messages.keys(), ...one.words.keys()];
  const [wanted, given] = [new Set(keys(complete)), new Set(keys(other))];
  return [
    ...[...wanted].filter((key) => !given.has(key)).map((key) => `${language} lacks ${key}`),
    ...[...given].filter((key) => !wanted.has(key)).map((key) => `${language} has ${key} beyond English`),
    ...[...complete.messages].flatMap(([key, message]) => {
      const translated = other.messages.get(key);
      if (!translated) return [];
      const [expected, found] = [variables(message), variables(translated)];
      return expected === found ? [] : [`${language} ${key} speaks of (${found}), English of (${expected})`];
    }),
  ];
}

/** Words of different languages that would mean two resources, where all languages are looked through at once. */
export function rivals(catalogues: readonly Catalogue[]): string[] {
  return RIVALS.flatMap((family) =>
    clashes(
      catalogues.flatMap(({ words }) =>
        [...words].filter(([key]) => family.test(key)).map(([key, list]) => ({ key, list })),
      ),
    ),
  );
}

/** The variables and selectors of a message. */
class Reader extends Visitor {
  readonly variables = new Set<string>();
  readonly selectors: SelectExpression[] = [];
  override visitVariableReference(node: { readonly id: { readonly name: string } }): void {
    this.variables.add(node.id.name);
  }
  override visitSelectExpression(node: SelectExpression): void {
    this.selectors.push(node);
    this.genericVisit(node);
  }
}

function read(message: Message): Reader {
  const reader = new Reader();
  reader.visit(message);
  return reader;
}

function variables(message: Message): string {
  return [...read(message).variables].sort().join(', ');
}

/** Selectors that count must tell apart what whole numbers need in the language. */
function wrongPlurals(language: string, messages: ReadonlyMap<string, Message>): string[] {
  const rules = new Intl.PluralRules(language);
  const needed = [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
  return [...messages].flatMap(([key, message]) =>
    read(message).selectors.flatMap(({ variants }) => {
      const names = variants.flatMap(({ key: chosen }) =>
        chosen.type === 'Identifier' ? [String(chosen.name)] : [],
      );
      if (!names.some((name) => ['zero', 'one', 'two', 'few', 'many'].includes(name))) return [];
      return needed
        .filter((one) => !names.includes(one))
        .map((one) => `${language} ${key} does not count “${one}”`);
    }),
  );
}

/** The styles that are opened and not closed in the same order. */
function stylesLeftOpen(text: string): string[] {
  const closed = [...text.matchAll(/\[([bic])\][^[]*\[\/\1\]/g)].map(({ index }) => index);
  return [...text.matchAll(/\[([bic])\]/g)]
    .filter(({ index }) => !closed.includes(index))
    .map(([tag]) => tag);
}

function plainList({ value }: Message): string[] {
  const [element, more] = value?.elements ?? [];
  if (element?.type !== 'TextElement' || more !== undefined) return [];
  return element.value.split(',').map((word: string) => plainWord(word.trim()));
}

function wordProblems(language: string, words: ReadonlyMap<string, readonly string[]>): string[] {
  const lists = [...words].map(([key, list]) => ({ key, list }));
  const commands = lists.filter(({ key }) => key.startsWith('command-'));
  return [
    ...lists.flatMap(({ key, list }) =>
      list
        .filter((word) => word === '' || /\s/.test(word))
        .map((word) => `${language} ${key}: “${word}” is not one word`),
    ),
    ...clashes(commands).map((clash) => `${language}: ${clash}`),
  ];
}

function clashes(lists: readonly { readonly key: string; readonly list: readonly string[] }[]): string[] {
  return lists.flatMap(({ key, list }, place) =>
    lists
      .slice(0, place)
      .flatMap((other) =>
        other.key === key
          ? []
          : list
              .filter((word) => other.list.includes(word))
              .map((word) => `“${word}” stands in ${other.key} and in ${key}`),
      ),
  );
}
