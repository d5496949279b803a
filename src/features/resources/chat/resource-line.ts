import { anyOf } from '../../../chat/i18n/words.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { spoken } from './resource-words.ts';

/** What was written after `/projects`, `/bots` or `/channels`. */
export type ResourceLine =
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

const VERBS = ['create', 'rename', 'move', 'delete'] as const;

/**
 * Reads `new Shop in Main`, `rename Shop to Store`, `move Shop to Main`, `delete Shop` in the words of every language; any
 * other words are a name.
 */
export function parseResourceLine(text: string, t: Translator): ResourceLine {
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(text.trim()) ?? [];
  if (first === '') return { kind: 'list' };
  const kind = VERBS.find((verb) => t.words(`words-${verb}`).has(first));
  const [to, within] = [anyOf(t.words('words-to')), anyOf(t.words('words-in'))];
  if (kind === undefined) return { kind: 'open', name: text.trim() };
  if (kind === 'delete') return { kind, name: rest };
  if (kind === 'create') {
    const [, where] = new RegExp(`^(?:${within})\\s+(\\S[\\s\\S]*)$`, 'iu').exec(rest) ?? [];
    if (where !== undefined) return { kind, name: '', where };
    const { before, after } = splitAtLast(rest, between(within));
    return { kind, name: before, where: after };
  }
  if (kind === 'rename') return { kind, readings: readingsOf(rest.trim(), between(to)) };
  const { before, after } = splitAtLast(rest, between(to));
  return { kind, name: before, to: after };
}

/** Whether a destination means none. */
export function isOutside(to: string, t: Translator): boolean {
  return t.words('words-outside').has(spoken(to));
}

/** Words between two names. */
function between(words: string): RegExp {
  return new RegExp(`\\s(?:${words})\\s`, 'giu');
}

function readingsOf(text: string, separator: RegExp): [Renaming, ...Renaming[]] {
  const splits = [...text.matchAll(separator)].reverse().flatMap(({ index, 0: taken }): Renaming[] => {
    const [name, to] = [text.slice(0, index).trim(), text.slice(index + taken.length).trim()];
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
