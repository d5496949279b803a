import type { CompiledScheme } from '../compile.ts';
import { noRoles, overlaps } from '../role-set.ts';
import { rolesAnywhere } from '../roles-in-force.ts';
import { type HeldRole, isLiving, type Subject, type Target } from '../subject.ts';
import { type Denial, decisionOn, denial, type GovernanceDecision } from './decision.ts';
import { covers, denialOfCombination, denialOfCount, denialOfGiving, type HolderCounts } from './giving.ts';
import { denialOfActingOn, denialOfLosingOwnerRole } from './members.ts';

/** A change of the roles that a member holds in one place. */
export interface RoleChangeQuestion {
  readonly actor: Subject;
  readonly target: Subject;
  /** The roles the target is to hold there afterwards: all of them, kept ones included. */
  readonly roles: readonly HeldRole[];
  /** A project or bot for its grants, or `workspaceWide` for the membership. */
  readonly at: Target;
  /** Active members who hold the keystone role with no end. */
  readonly ownerRoleHolders: number;
  readonly holders: HolderCounts;
  readonly now: Date;
}

/** May the actor make these the target's roles at this place? Covers giving, taking and granting. */
export function mayChangeRoles(scheme: CompiledScheme, question: RoleChangeQuestion): GovernanceDecision {
  return decisionOn(scheme, question.actor, question.at, (actor) =>
    denialOfChange(scheme, { ...question, actor }),
  );
}

/** What stands against the change. */
export function denialOfChange(scheme: CompiledScheme, question: RoleChangeQuestion): Denial | null {
  const { actor, target, roles, at, ownerRoleHolders, holders, now } = question;
  const before = rolesHeldAt(target, at);
  const living = before.filter(({ until }) => isLiving(until, now.getTime()));
  const gifts = roles.filter((held) => !covers(living, held));
  const taken = living.filter((held) => !covers(roles, held));

  const act = { right: 'member.assign', targets: scheme.declaration.edits, at } as const;
  const unlawful =
    denialOfActingOn(scheme, actor, target, act, now) ?? denialOfPlace(scheme, target, roles, at, now);
  if (unlawful !== null) return unlawful;
  if (at.path.length === 0 && roles.length === 0) return denial('role_needed');

  for (const gift of gifts) {
    const excessive = denialOfGiving(scheme, actor, gift, at, now);
    if (excessive !== null) return excessive;
  }
  const alreadyHeld = rolesAnywhere(scheme, target, now.getTime());
  const newcomers = gifts.filter(({ role }) => {
    return !overlaps(alreadyHeld, scheme.roleByKey.get(role)?.set ?? noRoles);
  });
  return (
    denialOfTaking(scheme, target, taken, ownerRoleHolders) ??
    denialOfCombination(scheme, living, roles) ??
    denialOfCount(scheme, newcomers, holders)
  );
}

/** The roles that a person holds in exactly this place, ended ones included. */
export function rolesHeldAt(person: Subject, at: Target): readonly HeldRole[] {
  const resource = at.path[0];
  if (resource === undefined) return person.roles;
  return person.grants.filter(
    (grant) => grant.resource.id === resource.id && grant.resource.kind === resource.kind,
  );
}

/** Membership or resource: whether each role can be held there. */
function denialOfPlace(
  scheme: CompiledScheme,
  target: Subject,
  roles: readonly HeldRole[],
  at: Target,
  now: Date,
): Denial | null {
  const resource = at.path[0];
  for (const { role } of roles) {
    const reach = scheme.roleByKey.get(role)?.reach;
    if (resource === undefined && reach === 'things') return denial('resource_needed', role);
    if (resource?.kind === 'channel') return denial('resource_needed', role);
    if (resource !== undefined && reach === 'workspace') return denial('workspace_only', role);
    if (resource !== undefined && reach === 'granted_things') {
      const named = target.roles.some((held) => held.role === role && isLiving(held.until, now.getTime()));
      if (!named) return denial('role_not_held', role);
    }
  }
  return null;
}

function denialOfTaking(
  scheme: CompiledScheme,
  target: Subject,
  taken: readonly HeldRole[],
  ownerRoleHolders: number,
): Denial | null {
  const { key } = scheme.ownerRole;
  if (!taken.some(({ role }) => role === key)) return null;
  if (scheme.declaration.keystone.holders === 'exactly_one') {
    return denial('keystone_by_transfer_only', key);
  }
  return denialOfLosingOwnerRole(scheme, target, ownerRoleHolders);
}
