import type { CompiledScheme } from '../../access/compile.ts';
import { rolesAllowingSomehow } from '../../access/conditions.ts';
import { allRoles, baselineRole, overlaps } from '../../access/role-set.ts';
import type { Right } from '../../access/vocabulary.ts';

/**
 * The roles without which nobody has a right, so that a search need not look at everybody; null where every
 * member may have it.
 */
export function rolesBehind(scheme: CompiledScheme, right: Right): readonly string[] | null {
  const row = scheme.rowOf.get(right) ?? -1;
  const allowing = rolesAllowingSomehow(scheme, row, allRoles);
  if (overlaps(allowing, baselineRole)) return null;
  return scheme.roles.filter((role) => overlaps(allowing, role.set)).map(({ key }) => key);
}
