import type { RoleRight } from '../access/diff.ts';
import type { HeldRole } from '../access/subject.ts';
import type { GrantCount, PrivateAddress, Recipient } from './state.ts';

/** Names and ids that a notice about a workspace carries. */
interface About {
  readonly to: Recipient;
  readonly workspace: { readonly id: string; readonly name: string; readonly scheme: string };
  /** Who did it. */
  readonly actorName: string;
}

/** To one account of a person: another one. */
interface AboutAccount {
  readonly to: Recipient;
  readonly accountName: string;
  readonly messenger: PrivateAddress['messenger'];
}

/** Something a person is told about their own accounts. */
export type PersonNotice =
  | (AboutAccount & { readonly kind: 'account.linked' })
  | (AboutAccount & { readonly kind: 'account.unlinked' })
  /** The code, to the address that it is to prove. */
  | { readonly kind: 'email.code'; readonly to: Recipient; readonly code: string };

/** Something another person must be told because of an act. The chat turns it into a screen. */
export type Notice =
  | PersonNotice
  /** The card with Accept and Decline, first or as a reminder. Its delivery is tracked back to the invitation. */
  | (About & {
      readonly kind: 'invitation.card' | 'invitation.reminder';
      readonly invitationId: string;
      readonly roles: readonly string[];
      /** Names of the bots and projects that the roles are offered on. */
      readonly resources: readonly string[];
      readonly accessUntil: Date | null;
      readonly expiresAt: Date;
      readonly note: string | null;
    })
  /** The card as a mail: its link leads to where it is answered. */
  | (About & {
      readonly kind: 'invitation.mail';
      readonly invitationId: string;
      readonly roles: readonly string[];
      readonly resources: readonly string[];
      readonly accessUntil: Date | null;
      readonly expiresAt: Date;
      readonly note: string | null;
      readonly link: string;
    })
  | (About & {
      readonly kind: 'invitation.accepted';
      readonly membershipId: string;
      readonly roles: readonly string[];
    })
  | (About & { readonly kind: 'invitation.declined'; readonly invitationId: string })
  /** To the invitee: what their card, a message that stands already, turns into when its time is over. */
  | (About & {
      readonly kind: 'invitation.over';
      readonly card: PrivateAddress & { readonly messageId: string };
    })
  /** To the inviter: nobody took it in time. The name is null for a link for anybody. */
  | (About & {
      readonly kind: 'invitation.expired';
      readonly invitationId: string;
      readonly addresseeName: string | null;
    })
  /** To the inviter: the messenger does not let us write to the invitee; the link must be forwarded. */
  | (About & {
      readonly kind: 'invitation.unreachable';
      readonly invitationId: string;
      readonly addresseeName: string | null;
      /** It went to an e-mail address, which the server refused. */
      readonly byMail: boolean;
      /** Null where it can only be resent: the installation's key changed. */
      readonly link: string | null;
    })
  | (About & {
      readonly kind: 'member.roles';
      /** All that the member holds now. */
      readonly roles: readonly HeldRole[];
    })
  /** Roles ended by themselves: to their holder, and to who gave them (then the holder is named). */
  | (About & {
      readonly kind: 'member.ended_roles';
      readonly roles: readonly string[];
      readonly memberName: string | null;
    })
  /** To the member (then no name is told), and to those who should know: a link lets another account in. */
  | (About & { readonly kind: 'recovery.issued'; readonly memberName: string | null })
  | (About & { readonly kind: 'recovery.used'; readonly memberName: string | null })
  | (About & { readonly kind: 'member.removed' })
  | (About & { readonly kind: 'member.left' })
  | (About & { readonly kind: 'transfer.offered'; readonly transferId: string; readonly expiresAt: Date })
  /** To the former owner: the person they gave it to has it, and they keep a role. */
  | (About & { readonly kind: 'transfer.accepted'; readonly kept: string })
  | (About & { readonly kind: 'transfer.declined' })
  | (About & { readonly kind: 'transfer.cancelled' })
  /** To who offered: nobody answered in time. */
  | (About & { readonly kind: 'transfer.expired' })
  /** All that the member holds now on each resource that was changed. */
  | (About & {
      readonly kind: 'grants.changed';
      readonly places: readonly { readonly name: string; readonly roles: readonly HeldRole[] }[];
    })
  /** Roles on resources ended by themselves. */
  | (About & {
      readonly kind: 'grants.ended';
      readonly resources: readonly string[];
      readonly roles: readonly string[];
    })
  /** Another scheme stands: what that gives and takes. Without an actor's name an operator did it. */
  | (About & {
      readonly kind: 'scheme.changed';
      readonly roles: readonly HeldRole[];
      readonly granted: readonly GrantCount[];
      readonly gained: readonly RoleRight[];
      readonly lost: readonly RoleRight[];
      readonly now: Date;
    })
  /** To those who approve: someone wants to publish a bot. */
  | (About & {
      readonly kind: 'approval.card';
      readonly approvalId: string;
      readonly bot: string;
      readonly version: number;
      readonly expiresAt: Date;
    })
  /** To who asked: what became of it. */
  | (About & {
      readonly kind: 'approval.approved' | 'approval.refused' | 'approval.expired';
      readonly bot: string;
      readonly version: number;
    });
