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
  return reaching(scheme, named, rolesGranted(scheme, subject.grants, target, time));
}

/** Roles held in any place, or only named on the membership. */
export function rolesAnywhere(scheme: CompiledScheme, subject: Subject, time: number): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  return union(named, reaching(scheme, named, rolesGranted(scheme, subject.grants, null, time)));
}

/** Roles that living grants name on a target; where it is null, on whatever they are. */
function rolesGranted(
  scheme: CompiledScheme,
  grants: readonly Grant[],
  target: Target | null,
  time: number,
): RoleSet {
  let granted = noRoles;
  for (const { role, until, thing } of grants) {
    if (isLiving(until, time) && (target === null || liesOn(target, thing))) {
      granted = union(granted, scheme.roleByKey.get(role)?.set ?? noRoles);
    }
  }
  return granted;
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
  const named = rolesNamed(scheme, subject.roles, time);
  const granted = rolesGranted(scheme, subject.grants, target, time);
  return rolesCounting(scheme, named, granted, losesBaseline(scheme, subject.roles));
}

/**
 * The rule by which {@link rolesInForce} comes from what somebody holds: the roles that the membership
 * names, those that grants name on the target, and whether they stand without the baseline.
 */
export function rolesCounting(
  scheme: CompiledScheme,
  named: RoleSet,
  granted: RoleSet,
  withoutBaseline: boolean,
): RoleSet {
  const awake = withRequirementsMet(scheme, reaching(scheme, named, granted));
  const isMember = !withoutBaseline || without(awake, scheme.withoutBaseline) !== noRoles;
  return isMember ? union(awake, baselineRole) : awake;
}

/**
 * Whether a role on the membership takes the baseline from who holds nothing better. It does so after
 * its end too, or a guest whose time is over would gain; any other role in force brings it back.
 */
export function losesBaseline(scheme: CompiledScheme, held: readonly HeldRole[]): boolean {
  if (scheme.withoutBaseline === noRoles) return false;
  return overlaps(rolesNamed(scheme, held, beforeAnyEnd), scheme.withoutBaseline);
}

/** Of the roles that are named and granted, those that reach where they are looked at. */
function reaching(scheme: CompiledScheme, named: RoleSet, granted: RoleSet): RoleSet {
  const byGrant = without(common(granted, scheme.grantable), without(scheme.grantedOnlyIfNamed, named));
  return union(common(named, scheme.reachingWorkspace), byGrant);
}

/** Whether a thing is the target itself or holds it. */
function liesOn(target: Target, thing: Grant['thing']): boolean {
  for (const step of target.path) {
    if (step.kind === thing.kind && step.id === thing.id) return true;
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
