import { spoken } from './thing-words.ts';

/** What was written after `/projects`, `/bots` or `/channels`. */
export type ThingLine =
  | { readonly kind: 'list' }
  | { readonly kind: 'open' | 'delete'; readonly name: string }
  /** `where` is what it is made in, as far as it was said. */
  | { readonly kind: 'create'; readonly name: string; readonly where: string | null }
  | { readonly kind: 'rename' | 'move'; readonly name: string; readonly to: string | null };

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
    const { before, after } = splitAtLast(rest, IN);
    return { kind, name: before, where: after };
  }
  const { before, after } = splitAtLast(rest, TO);
  return { kind, name: before, to: after };
}

/** Whether a destination means none. */
export function isOutside(to: string): boolean {
  return OUT.has(spoken(to));
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
