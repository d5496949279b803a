import type { CompiledScheme } from './compile.ts';
import { rolesAllowingHere } from './decide.ts';
import { noRoles } from './role-set.ts';
import { rolesInForce } from './roles-in-force.ts';
import type { Subject, Target } from './subject.ts';
import type { Right } from './vocabulary.ts';

/**
 * Everything a person may do on a target now, so that a screen shows only lawful buttons. Holds
 * exactly the rights that `decide` would allow.
 */
export function capabilities(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  now: Date,
): ReadonlySet<Right> {
  if (subject.state !== 'active') return new Set();
  const roles = rolesInForce(scheme, subject, target, now.getTime());
  return new Set(
    scheme.rights.filter((_, row) => rolesAllowingHere(scheme, row, roles, subject, target) !== noRoles),
  );
}
