/**
 * A set of a scheme's roles in one machine word: the role of rank r (0 is the broadest) is bit r, and
 * the last bit is the baseline that every member has. All bit arithmetic of the core lives in this file.
 */
export type RoleSet = number;

/** A word has 32 bits and one is the baseline's, so this many roles fit a scheme. */
export const maxRoles = 31;

export const noRoles: RoleSet = 0;

/** Every role a scheme can have, and the baseline. */
export const allRoles: RoleSet = ~0;

/** The pseudo-role of every active member; it ranks below all others. */
export const baselineRole: RoleSet = 1 << maxRoles;

/** The set holding just the role of this rank. */
export function roleOfRank(rank: number): RoleSet {
  return 1 << rank;
}

export function union(a: RoleSet, b: RoleSet): RoleSet {
  return a | b;
}

export function common(a: RoleSet, b: RoleSet): RoleSet {
  return a & b;
}

export function without(set: RoleSet, taken: RoleSet): RoleSet {
  return set & ~taken;
}

export function overlaps(a: RoleSet, b: RoleSet): boolean {
  return (a & b) !== 0;
}

export function includesAll(set: RoleSet, wanted: RoleSet): boolean {
  return (set & wanted) === wanted;
}

/** The rank of the broadest role in a set; 32, below every role and the baseline, for an empty one. */
export function broadestRank(set: RoleSet): number {
  return set === noRoles ? 32 : 31 - Math.clz32(set & -set);
}
