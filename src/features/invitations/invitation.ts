import type { OfferedResource } from '../../domain/resource.ts';
import type { MembershipState, PrivateAddress, Recipient, WorkspaceState } from '../../domain/state.ts';

/** An offer of roles as it is kept. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  /** Canonical name of the person it is for (`addresseeOf`); null for a link for anybody. */
  readonly addressee: string | null;
  readonly addresseeName: string | null;
  readonly roles: readonly string[];
  /** Bots and projects that the roles are offered on; those deleted meanwhile are not among them. */
  readonly resources: readonly OfferedResource[];
  readonly state: 'pending' | 'accepted' | 'declined' | 'revoked' | 'expired';
  readonly delivery: 'waiting' | 'delivered' | 'opened' | 'unreachable';
  readonly version: number;
  readonly maxUses: number;
  readonly uses: number;
  /** Names of the first few who came in by it. */
  readonly users: readonly string[];
  /** SHA-256 of the token of its link. */
  readonly tokenHash: Buffer;
  readonly accessUntil: Date | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The message in the invitee's chat that shows it, where one is known to stand. */
  readonly card: (PrivateAddress & { readonly messageId: string }) | null;
}

/** An invitation with the people and the workspace it concerns. */
export interface InvitationCase {
  readonly invitation: Invitation;
  readonly workspace: WorkspaceState;
  /** Who stands behind it: the one who made, resent or changed it last. */
  readonly inviter: Recipient;
  readonly inviterMembership: MembershipState | null;
  /** The person it is for, where Castellan knows them. */
  readonly invitee: Recipient | null;
}

/** The state now: an invitation past its time is expired even before a sweep has marked it. */
export function stateAt(invitation: Invitation, now: Date): Invitation['state'] {
  return invitation.state === 'pending' && invitation.expiresAt <= now ? 'expired' : invitation.state;
}

/**
 * Whether having the link is enough. A phone number or an e-mail address names nobody in a messenger, so
 * the link means it, as it does for an invitation of nobody in particular.
 */
export function isByPossession(addressee: string | null): boolean {
  return addressee === null || addressee.startsWith('phone:') || addressee.startsWith('email:');
}

/** When an invitation offered now ends. */
export function expiryOf(workspace: WorkspaceState, now: Date): Date {
  return new Date(now.getTime() + workspace.invitationTtlHours * 60 * 60_000);
}
