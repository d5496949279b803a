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

/** A time before any role ended: selects all that was ever held. */
export const beforeAnyEnd = Number.NEGATIVE_INFINITY;

/** A time after every end: selects what is held for good. */
export const afterEveryEnd = Number.POSITIVE_INFINITY;

/** Roles of the membership that have not ended at a time, wherever they reach. */
export function rolesNamed(scheme: CompiledScheme, held: readonly HeldRole[], time: number): RoleSet {
  let named = noRoles;
  for (const { role, until } of held) {
    if (isLiving(until, time)) named = union(named, scheme.roleByKey.get(role)?.set ?? noRoles);
  }
  return named;
}

/** Roles that reach a target; the roles that they require may still be missing. */
export function rolesReaching(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  time: number,
): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  return reaching(scheme, named, rolesGranted(scheme, subject.grants, target, time));
}

/** Roles held in any place, also those that are only named on the membership. */
export function rolesAnywhere(scheme: CompiledScheme, subject: Subject, time: number): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  return union(named, reaching(scheme, named, rolesGranted(scheme, subject.grants, null, time)));
}

/** Roles that living grants give on a target; where it is null, on anything. */
function rolesGranted(
  scheme: CompiledScheme,
  grants: readonly Grant[],
  target: Target | null,
  time: number,
): RoleSet {
  let granted = noRoles;
  for (const { role, until, resource } of grants) {
    if (isLiving(until, time) && (target === null || liesOn(target, resource))) {
      granted = union(granted, scheme.roleByKey.get(role)?.set ?? noRoles);
    }
  }
  return granted;
}

/**
 * Roles that count for a target at a time: those that reach it and have there every role that they require, and the
 * baseline of members. The state of the membership is not considered.
 */
export function rolesInForce(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  time: number,
): RoleSet {
  const named = rolesNamed(scheme, subject.roles, time);
  const granted = rolesGranted(scheme, subject.grants, target, time);
  const awake = withRequirementsMet(scheme, reaching(scheme, named, granted));
  const isMember =
    !losesBaseline(scheme, subject.roles) || without(awake, scheme.withoutBaseline) !== noRoles;
  return isMember ? union(awake, baselineRole) : awake;
}

/**
 * Whether a role on the membership takes the baseline from a member without a better role. It still does after its
 * end: a guest whose role has ended must not gain by that. Any other role in force brings the baseline back.
 */
function losesBaseline(scheme: CompiledScheme, held: readonly HeldRole[]): boolean {
  if (scheme.withoutBaseline === noRoles) return false;
  return overlaps(rolesNamed(scheme, held, beforeAnyEnd), scheme.withoutBaseline);
}

/** The named and granted roles that have an effect in this place. */
function reaching(scheme: CompiledScheme, named: RoleSet, granted: RoleSet): RoleSet {
  const byGrant = without(common(granted, scheme.grantable), without(scheme.grantedOnlyIfNamed, named));
  return union(common(named, scheme.reachingWorkspace), byGrant);
}

/** Whether the target is this resource or lies in it. */
function liesOn(target: Target, resource: Grant['resource']): boolean {
  for (const step of target.path) {
    if (step.kind === resource.kind && step.id === resource.id) return true;
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
