import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { InvitationCase } from './invitation.ts';

/** How long before its end the invitee is reminded. */
export const REMIND_BEFORE_MS = 24 * 60 * 60_000;

/**
 * Reminds the invitee of an invitation that ends soon, with the card once more. Guard: pending and not
 * reminded yet. Without an address it is only noted as done.
 */
export function remindOfInvitation(due: InvitationCase): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const { invitation, workspace, inviter, invitee } = due;
  return {
    changes: [{ kind: 'invitation.reminded', invitationId: invitation.id }],
    notices: invitee?.address
      ? [
          {
            kind: 'invitation.reminder',
            to: invitee,
            workspace: about(workspace),
            actorName: inviter.name,
            invitationId: invitation.id,
            roles: invitation.roles,
            resources: invitation.resources.map((resource) => resource.name),
            accessUntil: invitation.accessUntil,
            expiresAt: invitation.expiresAt,
            note: invitation.note,
          },
        ]
      : [],
  };
}
