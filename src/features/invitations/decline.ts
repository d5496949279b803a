import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { denialDetails, invitationDenial, type Viewer } from './denial.ts';
import type { Offer } from './queries.ts';

/**
 * The invitee says no. A link for anybody stays good for others, so declining it changes nothing.
 * Throws `Refusal`.
 */
export function declineInvitation(
  offer: Offer | null,
  viewer: Viewer & { readonly person: Actor['person'] },
  now: Date,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const denial = invitationDenial(offer, viewer, now);
  if (!offer || denial) {
    throw new Refusal(
      denial ?? 'invitation_not_found',
      denialDetails(offer, denial ?? 'invitation_not_found'),
    );
  }
  const { invitation, workspace, inviter } = offer;
  if (invitation.addressee === null) return { changes: [], notices: [] };
  return {
    changes: [
      {
        kind: 'invitation.declined',
        invitationId: invitation.id,
        workspaceId: workspace.id,
        personId: viewer.person.id,
        version: invitation.version,
      },
    ],
    notices: [
      {
        kind: 'invitation.declined',
        invitationId: invitation.id,
        to: inviter,
        workspace: about(workspace),
        actorName: viewer.person.name,
      },
    ],
  };
}
