import type { CompiledScheme } from '../../access/compile.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { MovePlan } from './changes.ts';
import { MAX_GROUPS, type SchemeInForce } from './queries.ts';

/**
 * Throws `Refusal` where the people there are could not live under a scheme: `keystone_stays` where the keystone's
 * holders would lose it, `last_keystone` where nobody holds it for good, `keystone_several` where one is to hold what
 * several do, `role_in_use` where a role goes that someone holds or is offered, and `max_holders`. The commit asks
 * all of it again of the rows themselves.
 */
export function refuseImpossible(
  before: CompiledScheme,
  after: CompiledScheme,
  plan: MovePlan,
  found: SchemeInForce,
): void {
  const keyAfter = (key: string): string => plan.moves[key] ?? key;
  if (keyAfter(before.ownerRole.key) !== after.ownerRole.key) {
    throw new Refusal('keystone_stays', { about: before.ownerRole.key });
  }
  if (found.ownerRoleHolders === 0) throw new Refusal('last_keystone', { about: before.ownerRole.key });
  // Ownership is transferred, so no open invitation may come to offer it.
  const offered = Object.keys(found.invited).find((key) => keyAfter(key) === plan.keystone);
  if (plan.sole && offered !== undefined) {
    throw new Refusal('role_in_use', { about: offered, values: { count: found.invited[offered] ?? 0 } });
  }
  for (const counts of [found.holders, found.invited]) {
    for (const key of Object.keys(counts)) {
      if (!after.roleByKey.has(keyAfter(key))) refuseInUse(key, found);
    }
  }
  const limits = Object.entries(plan.limits);
  for (const [key, limit] of plan.sole ? [...limits, [plan.keystone, 1] as const] : limits) {
    if (holdersAfter(key, plan, found) <= limit) continue;
    throw key === plan.keystone
      ? new Refusal('keystone_several', { about: before.ownerRole.key })
      : new Refusal('max_holders', { about: key });
  }
}

/** Throws `Refusal` (`role_in_use`) where someone holds a role in force, or is offered it. */
export function refuseInUse(key: string, { holders, invited }: SchemeInForce): void {
  const count = holders[key] || invited[key] || 0;
  if (count > 0) throw new Refusal('role_in_use', { about: key, values: { count } });
}

/** How many will hold a role: exactly where all combinations are known, else at most. */
function holdersAfter(key: string, { moves, roles, onlyBroadest }: MovePlan, found: SchemeInForce): number {
  const becoming = (from: string): boolean => (moves[from] ?? from) === key;
  if (found.groups.length === MAX_GROUPS) {
    return Object.entries(found.holders).reduce(
      (sum, [from, count]) => sum + (becoming(from) ? count : 0),
      0,
    );
  }
  return found.groups.reduce((sum, group) => {
    const then = new Set(group.roles.map((from) => moves[from] ?? from));
    const holds = onlyBroadest ? roles.find((role) => then.has(role)) === key : then.has(key);
    return sum + (holds ? group.members : 0);
  }, 0);
}
