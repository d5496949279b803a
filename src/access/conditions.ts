import type { CompiledScheme } from './compile.ts';
import type { Condition } from './define-scheme.ts';
import { common, noRoles, type RoleSet, union } from './role-set.ts';
import type { Subject, Target } from './subject.ts';

/** The roles that allow the right of a row because a condition of the scheme's holds here. */
export function rolesAllowingWhere(
  { conditional }: CompiledScheme,
  row: number,
  roles: RoleSet,
  subject: Subject,
  target: Target,
): RoleSet {
  let allowing = noRoles;
  for (const { where, rows } of conditional) {
    const able = common(roles, rows[row] ?? noRoles);
    if (able !== noRoles && holds(where, subject, target)) allowing = union(allowing, able);
  }
  return allowing;
}

/** The roles that allow the right of a row at least on something: outright, on one's own, or on a condition. */
export function rolesAllowingSomehow(scheme: CompiledScheme, row: number, roles: RoleSet): RoleSet {
  let able = union(scheme.allowing[row] ?? noRoles, scheme.allowingOwn[row] ?? noRoles);
  for (const { rows } of scheme.conditional) able = union(able, rows[row] ?? noRoles);
  return common(roles, able);
}

/** Whether a condition holds; a property that is absent, or no plain value, equals nothing. */
function holds(where: Condition, subject: Subject, target: Target): boolean {
  const found =
    'resource' in where ? own(target.properties, where.resource) : own(target.actionProperties, where.action);
  if (!isPlain(found)) return false;
  if ('value' in where) return found === where.value;
  return found === (where.subject === 'id' ? subject.personId : own(subject.properties, where.subject));
}

function own(properties: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
