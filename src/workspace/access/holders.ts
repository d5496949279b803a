import type { CompiledScheme } from '../../access/compile.ts';
import { baselineRole, noRoles, overlaps, union } from '../../access/role-set.ts';
import type { Right } from '../../access/vocabulary.ts';

/**
 * The roles without which nobody has a right, so that a search need not look at everybody; null where every
 * member may have it.
 */
export function rolesBehind(scheme: CompiledScheme, right: Right): readonly string[] | null {
  const row = scheme.rowOf.get(right) ?? -1;
  const allowing = union(scheme.allowing[row] ?? noRoles, scheme.allowingOwn[row] ?? noRoles);
  if (overlaps(allowing, baselineRole)) return null;
  return scheme.roles.filter((role) => overlaps(allowing, role.set)).map(({ key }) => key);
}
