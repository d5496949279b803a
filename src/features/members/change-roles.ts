import type { CompiledScheme } from '../../access/compile.ts';
import { diffRoles, type RightsDiff } from '../../access/diff.ts';
import { assignableRoles } from '../../access/governance/assignable-roles.ts';
import { mayChangeRoles } from '../../access/governance/change-roles.ts';
import type { GovernanceDecision } from '../../access/governance/decision.ts';
import { type HeldRole, isLiving, workspaceWide } from '../../access/subject.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { countingHolders, guardActor, guardScheme } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FoundMembers, MemberCard } from './queries.ts';

/** The roles that a member is to hold: exactly these. */
export interface RoleWish {
  readonly roles: readonly string[];
  /** An end for all of them, or for none; `kept` leaves those already held the end they have. */
  readonly end: Date | 'never' | 'kept';
}

/** What a change of roles amounts to, before it is done. */
export interface RoleChange {
  readonly before: readonly HeldRole[];
  readonly after: readonly HeldRole[];
  readonly rights: RightsDiff;
}

/** Who changes whose roles, and what the rules need to know. */
export interface RoleAct {
  readonly actor: Actor;
  readonly scheme: CompiledScheme;
  readonly target: MemberCard;
  readonly found: FoundMembers;
  readonly now: Date;
}

/** Roles that have not ended, broadest first. */
export function livingRoles(scheme: CompiledScheme, roles: readonly HeldRole[], now: Date): HeldRole[] {
  const rank = ({ role }: HeldRole): number => scheme.roleByKey.get(role)?.rank ?? scheme.roles.length;
  return roles.filter(({ until }) => isLiving(until, now.getTime())).sort((a, b) => rank(a) - rank(b));
}

/** The roles that the actor may give to this member, each with the latest end they may give it (null: none). */
export function rolesToGive({ actor, scheme, target, found, now }: RoleAct): readonly HeldRole[] {
  return assignableRoles(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    at: workspaceWide,
    ownerRoleHolders: found.ownerRoleHolders,
    holders: found.holders,
    now,
  });
}

/**
 * Could the actor change anything about this member's roles? Asked before anything is chosen: some role can be
 * given, or else the rule that stands against keeping, or giving, any.
 */
export function decisionOnRoles(act: RoleAct): GovernanceDecision {
  if (rolesToGive(act).length > 0) return { allow: true };
  const { scheme, target, now } = act;
  const held = livingRoles(scheme, target.membership.roles, now);
  const kept = decisionOnChange(act, held);
  if (!kept.allow) return kept;
  const [narrowest = scheme.ownerRole] = scheme.roles.toReversed();
  return decisionOnChange(act, [{ role: narrowest.key, until: null }]);
}

/** What the wish would change. Throws `Refusal` where it is unlawful or changes nothing. */
export function previewRoles(act: RoleAct, wish: RoleWish): RoleChange {
  const { actor, scheme, target, now } = act;
  const before = livingRoles(scheme, target.membership.roles, now);
  const after = rolesAfter(act, before, wish);
  enforce(decisionOnChange(act, after), {
    workspaceId: actor.workspace.id,
    action: 'member.assign',
    subjectId: target.personId,
  });
  if (isSame(before, after)) throw new Refusal('nothing_changed');
  const keys = (roles: readonly HeldRole[]): string[] => roles.map(({ role }) => role);
  return { before, after, rights: diffRoles(scheme, keys(before), keys(after)) };
}

/**
 * Makes the wished roles the member's. A person who else changed this member or the actor meanwhile makes the commit
 * miss its guards. Throws `Refusal`.
 */
export function changeRoles(
  act: RoleAct,
  wish: RoleWish,
): { readonly change: RoleChange; readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const { actor, scheme, target } = act;
  const change = previewRoles(act, wish);
  const { before, after } = change;
  const add = after.filter((held) => !isAmong(before, held));
  const remove = target.membership.roles.filter(({ role }) => !after.some((held) => held.role === role));
  const concerned = [...add, ...remove].map(({ role }) => role);
  return {
    change,
    changes: [
      guardScheme(actor.workspace),
      guardActor(actor, true),
      ...countingHolders(scheme, actor.workspace, concerned),
      {
        kind: 'membership.roles',
        membershipId: target.membership.id,
        workspaceId: actor.workspace.id,
        personId: target.personId,
        version: target.membership.version,
        add: add.map(({ role, until }) => ({ role, until, sole: false })),
        remove: remove.map(({ role }) => role),
      },
    ],
    notices: [
      {
        kind: 'member.roles',
        to: target,
        workspace: about(actor.workspace),
        actorName: actor.person.name,
        roles: after,
      },
    ],
  };
}

function decisionOnChange(
  { actor, scheme, target, found, now }: RoleAct,
  roles: readonly HeldRole[],
): GovernanceDecision {
  return mayChangeRoles(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    roles,
    at: workspaceWide,
    ownerRoleHolders: found.ownerRoleHolders,
    holders: found.holders,
    now,
  });
}

function rolesAfter(act: RoleAct, before: readonly HeldRole[], { roles, end }: RoleWish): HeldRole[] {
  const { scheme } = act;
  const unknown = roles.find((role) => !scheme.roleByKey.has(role));
  if (unknown !== undefined) throw new Refusal('unknown_role');
  const latest = new Map(rolesToGive(act).map((held) => [held.role, held.until]));
  return scheme.roles
    .filter(({ key }) => roles.includes(key))
    .map(({ key }) => {
      if (end === 'never') return { role: key, until: null };
      if (end !== 'kept') return { role: key, until: end };
      return before.find(({ role }) => role === key) ?? { role: key, until: latest.get(key) ?? null };
    });
}

function isSame(before: readonly HeldRole[], after: readonly HeldRole[]): boolean {
  return before.length === after.length && after.every((held) => isAmong(before, held));
}

function isAmong(roles: readonly HeldRole[], { role, until }: HeldRole): boolean {
  return roles.some((held) => held.role === role && held.until?.getTime() === until?.getTime());
}
