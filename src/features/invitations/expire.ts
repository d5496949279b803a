import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { InvitationCase } from './invitation.ts';

/** Marks an invitation whose time is over and tells the inviter; the invitee's card says so. Guard: it is pending at this version. */
export function expireInvitation(due: InvitationCase): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const { invitation, workspace, inviter, invitee } = due;
  const over: Notice[] =
    invitee && invitation.card
      ? [
          {
            kind: 'invitation.over',
            to: invitee,
            workspace: about(workspace),
            actorName: inviter.name,
            card: invitation.card,
          },
        ]
      : [];
  return {
    changes: [
      {
        kind: 'invitation.expired',
        invitationId: invitation.id,
        workspaceId: workspace.id,
        personId: invitee?.personId ?? null,
        version: invitation.version,
      },
    ],
    notices: [
      {
        kind: 'invitation.expired',
        to: inviter,
        workspace: about(workspace),
        actorName: inviter.name,
        invitationId: invitation.id,
        addresseeName: invitee?.name ?? invitation.addresseeName,
      },
      ...over,
    ],
  };
}
