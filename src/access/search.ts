import type { CompiledScheme } from './compile.ts';
import { decide, rolesAllowingHere } from './decide.ts';
import { noRoles } from './role-set.ts';
import { rolesInForce } from './roles-in-force.ts';
import { type Subject, type Target, workspaceWide } from './subject.ts';
import type { Right } from './vocabulary.ts';

/** Who of these may use the right on the target; in the order given. */
export function searchSubjects<S extends Subject>(
  scheme: CompiledScheme,
  subjects: readonly S[],
  right: Right,
  target: Target,
  now: Date,
): readonly S[] {
  return subjects.filter((subject) => decide(scheme, subject, right, target, now).allow);
}

/** Everything that a person may do on a target now: exactly the rights that `decide` would allow. */
export function capabilities(
  scheme: CompiledScheme,
  subject: Subject,
  target: Target,
  now: Date,
): ReadonlySet<Right> {
  if (subject.state !== 'active') return new Set();
  const roles = rolesInForce(scheme, subject, target, now.getTime());
  return new Set(
    scheme.rights.filter((_, row) => rolesAllowingHere(scheme, row, roles, subject, target) !== noRoles),
  );
}

/** Everything that a person may do somewhere in the workspace: in all of it, or on a resource with a role of theirs. */
export function capabilitiesSomewhere(
  scheme: CompiledScheme,
  subject: Subject,
  now: Date,
): ReadonlySet<Right> {
  const places = [workspaceWide, ...subject.grants.map(({ resource }): Target => ({ path: [resource] }))];
  return new Set(places.flatMap((place) => [...capabilities(scheme, subject, place, now)]));
}

/** What the person may do to this kind of resource on the target; in the order of the scheme's vocabulary. */
export function searchActions(
  scheme: CompiledScheme,
  subject: Subject,
  resource: string,
  target: Target,
  now: Date,
): readonly Right[] {
  const can = capabilities(scheme, subject, target, now);
  return rightsOn(scheme, resource).filter((right) => can.has(right));
}

/** On which of these targets the person may use the right; in the order given. */
export function searchTargets<T extends Target>(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  targets: readonly T[],
  now: Date,
): readonly T[] {
  return targets.filter((target) => decide(scheme, subject, right, target, now).allow);
}

/** Every right on a kind of resource that there is in the scheme. */
export function rightsOn(scheme: CompiledScheme, resource: string): readonly Right[] {
  return scheme.rights.filter((right) => right.startsWith(`${resource}.`));
}

/** The right named by a resource and an action that came from outside, or null where the scheme has none. */
export function rightIn(scheme: CompiledScheme, resource: string, action: string): Right | null {
  // Every name with a row is a right of the scheme.
  const name = `${resource}.${action}` as Right;
  return scheme.rowOf.has(name) ? name : null;
}
