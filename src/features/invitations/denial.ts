import type { RefusalCode, RefusalDetails } from '../../domain/refusal.ts';
import { isByPossession, stateAt } from './invitation.ts';
import type { Offer } from './queries.ts';

/** Who looks at an invitation. */
export interface Viewer {
  readonly personId: string;
  /** Canonical names of the account in use, known from the messenger right now. */
  readonly names: readonly string[];
}

/** Why an invitation cannot be taken by a person; codes of the refusals that say so. */
export type InvitationDenial = Extract<
  RefusalCode,
  | 'invitation_not_found'
  | 'invitation_own'
  | 'already_member'
  | 'invitation_for_another'
  | 'invitation_accepted'
  | 'invitation_used_up'
  | 'invitation_declined'
  | 'invitation_revoked'
  | 'invitation_expired'
>;

/**
 * What stands between a person and an invitation; null when it is theirs to take. Whether it is for them
 * comes first: to anybody else an invitation tells nothing about itself.
 */
export function invitationDenial(offer: Offer | null, viewer: Viewer, now: Date): InvitationDenial | null {
  if (!offer) return 'invitation_not_found';
  const { invitation } = offer;
  if (!isFor(offer, viewer) && offer.inviter.personId !== viewer.personId) return 'invitation_for_another';
  const state = stateAt(invitation, now);
  if (state === 'pending' && offer.inviter.personId === viewer.personId) return 'invitation_own';
  const membership = offer.viewerMembership?.state;
  if (membership === 'active' || membership === 'suspended') return 'already_member';
  switch (state) {
    case 'pending':
      return invitation.uses < invitation.maxUses ? null : 'invitation_used_up';
    case 'accepted':
      return invitation.addressee === null ? 'invitation_used_up' : 'invitation_accepted';
    case 'declined':
      return 'invitation_declined';
    case 'revoked':
      return 'invitation_revoked';
    case 'expired':
      return 'invitation_expired';
  }
}

/** Every canonical name that an invitation to this person may stand under. */
export function namesOf({ viewerNames }: Offer, { personId, names }: Viewer): readonly string[] {
  return [...new Set([`person:${personId}`, ...names, ...viewerNames])];
}

function isFor(offer: Offer, viewer: Viewer): boolean {
  const { addressee } = offer.invitation;
  return isByPossession(addressee) || namesOf(offer, viewer).some((name) => name === addressee);
}

/** What a refusal about an invitation says: names only where the viewer may know them. */
export function denialDetails(offer: Offer | null, denial: InvitationDenial): RefusalDetails {
  if (!offer || denial === 'invitation_not_found' || denial === 'invitation_for_another') return {};
  return { values: { who: 'you', workspace: offer.workspace.name, inviter: offer.inviter.name } };
}
