import type { CompiledScheme } from '../../access/compile.ts';
import type { Who } from '../../workspace/who.ts';
import type { CommandLine } from '../command.ts';
import type { Translator } from '../i18n.ts';
import { roleTitle } from '../role-titles.ts';

/** What an invitation line says. */
export interface InviteLine {
  readonly who: readonly Who[];
  readonly roles: readonly string[];
  /** A link was asked for, for so many people. */
  readonly link: { readonly uses: number } | null;
  /** What was written after "on": names of bots and projects. */
  readonly on: string | null;
  /** Words that are neither people nor roles, as they were typed. */
  readonly unknown: string | null;
}

const LINK = new Set(['link', 'ссылка', 'ссылку', 'ссылкой', 'посилання', 'посиланням']);
const USES = new Set(['uses', 'use', 'times', 'раз', 'раза', 'разів', 'рази']);
/** Words that only join the others: "boris as editor". */
const FILLERS = new Set(['as', 'как', 'як', 'role', 'роль']);
/** Words before the bots that roles are offered on. */
const ON = new Set(['on', 'на', 'к', 'до']);
/** The longest role title has so many words. */
const LONGEST_TITLE = 4;

/** Reads people, roles (by key or by title in the person's language) and `link [uses N]` in any order, and last
 * `on` with names of bots. */
export function parseInviteLine(line: CommandLine, scheme: CompiledScheme, t: Translator): InviteLine {
  const byName = new Map(
    scheme.roles.flatMap(({ key }) => [
      [key, key] as const,
      [key.replaceAll('_', ' '), key] as const,
      [roleTitle(t, scheme.declaration.key, key).toLowerCase(), key] as const,
    ]),
  );
  const canBeOn = scheme.roles.some(({ reach }) => reach !== 'workspace');
  const on: string[] = [];
  let isOn = false;
  const who: Who[] = [];
  const roles = new Set<string>();
  const unknown: string[] = [];
  let isLink = false;
  let uses = 1;
  for (let place = 0; place < line.words.length; place++) {
    const word = line.words[place];
    if (word?.kind === 'person') {
      who.push(word.who);
      continue;
    }
    const text = word?.text.toLowerCase() ?? '';
    const titled = isOn ? null : roleAt(line, place, byName);
    if (isOn) on.push(word?.text ?? '');
    else if (canBeOn && ON.has(text)) isOn = true;
    else if (titled) {
      roles.add(titled.role);
      place += titled.words - 1;
    } else if (LINK.has(text)) isLink = true;
    else if (/^[x×]?\d{1,9}[x×]?$/.test(text)) uses = Number(text.replace(/\D/g, ''));
    else if (!USES.has(text) && !FILLERS.has(text)) unknown.push(word?.text ?? '');
  }
  return {
    who: who.length === 0 && !isLink && line.replyTo ? [line.replyTo] : who,
    roles: [...roles],
    link: isLink ? { uses } : null,
    on: on.length === 0 ? null : on.join(' '),
    unknown: unknown.length === 0 ? null : unknown.join(' '),
  };
}

/** The role whose key or title begins at a word; the longest one that fits. */
function roleAt(
  line: CommandLine,
  place: number,
  byName: ReadonlyMap<string, string>,
): { readonly role: string; readonly words: number } | null {
  for (let words = LONGEST_TITLE; words >= 1; words--) {
    const taken = line.words.slice(place, place + words);
    if (taken.length < words || taken.some(({ kind }) => kind === 'person')) continue;
    const name = taken.map((word) => (word.kind === 'text' ? word.text.toLowerCase() : '')).join(' ');
    const role = byName.get(name);
    if (role !== undefined) return { role, words };
  }
  return null;
}
