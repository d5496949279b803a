import { memberBaseline } from '../../access/define-scheme.ts';
import { diffRoles, type RightsDiff } from '../../access/diff.ts';
import { assignableRoles } from '../../access/governance/assignable-roles.ts';
import { mayChangeRoles, rolesHeldAt } from '../../access/governance/change-roles.ts';
import type { GovernanceDecision } from '../../access/governance/decision.ts';
import { overlaps } from '../../access/role-set.ts';
import type { HeldRole } from '../../access/subject.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { countingHolders, guardActor, guardScheme } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type GrantPlace, placeOf, type Resource, targetOf } from '../../domain/resource.ts';
import { grantableRoles } from '../../domain/scheme-roles.ts';
import { subjectOf } from '../../domain/subject.ts';
import { livingRoles, type RoleAct } from '../members/change-roles.ts';

/** Resources whose access changes in one act; a screen shows them all. */
export const MAX_GRANTED = 20;

/** Roles to give on resources, to take from them (none: all), or to be exactly those held there. */
export interface GrantWish {
  readonly mode: 'give' | 'take' | 'set';
  readonly resources: readonly Resource[];
  readonly roles: readonly string[];
  /** An end for what is given; `kept` leaves roles already held the end they have. */
  readonly end: Date | 'never' | 'kept';
}

/** What a member holds on one resource before and after. */
export interface GrantChange {
  readonly resource: Resource;
  readonly place: GrantPlace;
  readonly before: readonly HeldRole[];
  readonly after: readonly HeldRole[];
  readonly rights: RightsDiff;
}

/** The roles that the actor may give to this member on a resource, each with the latest end they may give it. */
export function rolesToGrant(act: RoleAct, resource: Resource): readonly HeldRole[] {
  const { actor, scheme, target, found, now } = act;
  return assignableRoles(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    at: targetOf(resource),
    ownerRoleHolders: found.ownerRoleHolders,
    holders: found.holders,
    now,
  });
}

/** Roles in force or asleep that the member holds on exactly this resource, broadest first. */
export function heldOn({ scheme, target, now }: RoleAct, resource: Resource): HeldRole[] {
  const held = rolesHeldAt(subjectOf(target.membership, target.personId), targetOf(resource));
  return livingRoles(scheme, held, now).map(({ role, until }) => ({ role, until }));
}

/**
 * Could the actor change this member's roles on a resource? Asked before anything is chosen: some role can be given,
 * or those held can be taken, or else the rule against it.
 */
export function decisionOnGrants(act: RoleAct, resource: Resource): GovernanceDecision {
  if (rolesToGrant(act, resource).length > 0) return { allow: true };
  const [narrowest = act.scheme.ownerRole.key] = grantableRoles(act.scheme).toReversed();
  const giving = decisionAt(act, resource, [{ role: narrowest, until: null }]);
  if (giving.allow || heldOn(act, resource).length === 0) return giving;
  return decisionAt(act, resource, []).allow ? { allow: true } : giving;
}

/** What the wish would change, resource by resource. Throws `Refusal` where it is unlawful or changes nothing. */
export function previewGrants(act: RoleAct, wish: GrantWish): readonly GrantChange[] {
  const { actor, scheme, target } = act;
  if (wish.resources.length > MAX_GRANTED)
    throw new Refusal('too_many_resources', { values: { most: MAX_GRANTED, count: wish.resources.length } });
  const unknown = wish.roles.some((role) => !scheme.roleByKey.has(role));
  if (unknown) throw new Refusal('unknown_role');
  const changes = wish.resources.map((resource): GrantChange => {
    const place = placeOf(resource);
    if (place === null) throw new Refusal('bad_request');
    const before = heldOn(act, resource);
    const after = rolesAfter(act, resource, before, wish);
    enforcePlace(decisionAt(act, resource, after), resource, {
      workspaceId: actor.workspace.id,
      action: 'member.assign',
      subjectId: target.personId,
    });
    const keys = (roles: readonly HeldRole[]): string[] => roles.map(({ role }) => role);
    return {
      resource,
      place,
      before,
      after,
      rights: meantOn(place, diffRoles(scheme, keys(before), keys(after))),
    };
  });
  const real = changes.filter(({ before, after }) => !isSame(before, after));
  if (real.length === 0) throw new Refusal('nothing_changed');
  return real;
}

/**
 * Makes the wish true on all of its resources, or on none. A person who else changed this member or the actor meanwhile
 * makes the commit miss its guards. Throws `Refusal`.
 */
