import type { CompiledScheme } from '../compile.ts';
import type { WhoMayActOnWhom } from '../define-scheme.ts';
import { diffRoles } from '../diff.ts';
import { broadestRank, noRoles, overlaps } from '../role-set.ts';
import { rolesAnywhere, rolesInForce } from '../roles-in-force.ts';
import { type Subject, type Target, workspaceWide } from '../subject.ts';
import type { Right } from '../vocabulary.ts';
import { type Denial, decisionOn, denial, denialOfRight, type GovernanceDecision } from './decision.ts';
import { covers } from './giving.ts';

/** An act of one member on another. */
export interface MemberQuestion {
  readonly actor: Subject;
  readonly target: Subject;
  /** Active members who hold the keystone role with no end. */
  readonly ownerRoleHolders: number;
  readonly now: Date;
}

/** May the actor close the target's access? */
export function mayRemove(scheme: CompiledScheme, question: MemberQuestion): GovernanceDecision {
  const { edits, removes = edits } = scheme.declaration;
  return decisionOnMember(scheme, question, 'member.remove', removes, true);
}

/** May the actor suspend the target? */
export function maySuspend(scheme: CompiledScheme, question: MemberQuestion): GovernanceDecision {
  return decisionOnMember(scheme, question, 'member.update', scheme.declaration.edits, true);
}

/** May the actor change the target's card, let them back from suspension, or recover their account? */
export function mayUpdate(scheme: CompiledScheme, question: MemberQuestion): GovernanceDecision {
  return decisionOnMember(scheme, question, 'member.update', scheme.declaration.edits, false);
}

/** May the member leave? Everybody may, but not who holds the workspace alone. */
export function mayLeave(
  scheme: CompiledScheme,
  { actor, ownerRoleHolders }: Pick<MemberQuestion, 'actor' | 'ownerRoleHolders'>,
): GovernanceDecision {
  const against =
    actor.state === 'none' ? denial('not_member') : denialOfLosingOwnerRole(scheme, actor, ownerRoleHolders);
  return against === null ? { allow: true } : { ...against, allow: false, roles: [] };
}

/** May the actor hand ownership to the target? The target's own yes is asked elsewhere. */
export function mayTransfer(
  scheme: CompiledScheme,
  { actor, target, now }: Omit<MemberQuestion, 'ownerRoleHolders'>,
): GovernanceDecision {
  if (scheme.declaration.keystone.holders !== 'exactly_one') {
    return { ...denial('no_transfer', scheme.ownerRole.key), allow: false, roles: [] };
  }
  const act = { right: 'owner.transfer', targets: 'keystone', at: workspaceWide } as const;
  return decisionOn(
    scheme,
    actor,
    workspaceWide,
    (someone) =>
      denialOfActingOn(scheme, someone, target, act, now) ??
      (target.state === 'suspended' ? denial('target_suspended') : null),
  );
}

/**
 * The role that a former owner keeps after a transfer: the next in rank without requirements or a limit of holders
 * that gives nothing an owner lacked; null if there is none. A role with the reach `resources` is granted, not named.
 */
export function formerOwnerRole(scheme: CompiledScheme): string | null {
  const next = scheme.roles.find(
    (role) =>
      role !== scheme.ownerRole &&
      role.requires === noRoles &&
      role.maxHolders === null &&
      diffRoles(scheme, [scheme.ownerRole.key], [role.key]).gained.length === 0,
  );
  return next?.key ?? null;
}

/**
 * Why the actor may not act on the other person; null where they may. Nobody acts on themselves, without the right,
 * on a person who is not a member, or on a member that the scheme protects from them.
 */
export function denialOfActingOn(
  scheme: CompiledScheme,
  actor: Subject,
  target: Subject,
  { right, targets, at }: { readonly right: Right; readonly targets: WhoMayActOnWhom; readonly at: Target },
  now: Date,
): Denial | null {
  if (actor.personId === target.personId) return denial('self');
  const lacking = denialOfRight(scheme, actor, right, at, now);
  if (lacking !== null) return lacking;
  if (target.state === 'none') return denial('target_not_member');
  const acting = rolesInForce(scheme, actor, at, now.getTime());
  if (targets === 'keystone') {
    return overlaps(acting, scheme.ownerRole.set) ? null : denial('keystone_only');
  }
  const actorRank = broadestRank(acting);
  const targetRank = broadestRank(rolesAnywhere(scheme, target, now.getTime()));
  const reaches = targets === 'peers' ? actorRank <= targetRank : actorRank < targetRank;
  return reaches ? null : denial('not_broader');
}

/**
 * Whether the workspace can spare the target's keystone role: never an owner's; an administrator's
 * while another active one holds it for good. One that is suspended or ending is not counted on.
 */
export function denialOfLosingOwnerRole(
  scheme: CompiledScheme,
  target: Subject,
  ownerRoleHolders: number,
): Denial | null {
  const { key } = scheme.ownerRole;
  const isLast =
    scheme.declaration.keystone.holders === 'exactly_one'
      ? target.roles.some(({ role }) => role === key)
      : ownerRoleHolders <= 1 &&
        target.state === 'active' &&
        covers(target.roles, { role: key, until: null });
  return isLast ? denial('last_keystone', key) : null;
}

function decisionOnMember(
  scheme: CompiledScheme,
  { actor, target, ownerRoleHolders, now }: MemberQuestion,
  right: Right,
  targets: WhoMayActOnWhom,
  losesRoles: boolean,
): GovernanceDecision {
  return decisionOn(
    scheme,
    actor,
    workspaceWide,
    (someone) =>
      denialOfActingOn(scheme, someone, target, { right, targets, at: workspaceWide }, now) ??
      (losesRoles ? denialOfLosingOwnerRole(scheme, target, ownerRoleHolders) : null),
  );
}
