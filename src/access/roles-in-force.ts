import type { CompiledScheme } from './compile.ts';
import {
  baselineRole,
  common,
  includesAll,
  noRoles,
  overlaps,
  type RoleSet,
  union,
  without,
} from './role-set.ts';
import { type Grant, type HeldRole, isLiving, type Subject, type Target } from './subject.ts';

/** A time at which nothing has ended yet: asks what was ever held. */
export const beforeAnyEnd = Number.NEGATIVE_INFINITY;

/** A time at which all that ends has ended: asks what is held for good. */
export const afterEveryEnd = Number.POSITIVE_INFINITY;

/** Roles that the membership names and that live at a time, wherever they reach. */
export function rolesNamed(scheme: CompiledScheme, held: readonly HeldRole[], time: number): RoleSet {
  let named = noRoles;
  for (const { role, until } of held) {
    if (isLiving(until, time)) named = union(named, scheme.roleByKey.get(role)?.set ?? noRoles);
  }
  return named;
}

/** Roles that reach a target, before asking whether the roles they require are there too. */
export function rolesReaching(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  time: number,
): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  const granted = rolesGranted(scheme, subject.grants, target, named, time);
  return union(common(named, scheme.reachingWorkspace), granted);
}

/** Roles held in any place, or only named on the membership. */
export function rolesAnywhere(scheme: CompiledScheme, subject: Subject, time: number): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  return union(named, rolesGranted(scheme, subject.grants, null, named, time));
}

/** Roles that grants give on a target; where it is null, on whatever they are. */
function rolesGranted(
  scheme: CompiledScheme,
  grants: readonly Grant[],
  target: Target | null,
  named: RoleSet,
  time: number,
): RoleSet {
  let granted = noRoles;
  for (const { role, until, thing } of grants) {
    if (isLiving(until, time) && (target === null || liesOn(target, thing))) {
      granted = union(granted, scheme.roleByKey.get(role)?.set ?? noRoles);
    }
  }
  return without(common(granted, scheme.grantable), without(scheme.grantedOnlyIfNamed, named));
}

/**
 * Roles that count for a target at a time: those that reach it and are not missing a role they
 * require there, and the baseline of members. Says nothing of whether the membership is active.
 */
export function rolesInForce(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  time: number,
): RoleSet {
  const awake = withRequirementsMet(scheme, rolesReaching(scheme, subject, target, time));
  return hasBaseline(scheme, subject, awake) ? union(awake, baselineRole) : awake;
}

/** Whether a thing is the target itself or holds it. */
function liesOn(target: Target, thing: Grant['thing']): boolean {
  for (const step of target.path) {
    if (step.id === thing.id && step.kind === thing.kind) return true;
  }
  return false;
}

function withRequirementsMet(scheme: CompiledScheme, held: RoleSet): RoleSet {
  let awake = held;
  for (const { set, requires } of scheme.requiring) {
    if (!includesAll(held, requires)) awake = without(awake, set);
  }
  return awake;
}

/**
 * A role without baseline withholds it also after its end, or a guest whose time is over would gain;
 * any other role in force brings it back.
 */
function hasBaseline(scheme: CompiledScheme, subject: Subject, inForce: RoleSet): boolean {
  if (scheme.withoutBaseline === noRoles) return true;
  if (without(inForce, scheme.withoutBaseline) !== noRoles) return true;
  return !overlaps(rolesNamed(scheme, subject.roles, beforeAnyEnd), scheme.withoutBaseline);
}