export function changeGrants(
  act: RoleAct,
  wish: GrantWish,
  newId: () => string,
): {
  readonly grants: readonly GrantChange[];
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const { actor, scheme, target } = act;
  const grants = previewGrants(act, wish);
  const add = grants.flatMap(({ place, before, after }) =>
    after
      .filter((held) => !isAmong(before, held))
      .map(({ role, until }) => ({ id: newId(), role, place, until })),
  );
  const remove = grants.flatMap(({ place, after }) =>
    target.membership.grants
      .filter(({ resource, role }) => resource.id === place.id && !after.some((held) => held.role === role))
      .map(({ role }) => ({ role, place })),
  );
  const concerned = [...add, ...remove].map(({ role }) => role);
  return {
    grants,
    changes: [
      guardScheme(actor.workspace),
      guardActor(actor, true),
      ...countingHolders(scheme, actor.workspace, concerned),
      {
        kind: 'grants.changed',
        membershipId: target.membership.id,
        workspaceId: actor.workspace.id,
        personId: target.personId,
        version: target.membership.version,
        add,
        remove,
        names: grants.map(({ resource }) => resource.name),
      },
    ],
    notices: [
      {
        kind: 'grants.changed',
        to: target,
        workspace: about(actor.workspace),
        actorName: actor.person.name,
        places: grants.map(({ resource, after }) => ({ name: resource.name, roles: after })),
      },
    ],
  };
}

/**
 * The roles that must go along when these are taken: those that would be left without one they require. Empty
 * where nothing hinders.
 */
export function dependentsOf(act: RoleAct, { resources, roles, mode }: GrantWish): string[] {
  if (mode !== 'take' || roles.length === 0) return [];
  const { scheme } = act;
  const held = new Set(resources.flatMap((resource) => heldOn(act, resource).map(({ role }) => role)));
  return scheme.roles
    .filter(
      ({ key, requires }) =>
        held.has(key) &&
        !roles.includes(key) &&
        scheme.roles.some((role) => roles.includes(role.key) && overlaps(requires, role.set)),
    )
    .map(({ key }) => key);
}

/**
 * What a role gives on a resource: a member has what every member has without it, and on a bot there are neither
 * projects nor other bots.
 */
function meantOn({ kind }: GrantPlace, { gained, lost }: RightsDiff): RightsDiff {
  const own = (rights: RightsDiff['gained']): RightsDiff['gained'] =>
    rights.filter(
      ({ right }) =>
        !BASELINE.has(right) &&
        (kind === 'project' || (right !== 'bot.create' && !right.startsWith('project.'))),
    );
  return { gained: own(gained), lost: own(lost) };
}

const BASELINE: ReadonlySet<string> = new Set(
  Object.entries(memberBaseline).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}.${action}`),
  ),
);

function decisionAt(act: RoleAct, resource: Resource, roles: readonly HeldRole[]): GovernanceDecision {
  const { actor, scheme, target, found, now } = act;
  return mayChangeRoles(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    roles,
    at: targetOf(resource),
    ownerRoleHolders: found.ownerRoleHolders,
    holders: found.holders,
    now,
  });
}

/** As `enforce`; a role that lacks another is told by both names and the resource, which is no attempt on a right. */
function enforcePlace(
  decision: GovernanceDecision,
  { name }: Resource,
  attempt: Parameters<typeof enforce>[1],
): void {
  if (!decision.allow && decision.about !== null) {
    if (decision.rule === 'requires_missing')
      throw new Refusal('grant_requires', { about: decision.about, values: { resource: name } });
    if (decision.rule === 'requires_held')
      throw new Refusal('grant_required', { about: decision.about, values: { resource: name } });
  }
  enforce(decision, attempt);
}

function rolesAfter(
  act: RoleAct,
  resource: Resource,
  before: readonly HeldRole[],
  { mode, roles, end }: GrantWish,
): HeldRole[] {
  if (mode === 'take') return roles.length === 0 ? [] : before.filter(({ role }) => !roles.includes(role));
  const latest = new Map(rolesToGrant(act, resource).map((held) => [held.role, held.until]));
  const given = roles.map((role): HeldRole => {
    if (end === 'never') return { role, until: null };
    if (end !== 'kept') return { role, until: end };
    return before.find((held) => held.role === role) ?? { role, until: latest.get(role) ?? null };
  });
  const kept = mode === 'give' ? before.filter(({ role }) => !roles.includes(role)) : [];
  return act.scheme.roles.flatMap(({ key }) => [...kept, ...given].filter(({ role }) => role === key));
}

function isSame(before: readonly HeldRole[], after: readonly HeldRole[]): boolean {
  return before.length === after.length && after.every((held) => isAmong(before, held));
}

function isAmong(roles: readonly HeldRole[], { role, until }: HeldRole): boolean {
  return roles.some((held) => held.role === role && held.until?.getTime() === until?.getTime());
}
