import type { CompiledScheme } from './compile.ts';
import { decide, isOwn, rolesAllowing } from './decide.ts';
import type { Decision } from './decision.ts';
import { noRoles, overlaps } from './role-set.ts';
import { rolesInForce, rolesReaching } from './roles-in-force.ts';
import { type Grant, type HeldRole, isLiving, type Subject, type Target } from './subject.ts';
import type { Right } from './vocabulary.ts';

/** What one held role contributed to a decision. */
export type Contribution =
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
    readonly thing: Grant['thing'] | null;
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
  const contribution = (held: HeldRole, thing: Grant['thing'] | null) =>
    contributionOf(scheme, subject, { ...held, thing }, right, target, now.getTime());
  return {
    decision: decide(scheme, subject, right, target, now),
    held: [
      ...subject.roles.map(({ role, until }) => ({
        role,
        until,
        thing: null,
        contribution: contribution({ role, until }, null),
      })),
      ...subject.grants.map(({ role, until, thing }) => ({
        role,
        until,
        thing,
        contribution: contribution({ role, until }, thing),
      })),
    ],
  };
}

function contributionOf(
  scheme: CompiledScheme,
  subject: Subject,
  held: HeldRole & { readonly thing: Grant['thing'] | null },
  right: Right,
  target: Target,
  time: number,
): Contribution {
  const role = scheme.roleByKey.get(held.role)?.set ?? noRoles;
  const row = scheme.rowOf.get(right) ?? -1;
  if (rolesAllowing(scheme, row, role, true) === noRoles) return 'silent';
  if (!isLiving(held.until, time)) return 'ended';
  const alone: Subject =
    held.thing === null
      ? { ...subject, grants: [] }
      : { ...subject, grants: [{ ...held, thing: held.thing }] };
  if (!overlaps(rolesReaching(scheme, alone, target, time), role)) return 'no_grant_here';
  if (!overlaps(rolesInForce(scheme, subject, target, time), role)) return 'requires_missing';
  return rolesAllowing(scheme, row, role, isOwn(subject, target)) === noRoles ? 'own_only' : 'allows';
}
