import type { GovernanceDecision } from '../../access/governance/decision.ts';
import { mayRemove } from '../../access/governance/members.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { countingHolders, guardActor } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { RoleAct } from './change-roles.ts';

/** May the actor close this member's access? */
export function decisionOnRemoval({ actor, scheme, target, found, now }: RoleAct): GovernanceDecision {
  return mayRemove(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    ownerRoleHolders: found.ownerRoleHolders,
    now,
  });
}

/** Passes where the actor may close this member's access. Throws `Refusal`. */
export function enforceRemoval(act: RoleAct): void {
  const { actor, target } = act;
  const attempt = {
    workspaceId: actor.workspace.id,
    action: 'member.remove',
    subjectId: target.personId,
  };
  enforce(decisionOnRemoval(act), attempt);
}

/** Closes a member's access at once and tells them. Throws `Refusal`. */
export function removeMember(act: RoleAct): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const { actor, scheme, target } = act;
  enforceRemoval(act);
  const roles = target.membership.roles.map(({ role }) => role);
  return {
    changes: [
      guardActor(actor, true),
      ...countingHolders(scheme, actor.workspace, roles),
      {
        kind: 'membership.ended',
        membershipId: target.membership.id,
        workspaceId: actor.workspace.id,
        personId: target.personId,
        version: target.membership.version,
        state: 'removed',
        roles,
      },
    ],
    notices: [
      {
        kind: 'member.removed',
        to: target,
        workspace: about(actor.workspace),
        actorName: actor.person.name,
      },
    ],
  };
}
