import type { CompiledScheme } from '../../access/compile.ts';
import type { GovernanceDecision } from '../../access/governance/decision.ts';
import { mayLeave } from '../../access/governance/members.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { countingHolders } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Found } from '../../domain/queries.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';

/** May the member leave, or would the workspace be lost without them? */
export function decisionOnLeaving(
  actor: Actor,
  scheme: CompiledScheme,
  { ownerRoleHolders }: Found<'members.admins'>,
): GovernanceDecision {
  return mayLeave(scheme, { actor: subjectOf(actor.membership, actor.person.id), ownerRoleHolders });
}

/** Ends the member's own membership and tells who keeps the workspace. Throws `Refusal`. */
export function leaveWorkspace(
  actor: Actor,
  scheme: CompiledScheme,
  admins: Found<'members.admins'>,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const { membership, person, workspace } = actor;
  enforce(decisionOnLeaving(actor, scheme, admins), {
    workspaceId: workspace.id,
    action: 'member.leave',
    subjectId: person.id,
  });
  const roles = membership.roles.map(({ role }) => role);
  return {
    changes: [
      ...countingHolders(scheme, workspace, roles),
      {
        kind: 'membership.ended',
        membershipId: membership.id,
        workspaceId: workspace.id,
        personId: person.id,
        version: membership.version,
        state: 'left',
        roles,
      },
    ],
    notices: admins.others.map((to) => ({
      kind: 'member.left',
      to,
      workspace: about(workspace),
      actorName: person.name,
    })),
  };
}
