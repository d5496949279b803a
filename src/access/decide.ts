import type { CompiledScheme } from './compile.ts';
import { rolesAllowingSomehow, rolesAllowingWhere } from './conditions.ts';
import { allowedByBaseline, type Decision, unknownRight } from './decision.ts';
import { broadestRank, common, noRoles, type RoleSet, union } from './role-set.ts';
import { beforeAnyEnd, rolesAnywhere, rolesInForce, rolesNamed, rolesReaching } from './roles-in-force.ts';
import type { DecisionRule } from './rules.ts';
import type { Subject, Target } from './subject.ts';
import type { Right } from './vocabulary.ts';

/**
 * Whether a person may use a right on a target now, with the reason. The same question always gets
 * the same answer object; asking allocates nothing.
 */
export function decide(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  target: Target,
  now: Date,
): Decision {
  const row = scheme.rowOf.get(right);
  if (row === undefined) return unknownRight;
  if (subject.state !== 'active') return refusalOf(scheme, subject, row, target, now.getTime());

  const time = now.getTime();
  const inForce = rolesInForce(scheme, subject, target, time);
  const allowing = rolesAllowingHere(scheme, row, inForce, subject, target);
  return allowing === noRoles
    ? refusalOf(scheme, subject, row, target, time)
    : allowedBy(scheme, subject, allowing, time);
}

/** Whether {@link decide} allows, without the reason: finding the rule that denies takes longer than the answer. */
export function isAllowed(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  target: Target,
  now: Date,
): boolean {
  const row = scheme.rowOf.get(right);
  if (row === undefined || subject.state !== 'active') return false;
  const inForce = rolesInForce(scheme, subject, target, now.getTime());
  return rolesAllowingHere(scheme, row, inForce, subject, target) !== noRoles;
}

/**
 * The evaluator that all of the core shares: which of these roles allow the right of this row.
 *
 * @param own whether the target belongs to the one who asks
 */
export function rolesAllowing(scheme: CompiledScheme, row: number, roles: RoleSet, own: boolean): RoleSet {
  return common(roles, rolesThatAllow(scheme, row, own));
}

/** All roles that allow the right of this row. */
export function rolesThatAllow(scheme: CompiledScheme, row: number, own: boolean): RoleSet {
  const outright = scheme.allowing[row] ?? noRoles;
  return own ? union(outright, scheme.allowingOwn[row] ?? noRoles) : outright;
}

/** The same for one subject and target: whether it is their own and which conditions hold is found out. */
export function rolesAllowingHere(
  scheme: CompiledScheme,
  row: number,
  roles: RoleSet,
  subject: Subject,
  target: Target,
): RoleSet {
  const allowing = rolesAllowing(scheme, row, roles, isOwn(subject, target));
  return scheme.conditional.length === 0
    ? allowing
    : union(allowing, rolesAllowingWhere(scheme, row, roles, subject, target));
}

/** Whether the target is known to belong to the subject. */
function isOwn(subject: Subject, target: Target): boolean {
  return target.ownerId === subject.personId;
}

/** The broadest role that allows it, one held on the membership before one that is granted. */
function allowedBy(scheme: CompiledScheme, subject: Subject, allowing: RoleSet, time: number): Decision {
  const named = subject.grants.length === 0 ? allowing : rolesNamed(scheme, subject.roles, time);
  const onMembership = common(common(allowing, scheme.reachingWorkspace), named);
  const answers = onMembership === noRoles ? scheme.allowedByGrant : scheme.allowedByMembership;
  const rank = broadestRank(onMembership === noRoles ? allowing : onMembership);
  return answers[rank] ?? allowedByBaseline;
}

function refusalOf(
  scheme: CompiledScheme,
  subject: Subject,
  row: number,
  target: Target,
  time: number,
): Decision {
  return scheme.denied.get(ruleAgainst(scheme, subject, row, target, time))?.[row] ?? unknownRight;
}

/**
 * The rule that denies. Found by asking again with one denial after another taken away: the first
 * whose absence would have let the question through is the reason.
 */
function ruleAgainst(
  scheme: CompiledScheme,
  subject: Subject,
  row: number,
  target: Target,
  time: number,
): DecisionRule {
  if (subject.state === 'none') return 'not_member';
  if (subject.state === 'suspended') return 'suspended';
  if (scheme.forbidden[row]) return 'never';
  if (wouldAllow(scheme, row, rolesInForce(scheme, subject, target, time))) return 'own_only';
  if (wouldAllow(scheme, row, rolesReaching(scheme, subject, target, time))) return 'requires_missing';
  if (wouldAllow(scheme, row, rolesAnywhere(scheme, subject, time))) return 'no_grant_here';
  if (wouldAllow(scheme, row, rolesAnywhere(scheme, subject, beforeAnyEnd))) return 'ended';
  return 'no_role_allows';
}

function wouldAllow(scheme: CompiledScheme, row: number, roles: RoleSet): boolean {
  return rolesAllowingSomehow(scheme, row, roles) !== noRoles;
}
