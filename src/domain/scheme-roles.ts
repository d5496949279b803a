import type { CompiledScheme } from '../access/compile.ts';
import { rolesAllowing } from '../access/decide.ts';
import { noRoles } from '../access/role-set.ts';
import type { Right } from '../access/vocabulary.ts';

/** Roles of the scheme that can be held on single resources, broadest first. */
export function grantableRoles(scheme: CompiledScheme): string[] {
  return scheme.roles.filter(({ reach }) => reach !== 'workspace').map(({ key }) => key);
}

/** Roles, as keys, whose holders may approve that a bot is published. */
export function approvingRoles(scheme: CompiledScheme): string[] {
  return scheme.roles.filter((role) => gives(scheme, role.set, 'bot.approve')).map(({ key }) => key);
}

/**
 * Whether the scheme keeps approving apart from building: some role beside the owner role approves bots and does
 * not itself change them.
 */
export function hasApprover(scheme: CompiledScheme): boolean {
  return scheme.roles.some(
    (role) =>
      role !== scheme.ownerRole &&
      gives(scheme, role.set, 'bot.approve') &&
      !gives(scheme, role.set, 'bot.update'),
  );
}

function gives(scheme: CompiledScheme, role: number, right: Right): boolean {
  return rolesAllowing(scheme, scheme.rowOf.get(right) ?? -1, role, false) !== noRoles;
}
