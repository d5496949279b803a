import type { GrantPlace } from '../things/thing.ts';

type MessengerAccount = { readonly messenger: string; readonly accountId: string };

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
    });
