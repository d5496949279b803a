import { spoken } from './thing-words.ts';

/** What was written after `/projects`, `/bots` or `/channels`. */
export type ThingLine =
  | { readonly kind: 'list' }
  | { readonly kind: 'open' | 'delete'; readonly name: string }
  /** `where` is what it is made in, as far as it was said. */
  | { readonly kind: 'create'; readonly name: string; readonly where: string | null }
  | { readonly kind: 'move'; readonly name: string; readonly to: string | null }
  /** The ways to read it, for names have such words in them, too: the longest name with a new one first, all of it as a name last. */
  | { readonly kind: 'rename'; readonly readings: readonly [Renaming, ...Renaming[]] };

/** One way to read what is renamed, and to what; null where that was not said. */
export interface Renaming {
  readonly name: string;
  readonly to: string | null;
}

const WORDS: Readonly<Record<string, 'create' | 'rename' | 'move' | 'delete'>> = {
  ...words('create', 'new add create создать создай новый новая добавить створити створи новий додати'),
  ...words('rename', 'rename переименовать переименуй перейменувати перейменуй'),
  ...words('move', 'move перенести перенеси переместить перемістити перенести'),
  ...words('delete', 'delete remove удалить удали видалити видали'),
};

const TO = /\s(?:to|into|in|->|→|на|в|во|у|до)\s/giu;
const IN = /\s(?:in|в|во|у)\s/giu;
/** Words for "in no project at all". */
const OUT = new Set(['out', 'outside', '-', 'наружу', 'вон', 'назовні']);

/**
 * Reads `new Shop in Main`, `rename Shop to Store`, `move Shop to Main`, `delete Shop` in three languages; any other
 * words are a name.
 */
export function parseThingLine(text: string): ThingLine {
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(text.trim()) ?? [];
  if (first === '') return { kind: 'list' };
  const kind = WORDS[first.toLowerCase()];
  if (kind === undefined) return { kind: 'open', name: text.trim() };
  if (kind === 'delete') return { kind, name: rest };
  if (kind === 'create') {
    const [, where] = /^(?:in|в|во|у)\s+(\S[\s\S]*)$/iu.exec(rest) ?? [];
    if (where !== undefined) return { kind, name: '', where };
    const { before, after } = splitAtLast(rest, IN);
    return { kind, name: before, where: after };
  }
  if (kind === 'rename') return { kind, readings: readingsOf(rest.trim()) };
  const { before, after } = splitAtLast(rest, TO);
  return { kind, name: before, to: after };
}

/** Whether a destination means none. */
export function isOutside(to: string): boolean {
  return OUT.has(spoken(to));
}

function readingsOf(text: string): [Renaming, ...Renaming[]] {
  const splits = [...text.matchAll(TO)].reverse().flatMap(({ index, 0: separator }): Renaming[] => {
    const [name, to] = [text.slice(0, index).trim(), text.slice(index + separator.length).trim()];
    return name === '' || to === '' ? [] : [{ name, to }];
  });
  const whole = { name: text, to: null };
  const [first = whole, ...others] = splits;
  return first === whole ? [whole] : [first, ...others, whole];
}

function splitAtLast(text: string, separator: RegExp): { before: string; after: string | null } {
  const last = [...text.matchAll(separator)].at(-1);
  if (!last) return { before: text.trim(), after: null };
  const after = text.slice(last.index + last[0].length).trim();
  return after === ''
    ? { before: text.trim(), after: null }
    : { before: text.slice(0, last.index).trim(), after };
}

function words<K extends string>(kind: K, list: string): Record<string, K> {
  return Object.fromEntries(list.split(' ').map((word) => [word, kind]));
}
