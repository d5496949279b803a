import type { GrantGiven, RoleGiven } from '../../domain/changes.ts';

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
      /** Roles on single resources; those that are gone meanwhile are left out. Absent: none. */
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

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    members: MembershipChange;
  }
}
