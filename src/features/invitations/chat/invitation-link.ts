import type { Invitation } from '../invitation.ts';

/** The two halves of the invitation's secret, as an act or a settling has them. */
export interface LinkMaker {
  invitationLink(invitationId: string, version: number): string;
  invitationTokenHash(invitationId: string, version: number): Buffer;
}

/**
 * The link of an invitation as it works now. Links are derived from the version at which the invitation was
 * last offered; later versions (a changed role, a use) keep the link, so the one that fits the stored hash
 * is looked for downwards. Null when none fits: the key of the installation changed.
 */
export function linkOf(invitation: Invitation, maker: LinkMaker): string | null {
  for (let version = invitation.version; version >= 0; version--) {
    // Not a secret compared with a guess: both sides are our own.
    if (maker.invitationTokenHash(invitation.id, version).equals(invitation.tokenHash)) {
      return maker.invitationLink(invitation.id, version);
    }
  }
  return null;
}
