import type { CompiledScheme } from './compile.ts';
import { rolesAllowingSomehow } from './conditions.ts';
import { rolesAllowing } from './decide.ts';
import { baselineRole, noRoles, union, without } from './role-set.ts';
import type { Right } from './vocabulary.ts';

/** A right as roles give it: everywhere they reach, or only on what is one's own or meets a condition. */
export interface RoleRight {
  readonly right: Right;
  readonly only: 'own' | null;
}

/** What a change gives and takes; in the order of the vocabulary. */
export interface RightsDiff {
  readonly gained: readonly RoleRight[];
  readonly lost: readonly RoleRight[];
}

/**
 * What a member with just these roles can do where they are held, the baseline included. An empty list means a person
 * who is not a member; unknown keys give nothing.
 */
export function rightsOf(scheme: CompiledScheme, roleKeys: readonly string[]): readonly RoleRight[] {
  const held = roleKeys.reduce((set, key) => union(set, scheme.roleByKey.get(key)?.set ?? noRoles), noRoles);
  const isMember = without(held, scheme.withoutBaseline) !== noRoles;
  const roles = isMember ? union(held, baselineRole) : held;
  return scheme.rights.flatMap((right, row): RoleRight[] => {
    if (rolesAllowing(scheme, row, roles, false) !== noRoles) return [{ right, only: null }];
    if (rolesAllowingSomehow(scheme, row, roles) !== noRoles) return [{ right, only: 'own' }];
    return [];
  });
}

/**
 * The difference between two lists of rights, of two sets of roles, of two schemes or of one role
 * before and after it was edited. A right that was narrowed to one's own counts as lost.
 */
export function diff(before: readonly RoleRight[], after: readonly RoleRight[]): RightsDiff {
  return { gained: notCovered(after, before), lost: notCovered(before, after) };
}

/** What changes for a member whose roles change within one scheme. */
export function diffRoles(
  scheme: CompiledScheme,
  before: readonly string[],
  after: readonly string[],
): RightsDiff {
  return diff(rightsOf(scheme, before), rightsOf(scheme, after));
}

function notCovered(rights: readonly RoleRight[], by: readonly RoleRight[]): readonly RoleRight[] {
  return rights.filter(
    ({ right, only }) =>
      !by.some((other) => other.right === right && (other.only === null || only === 'own')),
  );
}
