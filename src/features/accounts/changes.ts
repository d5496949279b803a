import type { MessengerAccount } from '../../domain/changes.ts';
import type { GrantPlace } from '../../domain/resource.ts';

/** A membership at the version it was read at. */
interface AtVersion {
  readonly membershipId: string;
  readonly workspaceId: string;
  readonly version: number;
}

/** Changes of who is who. */
export type IdentityChange =
  /** One account shows a code; an earlier one of the same account is dead. */
  | (MessengerAccount & {
      readonly kind: 'link.offered';
      readonly linkId: string;
      readonly personId: string;
      readonly codeHash: Buffer;
      readonly expiresAt: Date;
    })
  /** A wrong code was typed. Guard: fewer than `most` within the hour. */
  | (MessengerAccount & { readonly kind: 'code.missed'; readonly most: number })
  /**
   * Two persons turn out to be one: all that is `gone`'s becomes `keep`'s. Guards: the code is unused, both
   * persons have the accounts they had, every membership concerned is at its version, and no act that is
   * under way at the same time makes `gone` a member or an inviter.
   */
  | {
      readonly kind: 'persons.merged';
      readonly linkId: string;
      readonly keep: {
        readonly personId: string;
        readonly version: number;
        readonly name: string;
        readonly username: string | null;
      };
      readonly gone: { readonly personId: string; readonly version: number };
      readonly activeWorkspaceId: string | null;
      /** Memberships that are `keep`'s afterwards and were not, or that take up another. */
      readonly kept: readonly (AtVersion & { readonly state: string })[];
      /** Memberships that end in another one of the same workspace. */
      readonly dropped: readonly (AtVersion & { readonly living: boolean })[];
      readonly rolesGiven: readonly {
        readonly membershipId: string;
        readonly workspaceId: string;
        readonly role: string;
        readonly until: Date | null;
      }[];
      readonly rolesTaken: readonly { readonly membershipId: string; readonly role: string }[];
      readonly grantsGiven: readonly {
        readonly id: string;
        readonly membershipId: string;
        readonly workspaceId: string;
        readonly role: string;
        readonly until: Date | null;
        readonly place: GrantPlace;
      }[];
      readonly grantsTaken: readonly {
        readonly membershipId: string;
        readonly role: string;
        readonly place: GrantPlace;
      }[];
      /** Pending invitations that mean nothing any more. */
      readonly closedInvitations: readonly string[];
      /** Workspaces that hear of it: those where either is a member. */
      readonly workspaceIds: readonly string[];
    }
  /** An account becomes a person of its own, without anything. Guard: the person has the accounts they had. */
  | (MessengerAccount & {
      readonly kind: 'account.unlinked';
      readonly personId: string;
      readonly version: number;
      readonly newPersonId: string;
      readonly name: string;
      /** Workspaces that hear of it. */
      readonly workspaceIds: readonly string[];
    })
  /** The person has opened a mail sent there. Does nothing where they have another address, or another has this. */
  | { readonly kind: 'email.bound'; readonly personId: string; readonly email: string }
  /** A code goes to an address. Guard: fewer than `most` within the hour, to this person and to the address. */
  | {
      readonly kind: 'email.requested';
      readonly personId: string;
      readonly email: string;
      readonly codeHash: Buffer;
      readonly most: number;
      readonly expiresAt: Date;
    }
  /** A wrong code. Guard: it is the code with this hash that was meant, and fewer than `most` were wrong. */
  | {
      readonly kind: 'email.missed';
      readonly personId: string;
      readonly codeHash: Buffer;
      readonly most: number;
    }
  /** The code was right: a person who had the address before has it no more. Guard: the code is living. */
  | {
      readonly kind: 'email.confirmed';
      readonly personId: string;
      readonly email: string;
      readonly codeHash: Buffer;
    }
  | { readonly kind: 'email.removed'; readonly personId: string }
  | { readonly kind: 'phone.removed'; readonly personId: string }
  /** The messenger vouches that the number is the person's: a person who had it before has it no more. */
  | { readonly kind: 'phone.confirmed'; readonly personId: string; readonly phone: string }
  | { readonly kind: 'person.zone'; readonly personId: string; readonly timeZone: string }
  /** A link that lets another account take a member's place; an earlier one for the same member is dead. */
  | {
      readonly kind: 'recovery.issued';
      readonly recoveryId: string;
      readonly tokenHash: Buffer;
      readonly workspaceId: string;
      readonly membershipId: string;
      readonly personId: string;
      readonly issuedById: string;
      readonly expiresAt: Date;
    }
  /**
   * A membership passes to another person, with its roles, grants and invitations. Guards: the link is unused and
   * living, the membership's version, and that of the ended one that gives way to it.
   */
  | {
      readonly kind: 'membership.recovered';
      readonly recoveryId: string;
      readonly workspaceId: string;
      readonly membershipId: string;
      readonly version: number;
      readonly fromId: string;
      readonly to: { readonly personId: string; readonly name: string; readonly username: string | null };
      readonly ended: { readonly membershipId: string; readonly version: number } | null;
    };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    accounts: IdentityChange;
  }
}
