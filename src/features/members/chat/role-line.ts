import type { CompiledScheme } from '../../../access/compile.ts';
import { type CommandLine, typedWords } from '../../../chat/command-line.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { rolesByName } from '../../../chat/parts/role-names.ts';
import type { RoleWish } from '../change-roles.ts';
import { takeEnd } from './role-end.ts';

/** What was written after `/role`. */
export interface RoleLine {
  /** The words that point at the member. */
  readonly words: CommandLine['words'];
  readonly wish: RoleWish;
  /** A person was pointed at, and these words beside them are no role. */
  readonly unknown: string | null;
}

/**
 * Reads `<who> <role…> [end]`. Roles are keys or titles in the person's language, of several words too. Where the
 * member is named by words, these come first: the roles are the longest run of role names at the end.
 */
export function parseRoleLine(line: CommandLine, scheme: CompiledScheme, t: Translator, now: Date): RoleLine {
  const people = line.words.filter(({ kind }) => kind === 'person');
  const typed = typedWords(line.words);
  const { end, rest } = takeEnd(typed, now, t);
  const named = people.length > 0 || line.replyTo !== null;
  for (let from = 0; from <= rest.length; from++) {
    const roles = rolesFrom(rest.slice(from), scheme, t);
    if (roles === null) continue;
    const name = rest.slice(0, from);
    if (people.length > 0 && name.length > 0) break;
    const words = people.length > 0 ? people : name.map((text) => ({ kind: 'text', text }) as const);
    return { words, wish: { roles, end }, unknown: null };
  }
  const unknown = named ? rest.join(' ') : null;
  return { words: people, wish: { roles: [], end }, unknown };
}

/** The roles that all of these words name, or null where some name none. */
export function rolesFrom(words: readonly string[], scheme: CompiledScheme, t: Translator): string[] | null {
  const byName = rolesByName(scheme, t);
  const joining = t.words('words-role-joining');
  const roles: string[] = [];
  for (let place = 0; place < words.length; ) {
    if (joining.has(words[place] ?? '')) {
      place++;
      continue;
    }
    const found = roleAt(words, place, byName);
    if (found === null) return null;
    roles.push(found.role);
    place += found.words;
  }
  return roles;
}

function roleAt(
  words: readonly string[],
  place: number,
  byName: ReadonlyMap<string, string>,
): { readonly role: string; readonly words: number } | null {
  for (let count = words.length - place; count >= 1; count--) {
    const written = words
      .slice(place, place + count)
      .join(' ')
      .toLowerCase();
    const role = byName.get(written);
    if (role !== undefined) return { role, words: count };
  }
  return null;
}
