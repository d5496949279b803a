import type {
  Condition,
  RightsTable,
  RoleDeclaration,
  SchemeDeclaration,
} from '../../../src/access/define-scheme.ts';
import type { HeldRole, Subject, Target } from '../../../src/access/subject.ts';

/*
 * The rules read straight off a declared scheme, one question at a time, with nothing prepared. Slow
 * and plain on purpose: the compiled core must agree with it.
 */

/** Whether a person may use a right on a target. */
export function naivelyAllowed(
  scheme: SchemeDeclaration,
  subject: Subject,
  right: string,
  target: Target,
  now: Date,
): boolean {
  if (subject.state !== 'active') return false;
  if (mentions(scheme.never ?? {}, right)) return false;
  const roles = rolesThatCount(scheme, subject, target, now);
  const own = target.ownerId === subject.personId;
  return (
    roles.some((role) => role.can === 'everything' || mentions(role.can, right)) ||
    (own && roles.some((role) => mentions(role.canOnOwn ?? {}, right))) ||
    roles.some(({ canWhere = [] }) =>
      canWhere.some(({ where, can }) => mentions(can, right) && isMet(where, subject, target)),
    ) ||
    (['workspace.view', 'owner.view', 'role.view'].includes(right) && isPlainMember(scheme, subject, roles))
  );
}

function isMet(where: Condition, subject: Subject, target: Target): boolean {
  const found =
    'action' in where ? target.actionProperties?.[where.action] : target.properties?.[where.resource];
  const wanted =
    'value' in where ? where.value : { ...subject.properties, id: subject.personId }[where.subject];
  return found === wanted && ['string', 'number', 'boolean'].includes(typeof found);
}

/** The roles of a person that count on a target, requirements met. */
export function rolesThatCount(
  scheme: SchemeDeclaration,
  subject: Subject,
  target: Target,
  now: Date,
): readonly RoleDeclaration[] {
  const reaching = scheme.roles.filter((role) => reaches(role, subject, target, now));
  return reaching.filter((role) =>
    everyRequirement(scheme, role).every((key) => reaching.some((other) => other.key === key)),
  );
}

function reaches(role: RoleDeclaration, subject: Subject, target: Target, now: Date): boolean {
  const alive = ({ until }: HeldRole) => until === null || until > now;
  const named = subject.roles.some((held) => held.role === role.key && alive(held));
  const granted = subject.grants.some(
    (grant) =>
      grant.role === role.key &&
      alive(grant) &&
      target.path.some(
        (resource) => `${resource.kind}:${resource.id}` === `${grant.resource.kind}:${grant.resource.id}`,
      ),
  );
  switch (role.reach ?? 'workspace') {
    case 'workspace':
      return named;
    case 'things':
      return granted;
    case 'workspace_or_things':
      return named || granted;
    case 'granted_things':
      return named && granted;
  }
}

function everyRequirement(scheme: SchemeDeclaration, role: RoleDeclaration): readonly string[] {
  return (role.requires ?? []).flatMap((key) => [
    key,
    ...scheme.roles.filter((other) => other.key === key).flatMap((other) => everyRequirement(scheme, other)),
  ]);
}

/** Whether nothing withholds what every member has. */
function isPlainMember(
  scheme: SchemeDeclaration,
  subject: Subject,
  counting: readonly RoleDeclaration[],
): boolean {
  const withheld = subject.roles.some(({ role }) =>
    scheme.roles.some((declared) => declared.key === role && declared.withoutBaseline === true),
  );
  return !withheld || counting.some((role) => role.withoutBaseline !== true);
}

function mentions(table: RightsTable, right: string): boolean {
  return Object.entries(table).some(
    ([resource, actions]) =>
      right.startsWith(`${resource}.`) &&
      (actions === 'all' || (actions as readonly string[]).includes(right.slice(resource.length + 1))),
  );
}
