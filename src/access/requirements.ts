import type { RoleDeclaration } from './define-scheme.ts';

/**
 * Keys of the roles that a role cannot be without. Requirements of requirements count too: a role
 * has no effect as soon as one of them is missing. A role in a circle of requirements is among its own.
 */
export function requirementsOf(
  roles: readonly RoleDeclaration[],
  { requires }: RoleDeclaration,
): ReadonlySet<string> {
  const found = new Set(requires);
  // The loop also visits keys that it adds.
  for (const key of found) {
    for (const further of roles.find((role) => role.key === key)?.requires ?? []) found.add(further);
  }
  return found;
}
