import type { CompiledScheme } from '../../../access/compile.ts';
import { type CommandLine, typedWords } from '../../../chat/command-line.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { type RoleEnd, takeEnd } from '../../members/chat/role-end.ts';
import { rolesFrom } from '../../members/chat/role-line.ts';
import { asWritten } from '../../resources/chat/resource-words.ts';

/** What was written after `/grant`. */
export interface GrantLine {
  readonly mode: 'give' | 'take';
  /** The words that point at the member. */
  readonly words: CommandLine['words'];
  readonly roles: readonly string[];
  /** The names of bots and projects, as they were typed. */
  readonly on: string | null;
  readonly end: RoleEnd;
  /** Words that are no role, though a role should stand there. */
  readonly unknown: string | null;
}

/**
 * Reads `<who> <role…> on <bot, bot…> [end]`, and the same with `off` anywhere to take the roles away. Roles are keys
 * or titles. Where a person is pointed at, `on` may be left out: what follows the roles are the bots.
 */
export function parseGrantLine(
  line: CommandLine,
  scheme: CompiledScheme,
  t: Translator,
  now: Date,
): GrantLine {
  const people = line.words.filter(({ kind }) => kind === 'person');
  const typed = typedWords(line.words);
  const { end, rest } = takeEnd(typed, now, t);
  const takesAway = t.words('words-take-away');
  const mode = rest.some(takesAway.has) ? 'take' : 'give';
  const said = rest.filter((word) => !takesAway.has(word));
  const place = said.findIndex(t.words('words-on').has);
  const on = place === -1 ? null : asWritten(line.text, said.slice(place + 1)) || null;
  const before = place === -1 ? said : said.slice(0, place);
  if (people.length > 0) {
    if (place !== -1) {
      const roles = rolesFrom(before, scheme, t);
      return { mode, words: people, roles: roles ?? [], on, end, unknown: roles ? null : before.join(' ') };
    }
    const { roles, rest: names } = leadingRoles(before, scheme, t);
    return { mode, words: people, roles, on: asWritten(line.text, names) || null, end, unknown: null };
  }
  for (let from = 0; from <= before.length; from++) {
    const roles = rolesFrom(before.slice(from), scheme, t);
    if (roles === null) continue;
    const words = before.slice(0, from).map((text) => ({ kind: 'text', text }) as const);
    return { mode, words, roles, on, end, unknown: null };
  }
  return { mode, words: [], roles: [], on, end, unknown: before.join(' ') };
}

/** The longest run of roles at the beginning; the rest names bots. */
function leadingRoles(
  words: readonly string[],
  scheme: CompiledScheme,
  t: Translator,
): { readonly roles: readonly string[]; readonly rest: readonly string[] } {
  for (let count = words.length; count > 0; count--) {
    const roles = rolesFrom(words.slice(0, count), scheme, t);
    if (roles) return { roles, rest: words.slice(count) };
  }
  return { roles: [], rest: words };
}
