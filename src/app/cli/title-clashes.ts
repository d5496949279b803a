import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import type { Translators } from '../../chat/i18n.ts';
import { titleInScheme } from '../../chat/parts/role-titles.ts';
import type { SchemeProblem } from '../../features/schemes/file/problems.ts';

/**
 * Roles that someone would read or type the same name for: by their titles, by words of a preset that stand in for
 * a title, in any language, or by their keys.
 */
export function titleClashes(scheme: SchemeDeclaration, translators: Translators): readonly SchemeProblem[] {
  const namesOf = (key: string): Set<string> =>
    new Set([
      key,
      key.replaceAll('_', ' '),
      ...translators.languages.map((language) =>
        titleInScheme(translators(language, 'UTC'), scheme, key).toLowerCase(),
      ),
    ]);
  const named = scheme.roles.map(({ key }) => ({ key, names: namesOf(key) }));
  return named.flatMap(({ key, names }, place): SchemeProblem[] => {
    const other = named.slice(0, place).find((one) => [...one.names].some((name) => names.has(name)));
    if (other === undefined) return [];
    const shared = [...names].find((name) => other.names.has(name));
    const sentence = `the roles ${other.key} and ${key} would both be called "${shared}", in one language or another`;
    return [{ path: `roles[${place}].title`, sentence }];
  });
}
