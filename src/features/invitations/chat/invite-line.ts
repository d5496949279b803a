import type { CompiledScheme } from '../../../access/compile.ts';
import { type CommandLine, typedWords } from '../../../chat/command-line.ts';
import { displayName } from '../../../chat/display-name.ts';
import { anyOf, type WordList } from '../../../chat/i18n/words.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { rolesByName } from '../../../chat/parts/role-names.ts';
import type { RichText } from '../../../chat/reply.ts';
import type { Who } from '../../../domain/who.ts';
import { takeEnd } from '../../members/chat/role-end.ts';
import { asWritten } from '../../resources/chat/resource-words.ts';
import { noteFrom, type Terms } from '../terms.ts';

/** What an invitation line says. */
export interface InviteLine {
  readonly who: readonly Who[];
  readonly roles: readonly string[];
  /** A link was asked for, for so many people. */
  readonly link: { readonly uses: number } | null;
  /** What was written after "on": names of bots and projects. */
  readonly on: string | null;
  readonly terms: Terms;
  /** Words that are neither people nor roles, as they were typed. */
  readonly unknown: string | null;
  /** What looks like an address or a number and is none, each whole as it was typed. */
  readonly unreadable: readonly string[];
}

/** The longest role title has so many words. */
const MAX_TITLE = 4;

/**
 * Reads people, roles (by key or by title in the person's language), `link [uses N]` and an end of the access (`for 3d`, `until
 * 2026-12-31`) in any order, then `on` with names of bots, and last `note` with words of one's own.
 */
export function parseInviteLine(
  whole: CommandLine,
  scheme: CompiledScheme,
  t: Translator,
  now: Date,
): InviteLine {
  const { words, note } = withoutNote(whole, t.words('words-note'));
  const unreadable = words.flatMap((word) =>
    word.kind === 'text' && word.as === 'unreadable' ? [word.text] : [],
  );
  const { end, rest } = takeEnd(
    typedWords(words).filter((text) => !unreadable.includes(text)),
    now,
    t,
  );
  const { on, ...said } = parseWords(rest, scheme, t);
  // What stands before `<address>` is a name, unless it is a role: "editor Erin Bar <erin@example.com>".
  const names = words.flatMap((word) => (word.kind === 'text' && word.as === 'name' ? [word.text] : []));
  const roles = [...new Set([...said.roles, ...parseWords(names, scheme, t).roles])];
  const who = words.flatMap((word) => (word.kind === 'person' ? [word.who] : []));
  return {
    ...said,
    roles,
    unreadable,
    on: on === null ? null : asWritten(whole.text, on),
    who: who.length === 0 && said.link === null && whole.replyTo ? [whole.replyTo] : who,
    terms: { accessUntil: end instanceof Date ? end : null, note },
  };
}

/** What stands before the word for a note, and all that stands after it, as typed. */
function withoutNote(
  { text, words }: CommandLine,
  noteWords: WordList,
): {
  readonly words: CommandLine['words'];
  readonly note: string | null;
} {
  const place = words.findIndex((word) => word.kind === 'text' && noteWords.has(bare(word.text)));
  if (place === -1) return { words, note: null };
  const afterNote = new RegExp(`(?:^|\\s)(?:${anyOf(noteWords)}):?(?:\\s|$)([\\s\\S]*)`, 'iu');
  const [, rest = ''] = afterNote.exec(text) ?? [];
  return { words: words.slice(0, place), note: noteFrom(rest) };
}

/** A word without the colon behind it. */
function bare(word: string): string {
  return word.replace(/:$/, '');
}

function parseWords(
  words: readonly string[],
  scheme: CompiledScheme,
  t: Translator,
): Pick<InviteLine, 'roles' | 'link' | 'unknown'> & { readonly on: readonly string[] | null } {
  const byName = rolesByName(scheme, t);
  const canBeOn = scheme.roles.some(({ reach }) => reach !== 'workspace');
  const [link, usesWords, onWords, joining] = [
    t.words('words-link'),
    t.words('words-uses'),
    t.words('words-on'),
    t.words('words-invite-joining'),
  ];
  const on: string[] = [];
  let isOn = false;
  const roles = new Set<string>();
  const unknown: string[] = [];
  let isLink = false;
  let uses = 1;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    const text = word.toLowerCase();
    const titled = isOn ? null : roleAt(words, place, byName);
    if (isOn) on.push(word);
    else if (canBeOn && onWords.has(text)) isOn = true;
    else if (titled) {
      roles.add(titled.role);
      place += titled.words - 1;
    } else if (link.has(text)) isLink = true;
    else if (/^[x×]?\d{1,9}[x×]?$/.test(text)) uses = Number(text.replace(/\D/g, ''));
    else if (!usesWords.has(text) && !joining.has(text)) unknown.push(word);
  }
  return {
    roles: [...roles],
    link: isLink ? { uses } : null,
    on: on.length === 0 ? null : on,
    unknown: unknown.length === 0 ? null : unknown.join(' '),
  };
}

/** The role whose key or title begins at a word; the longest one that fits. */
function roleAt(
  typed: readonly string[],
  place: number,
  byName: ReadonlyMap<string, string>,
): { readonly role: string; readonly words: number } | null {
  for (let words = MAX_TITLE; words >= 1; words--) {
    const taken = typed.slice(place, place + words);
    const role = taken.length < words ? undefined : byName.get(taken.join(' ').toLowerCase());
    if (role !== undefined) return { role, words };
  }
  return null;
}

/** Says of each addressee that could not be read that nobody was invited for it; empty where all were read. */
export function notRead(t: Translator, { unreadable }: Pick<InviteLine, 'unreadable'>): RichText {
  if (unreadable.length === 0) return [];
  return [...t.rich('invite-unreadable', { typed: t.list(unreadable.map((one) => displayName(one))) }), '\n'];
}
