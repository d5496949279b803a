import type { Recipient } from './state.ts';

/** Names and ids that a notice about a workspace carries. */
interface About {
  readonly to: Recipient;
  readonly workspace: { readonly id: string; readonly name: string; readonly scheme: string };
  /** Who did it. */
  readonly actorName: string;
}

/** Something another person must be told because of an act. The chat turns it into a screen. */
export type Notice =
  /** The card with Accept and Decline. Its delivery is tracked back to the invitation. */
  | (About & {
      readonly kind: 'invitation.card';
      readonly invitationId: string;
      readonly roles: readonly string[];
      readonly accessUntil: Date | null;
      readonly expiresAt: Date;
      readonly note: string | null;
    })
  | (About & { readonly kind: 'invitation.accepted'; readonly roles: readonly string[] })
  | (About & { readonly kind: 'invitation.declined' })
  | (About & {
      readonly kind: 'member.roles';
      readonly gained: readonly string[];
      readonly lost: readonly string[];
      readonly roles: readonly string[];
    })
  | (About & { readonly kind: 'member.removed' })
  | (About & { readonly kind: 'member.left' })
  | (About & { readonly kind: 'transfer.offered'; readonly transferId: string; readonly expiresAt: Date })
  | (About & { readonly kind: 'transfer.accepted' })
  | (About & { readonly kind: 'transfer.declined' })
  | (About & { readonly kind: 'transfer.cancelled' });
