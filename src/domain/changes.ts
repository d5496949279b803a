import type { SchemeDeclaration } from '../access/define-scheme.ts';
import type { IdentityChange } from '../features/accounts/changes.ts';
import type { KeyChange } from '../features/api-keys/changes.ts';
import type { GrantGiven, ThingChange } from '../features/resources/changes.ts';
import type { SchemeChange } from '../features/schemes/changes.ts';
import type { Language } from './state.ts';
import type { GrantPlace } from './thing.ts';

/** A role given to a member. `sole` roles have one holder a workspace; the database keeps it so. */
export interface RoleGiven {
  readonly role: string;
  readonly sole: boolean;
  readonly until: Date | null;
}

type MessengerAccount = { readonly messenger: string; readonly accountId: string };

/** Changes of people and their accounts. */
export type PersonChange =
  /** A person and their first account appear. Guard: the account is not known yet. */
  | (MessengerAccount & {
      readonly kind: 'person.appeared';
      readonly personId: string;
      readonly name: string;
      readonly username: string | null;
      readonly language: Language;
      readonly privateChatId: string | null;
    })
  /** An account wrote: what the messenger shows of it now. Member lists follow the name. */
  | (MessengerAccount & {
      readonly kind: 'account.seen';
      readonly personId: string;
      readonly name: string;
      readonly username: string | null;
      readonly privateChatId: string | null;
      readonly reachable: boolean;
    })
  | (MessengerAccount & { readonly kind: 'account.reachability'; readonly reachable: boolean })
  | (MessengerAccount & { readonly kind: 'account.activated'; readonly workspaceId: string | null })
  | { readonly kind: 'person.language'; readonly personId: string; readonly language: Language };

/** Changes of a workspace itself and of the groups bound to it. */
export type WorkspaceChange =
  | {
      readonly kind: 'workspace.created';
      readonly workspaceId: string;
      readonly name: string;
      /** Key of a preset; with `own`, the name of the workspace's first version. */
      readonly scheme: string;
      readonly own?: SchemeDeclaration;
      readonly membershipId: string;
      readonly personId: string;
      /** The creator's display name, for the member list. */
      readonly personName: string;
      readonly roles: readonly RoleGiven[];
    }
  /** Guard: the name is still `from`. */
  | {
      readonly kind: 'workspace.renamed';
      readonly workspaceId: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'group.bound';
      readonly messenger: string;
      readonly chatId: string;
      readonly title: string;
      readonly workspaceId: string | null;
    }
  | {
      readonly kind: 'group.moved';
      readonly messenger: string;
      readonly chatId: string;
      readonly toChatId: string;
    }
  | { readonly kind: 'group.left'; readonly messenger: string; readonly chatId: string };

/** Changes of memberships. All but `added` guard the version they were decided on. */
export type MembershipChange =
  /** A person joins, or comes back after having left. Guard: not a living member already. */
  | {
      readonly kind: 'membership.added';
      readonly membershipId: string;
      readonly workspaceId: string;
      readonly personId: string;
      readonly personName: string;
      readonly username: string | null;
      readonly roles: readonly RoleGiven[];
      /** Roles on single things; those that are gone meanwhile are left out. Absent: none. */
      readonly grants?: readonly GrantGiven[];
      readonly invitedById: string;
    }
  | {
      readonly kind: 'membership.roles';
      readonly membershipId: string;
      readonly workspaceId: string;
      readonly personId: string;
      readonly version: number;
      readonly add: readonly RoleGiven[];
      readonly remove: readonly string[];
    }
  /** The membership ends; its roles and grants go with it, and pending invitations by this person stay. */
  | {
      readonly kind: 'membership.ended';
      readonly membershipId: string;
      readonly workspaceId: string;
      readonly personId: string;
      readonly version: number;
      readonly state: 'left' | 'removed';
      /** Roles held until now, for the record. */
      readonly roles: readonly string[];
    };

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
      readonly things?: readonly GrantPlace[];
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
  /** The card stands in the invitee's chat; where it does is kept, to edit it later. No guard. */
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

/** Changes of an ownership transfer. */
export type TransferChange =
  | {
      readonly kind: 'transfer.offered';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly fromId: string;
      readonly toId: string;
      readonly expiresAt: Date;
    }
  /**
   * Ownership moves, both memberships in one step. Guards: the transfer is pending, both versions, and the
   * keystone role is still held by `from`.
   */
  | {
      readonly kind: 'transfer.accepted';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly role: string;
      readonly from: { readonly personId: string; readonly membershipId: string; readonly version: number };
      readonly to: {
        readonly personId: string;
        readonly membershipId: string;
        readonly version: number;
        /** Roles the new owner gives up (a scheme of one role a member). */
        readonly remove: readonly string[];
      };
      /** What the former owner keeps; `onThings`: on every project and every loose bot, not on the membership. */
      readonly kept: RoleGiven & { readonly onThings?: boolean };
    }
  | {
      readonly kind: 'transfer.declined' | 'transfer.cancelled' | 'transfer.expired';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly fromId: string;
      readonly toId: string;
    };

/** The wizard of one account in one chat. */
export type SessionChange =
  /** Guard: the version read (null: there was none). */
  | (MessengerAccount & {
      readonly kind: 'session.saved';
      readonly chatId: string;
      readonly wizard: object;
      readonly version: number | null;
      readonly expiresAt: Date;
    })
  | (MessengerAccount & {
      readonly kind: 'session.ended';
      readonly chatId: string;
      readonly version: number;
    });

/**
 * Conditions an act was decided under, checked again in the commit.
 * - `guard.membership`: the actor's membership is unchanged. `lock` also holds it until the end: for acts
 *   that change another membership, so that two people cannot take each other's rights at once.
 * - `guard.scheme`: the workspace's scheme is still the one the act was decided under. For acts that give roles: a
 *   role that was merged meanwhile must not come back.
 * - `guard.governance`: nobody else changed who holds the keystone role meanwhile; raises the counter.
 */
export type Guard =
  | {
      readonly kind: 'guard.membership';
      readonly membershipId: string;
      readonly version: number;
      readonly lock: boolean;
    }
  | { readonly kind: 'guard.scheme'; readonly workspaceId: string; readonly scheme: string }
  | { readonly kind: 'guard.governance'; readonly workspaceId: string; readonly governance: number };

/** Everything an act may do to the store, as data. The store knows how to write each kind with its guard. */
export type Change =
  | PersonChange
  | IdentityChange
  | WorkspaceChange
  | MembershipChange
  | InvitationChange
  | TransferChange
  | ThingChange
  | SchemeChange
  | SessionChange
  | KeyChange
  | Guard;
