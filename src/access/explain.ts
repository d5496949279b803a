import type { CompiledScheme } from './compile.ts';
import { rolesAllowingSomehow } from './conditions.ts';
import { decide, rolesAllowingHere } from './decide.ts';
import type { Decision } from './decision.ts';
import { noRoles, overlaps } from './role-set.ts';
import { beforeAnyEnd, rolesAnywhere, rolesInForce, rolesReaching } from './roles-in-force.ts';
import type { Grant, HeldRole, Subject, Target } from './subject.ts';
import type { Right } from './vocabulary.ts';

/** What one held role contributed to a decision. */
type Contribution =
  | 'allows'
  /** Would allow on what is one's own. */
  | 'own_only'
  /** Would allow, but a role it requires is missing here. */
  | 'requires_missing'
  /** Would allow, but is held elsewhere. */
  | 'no_grant_here'
  /** Would have allowed, but has ended. */
  | 'ended'
  /** Gives no such right. */
  | 'silent';

/** A decision with each role that the person holds or held, and what it contributed. */
export interface Explanation {
  readonly decision: Decision;
  readonly held: readonly {
    readonly role: string;
    readonly until: Date | null;
    /** Null for a role held on the membership. */
    readonly resource: Grant['resource'] | null;
    readonly contribution: Contribution;
  }[];
}

/** Why a decision came out as it did, role by role. */
export function explain(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  target: Target,
  now: Date,
): Explanation {
  const question: Question = { scheme, subject, right, target, time: now.getTime() };
  return {
    decision: decide(scheme, subject, right, target, now),
    held: [
      ...subject.roles.map((held) => ({
        ...held,
        resource: null,
        contribution: contributionOf(question, held, {
          ...subject,
          roles: [held],
          grants: needsBoth(scheme, held) ? subject.grants : [],
        }),
      })),
      ...subject.grants.map((grant) => ({
        ...grant,
        contribution: contributionOf(question, grant, {
          ...subject,
          roles: needsBoth(scheme, grant) ? subject.roles : [],
          grants: [grant],
        }),
      })),
    ],
  };
}

interface Question {
  readonly scheme: CompiledScheme;
  readonly subject: Subject;
  readonly right: Right;
  readonly target: Target;
  readonly time: number;
}

/** Whether the role counts only where it is both named on the membership and granted. */
function needsBoth(scheme: CompiledScheme, { role }: HeldRole): boolean {
  return scheme.roleByKey.get(role)?.reach === 'granted_things';
}

/** @param alone the subject as if they held nothing else */
function contributionOf(
  { scheme, subject, right, target, time }: Question,
  held: HeldRole,
  alone: Subject,
): Contribution {
  const role = scheme.roleByKey.get(held.role)?.set ?? noRoles;
  const row = scheme.rowOf.get(right) ?? -1;
  if (rolesAllowingSomehow(scheme, row, role) === noRoles) return 'silent';
  if (overlaps(rolesReaching(scheme, alone, target, time), role)) {
    if (!overlaps(rolesInForce(scheme, subject, target, time), role)) return 'requires_missing';
    return rolesAllowingHere(scheme, row, role, subject, target) === noRoles ? 'own_only' : 'allows';
  }
  if (overlaps(rolesAnywhere(scheme, alone, time), role)) return 'no_grant_here';
  return overlaps(rolesAnywhere(scheme, alone, beforeAnyEnd), role) ? 'ended' : 'silent';
}
