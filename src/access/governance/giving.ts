import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { rolesAllowing } from '../decide.ts';
import { broadestRank, noRoles, overlaps } from '../role-set.ts';
import { afterEveryEnd, rolesInForce } from '../roles-in-force.ts';
import type { HeldRole, Subject, Target } from '../subject.ts';
import { type Denial, denial } from './decision.ts';

/** How many members, suspended ones included, hold each role now; a missing key means none. */
export type HolderCounts = Readonly<Record<string, number>>;

/**
 * What stands against giving a role at a place: it must exist, end in the future if it ends, not be
 * ownership, and be no more than the giver holds, neither now nor at its last moment.
 */
export function denialOfGiving(
  scheme: CompiledScheme,
  giver: Subject,
  gift: HeldRole,
  at: Target,
  now: Date,
): Denial | null {
  const role = scheme.roleByKey.get(gift.role);
  if (role === undefined) return denial('unknown_role', gift.role);
  if (gift.until !== null && !(gift.until.getTime() > now.getTime())) {
    return denial('ends_in_past', role.key);
  }
  if (role === scheme.ownerRole && scheme.declaration.keystone.holders === 'exactly_one') {
    return denial('keystone_by_transfer_only', role.key);
  }
  if (!holdsAtLeast(scheme, giver, role, at, now.getTime())) return denial('exceeds_own', role.key);
  const lastMoment = gift.until === null ? afterEveryEnd : gift.until.getTime() - 1;
  if (!holdsAtLeast(scheme, giver, role, at, lastMoment)) return denial('outlasts_own', role.key);
  return null;
}

/**
 * Whether a giver holds all that a role gives. The owner role may give every role; other members give only roles
 * that do not outrank theirs and of which they have every right.
 */
function holdsAtLeast(
  scheme: CompiledScheme,
  giver: Subject,
  role: CompiledRole,
  at: Target,
  time: number,
): boolean {
  const held = rolesInForce(scheme, giver, at, time);
  if (overlaps(held, scheme.ownerRole.set)) return true;
  if (role.rank < broadestRank(held)) return false;
  return scheme.allowing.every((_, row) => {
    const gives = (own: boolean) => rolesAllowing(scheme, row, role.set, own) !== noRoles;
    const has = (own: boolean) => rolesAllowing(scheme, row, held, own) !== noRoles;
    const coversWhere = scheme.conditional.every(
      ({ rows }) =>
        !overlaps(role.set, rows[row] ?? noRoles) || has(false) || overlaps(held, rows[row] ?? noRoles),
    );
    return (!gives(false) || has(false)) && (!gives(true) || has(true)) && coversWhere;
  });
}

/** What stands against one member holding just these roles in one place. */
export function denialOfCombination(
  scheme: CompiledScheme,
  before: readonly HeldRole[],
  after: readonly HeldRole[],
): Denial | null {
  if (scheme.declaration.rolesPerMember === 'one' && after.length > 1) return denial('one_role_only');
  for (const held of after) {
    const role = scheme.roleByKey.get(held.role);
    if (role === undefined) return denial('unknown_role', held.role);
    for (const required of scheme.roles.filter(({ set }) => overlaps(role.requires, set))) {
      if (covers(after, { role: required.key, until: held.until })) continue;
      const wasThere = covers(before, held) && covers(before, { role: required.key, until: held.until });
      return wasThere ? denial('requires_held', role.key) : denial('requires_missing', required.key);
    }
  }
  return null;
}

/** What stands against one more member holding these roles. */
export function denialOfCount(
  scheme: CompiledScheme,
  gifts: readonly HeldRole[],
  holders: HolderCounts,
): Denial | null {
  for (const { role } of gifts) {
    const limit = scheme.roleByKey.get(role)?.maxHolders ?? null;
    if (limit !== null && (holders[role] ?? 0) >= limit) return denial('max_holders', role);
  }
  return null;
}

/** Whether among the held roles is this one, living at least as long. */
export function covers(held: readonly HeldRole[], wanted: HeldRole): boolean {
  return held.some(
    ({ role, until }) =>
      role === wanted.role &&
      (until === null || (wanted.until !== null && until.getTime() >= wanted.until.getTime())),
  );
}
