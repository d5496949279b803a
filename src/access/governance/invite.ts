import type { CompiledScheme } from '../compile.ts';
import { type HeldRole, type Subject, type Target, workspaceWide } from '../subject.ts';
import { type Denial, decisionOn, denial, denialOfRight, type GovernanceDecision } from './decision.ts';
import { denialOfCombination, denialOfCount, denialOfGiving, type HolderCounts } from './giving.ts';

/** An offer of roles to a person who is not a member yet. */
export interface InviteQuestion {
  readonly actor: Subject;
  readonly roles: readonly HeldRole[];
  /** Projects and bots offered with it, each as the target it is; none for the workspace as such. */
  readonly resources: readonly Target[];
  /** Whether the invitee is known to Castellan; a link for nobody in particular leaves it true. */
  readonly registered: boolean;
  readonly holders: HolderCounts;
  readonly now: Date;
}

/** May the actor invite a person with these roles? Asked at the invitation, and again when it is accepted. */
export function mayInvite(scheme: CompiledScheme, question: InviteQuestion): GovernanceDecision {
  return decisionOn(
    scheme,
    question.actor,
    question.resources[0] ?? workspaceWide,
    (actor) => denialOfInviting(scheme, { ...question, actor }) ?? denialOfPlaces(scheme, question),
  );
}

/** How an accepted invitation is held: which roles the membership names, which each resource grants. */
export function placesOf(
  scheme: CompiledScheme,
  roles: readonly HeldRole[],
  resources: readonly Target[],
): { readonly onMembership: readonly HeldRole[]; readonly onResources: readonly HeldRole[] } {
  const reach = ({ role }: HeldRole) => scheme.roleByKey.get(role)?.reach ?? 'workspace';
  const onResource = (held: HeldRole) => resources.length > 0 && reach(held) !== 'workspace';
  return {
    onMembership: roles.filter(
      (held) => reach(held) === 'granted_things' || (reach(held) !== 'things' && !onResource(held)),
    ),
    onResources: roles.filter(onResource),
  };
}

/** What stands against the places where the roles would be held. */
function denialOfPlaces(scheme: CompiledScheme, { roles, resources }: InviteQuestion): Denial | null {
  for (const { role } of roles) {
    const reach = scheme.roleByKey.get(role)?.reach;
    if (reach === 'things' && resources.length === 0) return denial('resource_needed', role);
    if (reach === 'workspace' && resources.length > 0) return denial('workspace_only', role);
  }
  return null;
}

/** What stands against the invitation, wherever its roles would be held. */
export function denialOfInviting(scheme: CompiledScheme, question: InviteQuestion): Denial | null {
  const { actor, roles, resources, registered, holders, now } = question;
  const { onMembership } = placesOf(scheme, roles, resources);
  const places =
    resources.length === 0 || onMembership.length > 0 ? [workspaceWide, ...resources] : resources;
  for (const at of places) {
    const lacking = denialOfRight(scheme, actor, 'invitation.create', at, now);
    if (lacking !== null) return lacking;
  }
  if (scheme.declaration.inviteeMustBeRegistered && !registered) return denial('not_registered');
  if (roles.length === 0) return denial('role_needed');
  for (const at of places) {
    for (const gift of roles) {
      const excessive = denialOfGiving(scheme, actor, gift, at, now);
      if (excessive !== null) return excessive;
    }
  }
  return denialOfCombination(scheme, [], roles) ?? denialOfCount(scheme, roles, holders);
}
