import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { overlaps } from '../role-set.ts';
import { type HeldRole, isLiving, type Subject, type Target } from '../subject.ts';
import { denialOfChange, type RoleChangeQuestion, rolesHeldAt } from './change-roles.ts';
import { denialOfInviting } from './invite.ts';

/** A question for the buttons of a role picker; the target is null for an invitation. */
export interface AssignableQuestion extends Omit<RoleChangeQuestion, 'target' | 'roles'> {
  readonly target: Subject | null;
}

/**
 * The roles that the actor may give, each with the latest end they may give it (null: none). Each is
 * asked of the same rules as the change or invitation itself, together with the roles it requires and,
 * where a member holds many, beside those held already, which keep the ends they have; for an
 * invitation, resources that a role is held on may still be chosen later.
 */
export function assignableRoles(scheme: CompiledScheme, question: AssignableQuestion): readonly HeldRole[] {
  const ends = endsToTry(question);
  return scheme.roles.flatMap((role) => {
    const until = ends.find((end) => isLawful(scheme, question, role, end));
    return until === undefined ? [] : [{ role: role.key, until }];
  });
}

function isLawful(
  scheme: CompiledScheme,
  question: AssignableQuestion,
  role: CompiledRole,
  until: Date | null,
): boolean {
  const wanted = scheme.roles
    .filter(({ set }) => set === role.set || overlaps(role.requires, set))
    .map(({ key }) => ({ role: key, until }));
  const { target, at } = question;
  if (target === null) {
    const resources: readonly Target[] = at.path.length === 0 ? [] : [at];
    return denialOfInviting(scheme, { ...question, roles: wanted, resources, registered: true }) === null;
  }
  const kept =
    scheme.declaration.rolesPerMember === 'one'
      ? []
      : rolesHeldAt(target, at).filter(({ until: end }) => isLiving(end, question.now.getTime()));
  return denialOfChange(scheme, { ...question, target, roles: [...kept, ...wanted] }) === null;
}

/** Forever first, then the moments at which something of the two people's ends, latest first. */
function endsToTry({ actor, target }: AssignableQuestion): readonly (Date | null)[] {
  const people = target === null ? [actor] : [actor, target];
  const ends = people
    .flatMap(({ roles, grants }) => [...roles, ...grants])
    .flatMap(({ until }) => (until === null ? [] : [until]));
  return [null, ...ends.sort((a, b) => b.getTime() - a.getTime())];
}
