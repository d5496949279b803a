import type { GovernanceDecision } from '../../access/governance/decision.ts';
import { mayLeave, mayTransfer, mayUpdate } from '../../access/governance/members.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { RoleAct } from './change-roles.ts';

/** May the actor let another account take this member's place? Nobody does it for someone broader. */
export function decisionOnRecovery({ actor, scheme, target, found, now }: RoleAct): GovernanceDecision {
  return mayUpdate(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    ownerRoleHolders: found.ownerRoleHolders,
    now,
  });
}

/** May the actor hand the workspace to this member? */
export function decisionOnTransfer({ actor, scheme, target, now }: RoleAct): GovernanceDecision {
  return mayTransfer(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    target: subjectOf(target.membership, target.personId),
    now,
  });
}

/** May the actor leave, or are they the only one who keeps the workspace? */
export function decisionOnOwnLeaving({ actor, scheme, found }: RoleAct): GovernanceDecision {
  return mayLeave(scheme, {
    actor: subjectOf(actor.membership, actor.person.id),
    ownerRoleHolders: found.ownerRoleHolders,
  });
}
