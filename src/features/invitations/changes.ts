import type { GrantPlace } from '../../domain/resource.ts';

/** Changes of invitations. Unless it says otherwise, each guards the state `pending` and the version. */
export type InvitationChange =
  | {
      readonly kind: 'invitation.created';
      readonly invitationId: string;
      readonly workspaceId: string;
      readonly addressee: string | null;
      readonly addresseeName: string | null;
      /** The person behind the addressee, where known. */
      readonly personId: string | null;
      /** False where no card goes out, because the messenger would not take it. Default true. */
      readonly reached?: boolean;
      readonly roles: readonly string[];
      /** Projects and bots that the roles are offered on. Absent: none. */
      readonly resources?: readonly GrantPlace[];
      readonly maxUses: number;
      readonly tokenHash: Buffer;
      /** Hash of the token in the mail, where one goes out. */
      readonly mailTokenHash?: Buffer | null;
      readonly accessUntil: Date | null;
      readonly note: string | null;
      readonly inviterId: string;
      readonly expiresAt: Date;
    }
  /** One use of the invitation; it is spent when `uses` reaches the maximum. */
  | {
      readonly kind: 'invitation.accepted';
      readonly invitationId: string;
      readonly workspaceId: string;
      readonly personId: string;
      readonly roles: readonly string[];
      /** What the person may be addressed by: other pending invitations of theirs are answered by this one. */
      readonly names?: readonly string[];
    }
  | {
      readonly kind: 'invitation.declined' | 'invitation.revoked' | 'invitation.expired';
      readonly invitationId: string;
      readonly workspaceId: string;
      readonly personId: string | null;
      readonly version: number;
    }
  /** Offered again, also after it expired: a new token and a new time limit. Guard: version. */
  | {
      readonly kind: 'invitation.resent';
      readonly invitationId: string;
      readonly workspaceId: string;
      readonly personId: string | null;
      readonly version: number;
      readonly tokenHash: Buffer;
      readonly mailTokenHash?: Buffer | null;
      readonly expiresAt: Date;
      readonly reached?: boolean;
    }
  | {
      readonly kind: 'invitation.roles';
      readonly invitationId: string;
      readonly workspaceId: string;
      readonly personId: string | null;
      readonly version: number;
      readonly from: readonly string[];
      readonly to: readonly string[];
    }
  /** The invitee has opened the link or the card; no audit, no version. */
  | { readonly kind: 'invitation.opened'; readonly invitationId: string }
  /** The card is in the invitee's chat; where it does is kept, to edit it later. No guard. */
  | {
      readonly kind: 'invitation.delivered';
      readonly invitationId: string;
      readonly messenger: string;
      readonly chatId: string;
      readonly messageId: string;
    }
  /** The messenger refused the card. Guard: pending, and no card was delivered or link opened. */
  | { readonly kind: 'invitation.unreachable'; readonly invitationId: string }
  /** The invitee was reminded. Guard: pending, and not reminded since it was offered. */
  | { readonly kind: 'invitation.reminded'; readonly invitationId: string };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    invitations: InvitationChange;
  }
}
