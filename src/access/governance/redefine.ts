import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { rolesAllowing } from '../decide.ts';
import type { RoleDeclaration, SchemeDeclaration } from '../define-scheme.ts';
import { broadestRank, noRoles, overlaps, type RoleSet, union } from '../role-set.ts';
import { afterEveryEnd, rolesInForce } from '../roles-in-force.ts';
import { type Subject, workspaceWide } from '../subject.ts';
import { type Denial, decisionOn, denial, denialOfRight, type GovernanceDecision } from './decision.ts';

/** Another scheme in place of the one in force. */
export interface RedefinitionQuestion {
  readonly actor: Subject;
  readonly after: CompiledScheme;
  /** By key of a role in force, the role that its holders have then; a role not named keeps its key. */
  readonly moves: Readonly<Record<string, string>>;
  readonly now: Date;
}

/**
 * May the actor replace the scheme in force with this one? A member who holds the owner role for good may. Any other
 * member with the right to define roles changes only the roles below their own, gives them only rights that they hold
 * for good themselves, and does not change the rules, so nobody gains rights by editing a scheme.
 */
export function mayRedefine(scheme: CompiledScheme, question: RedefinitionQuestion): GovernanceDecision {
  // Compared once at most: the entities that a scheme declares may be many.
  let stay: boolean | undefined;
  const rulesStay = () => {
    stay ??= isSame(rulesOf(scheme.declaration), rulesOf(question.after.declaration));
    return stay;
  };
  return decisionOn(scheme, question.actor, workspaceWide, (actor) =>
    denialOfRedefining(scheme, { ...question, actor }, rulesStay),
  );
}

function denialOfRedefining(
  scheme: CompiledScheme,
  { actor, after, moves, now }: RedefinitionQuestion,
  rulesStay: () => boolean,
): Denial | null {
  const lacking = denialOfRight(scheme, actor, 'role.define', workspaceWide, now);
  if (lacking !== null) return lacking;
  const held = rolesInForce(scheme, actor, workspaceWide, afterEveryEnd);
  if (overlaps(held, scheme.ownerRole.set)) return null;
  if (!rulesStay()) return denial('keystone_only');
  return (
    denialOfTouching(scheme, after, held) ??
    denialOfMoving(scheme, after, moves, held) ??
    denialOfGaining(scheme, after, moves, held)
  );
}

/** The rules of a scheme, which are its keystone's alone; words and advice are not among them. */
function rulesOf(declaration: SchemeDeclaration): object {
  const {
    key: _key,
    title: _title,
    titlesFrom: _from,
    recommendations: _advice,
    roles: _,
    ...rules
  } = declaration;
  return rules;
}

/** Roles as broad as one's own or broader stay as they are; of the others only rights and titles change. */
function denialOfTouching(
  { declaration: before }: CompiledScheme,
  { declaration: after }: CompiledScheme,
  held: RoleSet,
): Denial | null {
  for (const [rank, role] of before.roles.slice(0, broadestRank(held) + 1).entries()) {
    if (!isSame(role, after.roles[rank])) return denial('not_broader', role.key);
  }
  const limitsOf = ({ title: _, can: __, canOnOwn: ___, ...limits }: RoleDeclaration) => limits;
  const stays = after.roles.filter(({ key }) => before.roles.some((role) => role.key === key));
  const stayed = before.roles.filter(({ key }) => after.roles.some((role) => role.key === key));
  for (const [place, role] of stays.entries()) {
    const former = stayed[place];
    if (former === undefined || !isSame(limitsOf(former), limitsOf(role))) {
      return denial('keystone_only', role.key);
    }
  }
  return null;
}

/** Moving a role's holders is changing their roles: only where one could do that, and neither from nor to one's own level. */
function denialOfMoving(
  scheme: CompiledScheme,
  after: CompiledScheme,
  moves: RedefinitionQuestion['moves'],
  held: RoleSet,
): Denial | null {
  const own = broadestRank(held);
  for (const [from, to] of Object.entries(moves)) {
    // A member who keeps their role is not moved.
    if (from === to) continue;
    const target = after.roleByKey.get(to);
    if (target === undefined) return denial('unknown_role', to);
    if (scheme.declaration.edits === 'keystone') return denial('keystone_only', from);
    if (target.rank <= own) return denial('not_broader', to);
    if ((scheme.roleByKey.get(from)?.rank ?? scheme.roles.length) <= own) return denial('not_broader', from);
    if (!has(scheme, held, 'member.assign')) return denial('no_role_allows', from);
  }
  return null;
}

function has(scheme: CompiledScheme, held: RoleSet, right: 'member.assign'): boolean {
  return rolesAllowing(scheme, scheme.rowOf.get(right) ?? -1, held, false) !== noRoles;
}

/** No role gives its holders, also those who come from another role, what the actor lacks. */
function denialOfGaining(
  scheme: CompiledScheme,
  after: CompiledScheme,
  moves: RedefinitionQuestion['moves'],
  held: RoleSet,
): Denial | null {
  const formerly = (role: CompiledRole): (CompiledRole | undefined)[] => [
    scheme.roleByKey.get(role.key),
    ...Object.entries(moves).flatMap(([from, to]) => (to === role.key ? [scheme.roleByKey.get(from)] : [])),
  ];
  for (const role of after.roles) {
    for (const former of formerly(role)) {
      for (const [right, row] of after.rowOf) {
        const rowBefore = scheme.rowOf.get(right) ?? -1;
        const had = (roles: RoleSet, own: boolean) =>
          rolesAllowing(scheme, rowBefore, roles, own) !== noRoles;
        for (const own of [false, true]) {
          const gives = rolesAllowing(after, row, role.set, own) !== noRoles;
          if (gives && !had(former?.set ?? noRoles, own) && !had(held, own)) {
            return denial('exceeds_own', role.key);
          }
        }
        for (const { where, rows } of after.conditional) {
          if (!overlaps(role.set, rows[row] ?? noRoles)) continue;
          const same = scheme.conditional.find((one) => isSame(one.where, where));
          const gave = union(former?.set ?? noRoles, held);
          if (!had(gave, false) && !overlaps(gave, same?.rows[rowBefore] ?? noRoles)) {
            return denial('exceeds_own', role.key);
          }
        }
      }
    }
  }
  return null;
}

/** Whether two parts of declarations say the same; both come from JSON or from such literals. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
