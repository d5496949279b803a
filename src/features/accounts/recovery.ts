import type { CompiledScheme } from '../../access/compile.ts';
import { mayUpdate } from '../../access/governance/members.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { guardActor } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor, MembershipState, Recipient, WorkspaceState } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { RoleAct } from '../members/change-roles.ts';
import { decisionOnRecovery } from '../members/decisions.ts';

/** How long a recovery link holds. */
const RECOVERY_MS = 24 * 60 * 60_000;

/** A recovery link with everybody it concerns, as the person sees it who opened it. */
export interface FoundRecovery {
  readonly id: string;
  readonly expiresAt: Date;
  readonly used: boolean;
  readonly workspace: WorkspaceState;
  readonly issuer: Recipient;
  readonly issuerMembership: MembershipState | null;
  readonly target: Recipient;
  readonly targetMembership: MembershipState;
  /** Of who opened it: living or ended, where there is one. */
  readonly viewerMembership: MembershipState | null;
}

/** Passes where a recovery link is lawful. Throws `Refusal`. */
export function enforceRecovery(act: RoleAct): void {
  const { actor, target } = act;
  const attempt = { workspaceId: actor.workspace.id, action: 'member.update', subjectId: target.personId };
  enforce(decisionOnRecovery(act), attempt);
}

/** Makes a recovery link; the member and those who head the workspace are told. Throws `Refusal`. */
export function issueRecovery(
  act: RoleAct,
  heads: readonly Recipient[],
  { recoveryId, tokenHash }: { readonly recoveryId: string; readonly tokenHash: Buffer },
): { readonly expiresAt: Date; readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const { actor, target, now } = act;
  enforceRecovery(act);
  const expiresAt = new Date(now.getTime() + RECOVERY_MS);
  const told = [target, ...heads.filter(({ personId }) => personId !== target.personId)];
  return {
    expiresAt,
    changes: [
      guardActor(actor, false),
      {
        kind: 'recovery.issued',
        recoveryId,
        tokenHash,
        workspaceId: actor.workspace.id,
        membershipId: target.membership.id,
        personId: target.personId,
        issuedById: actor.person.id,
        expiresAt,
      },
    ],
    notices: told.map((to) => ({
      kind: 'recovery.issued',
      to,
      workspace: about(actor.workspace),
      actorName: actor.person.name,
      memberName: to === target ? null : target.name,
    })),
  };
}

/** The link, if this person may use it: the issuer's right is asked once more. Throws `Refusal`. */
export function openRecovery(
  found: FoundRecovery | null,
  personId: string,
  scheme: (key: string) => CompiledScheme,
  now: Date,
): FoundRecovery {
  if (!found || found.used || found.expiresAt <= now) throw new Refusal('recovery_over');
  const { workspace, issuer, issuerMembership, target, targetMembership, viewerMembership } = found;
  if (personId === issuer.personId || personId === target.personId) throw new Refusal('recovery_own');
  if (viewerMembership?.state === 'active' || viewerMembership?.state === 'suspended') {
    throw new Refusal('recovery_member', { values: { workspace: workspace.name } });
  }
  const decision = mayUpdate(scheme(workspace.scheme), {
    actor: subjectOf(issuerMembership, issuer.personId),
    target: subjectOf(targetMembership, target.personId),
    ownerRoleHolders: 0,
    now,
  });
  if (!decision.allow || !issuerMembership) throw new Refusal('recovery_over');
  return found;
}

/** The account takes the member's place in this one workspace; the old one is told, and so is the issuer. */
export function useRecovery(
  { id, workspace, issuer, issuerMembership, target, targetMembership, viewerMembership }: FoundRecovery,
  by: {
    readonly person: Actor['person'];
    readonly username: string | null;
    readonly account: { readonly messenger: string; readonly accountId: string };
  },
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const notice = {
    kind: 'recovery.used' as const,
    workspace: about(workspace),
    actorName: by.person.name,
  };
  return {
    changes: [
      ...(issuerMembership
        ? [
            {
              kind: 'guard.membership' as const,
              membershipId: issuerMembership.id,
              version: issuerMembership.version,
              lock: false,
            },
          ]
        : []),
      {
        kind: 'membership.recovered',
        recoveryId: id,
        workspaceId: workspace.id,
        membershipId: targetMembership.id,
        version: targetMembership.version,
        fromId: target.personId,
        to: { personId: by.person.id, name: by.person.name, username: by.username },
        ended: viewerMembership && { membershipId: viewerMembership.id, version: viewerMembership.version },
      },
      { kind: 'account.activated', ...by.account, workspaceId: workspace.id },
    ],
    notices: [
      { ...notice, to: target, memberName: null },
      { ...notice, to: issuer, memberName: target.name },
    ],
  };
}
