import type { CompiledScheme } from '../../access/compile.ts';
import type { Translator } from '../i18n.ts';
import { roleTitle } from './role-titles.ts';

/**
 * The roles by all that a person may type for them, in lower case: the key, the key in words, the title in their
 * language. What would mean several roles means none: which one someone gets is not guessed.
 */
export function rolesByName(scheme: CompiledScheme, t: Translator): ReadonlyMap<string, string> {
  const byName = new Map<string, string | null>();
  for (const { key } of scheme.roles) {
    const names = [key, key.replaceAll('_', ' '), roleTitle(t, scheme.declaration.key, key).toLowerCase()];
    for (const name of new Set(names)) byName.set(name, byName.has(name) ? null : key);
  }
  return new Map([...byName].flatMap(([name, key]) => (key === null ? [] : [[name, key]])));
}
