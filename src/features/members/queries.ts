import type { HeldRole } from '../../access/subject.ts';
import type {
  GrantCount,
  MembershipState,
  PrivateAddress,
  Recipient,
  WorkspaceState,
} from '../../domain/state.ts';
import type { Who } from '../../domain/who.ts';

type MessengerName = PrivateAddress['messenger'];

/** Members that a page shows. */
export const PAGE_SIZE = 10;
/** Members that a pointer by name offers to choose from; beyond them one searches. */
export const MAX_NAMESAKES = 6;
/** Holders of a role are counted up to this; a number above it says "more". */
export const MAX_COUNTED = 100;

/** One row of the member list. */
export interface ListedMember {
  readonly membershipId: string;
  readonly name: string;
  readonly username: string | null;
  /** Where the person was last seen. */
  readonly messenger: MessengerName | null;
  readonly state: MembershipState['state'];
  readonly roles: readonly HeldRole[];
  /** On how many resources each role is held, by their kind and its end. */
  readonly granted: readonly GrantCount[];
}

/** Where a page begins or ends: beside this membership, living or ended. */
export interface PageEdge {
  readonly direction: 'after' | 'before';
  readonly membershipId: string;
}

/** One page of the member list or of a search. */
export interface MemberPage {
  readonly members: readonly ListedMember[];
  /** The membership after which this page stands; null for the first page. */
  readonly after: string | null;
  readonly hasNext: boolean;
  /** All living members; null for a search, which counts nothing. */
  readonly total: number | null;
}

/** A member with all that their card shows and that acts on them are decided on. */
export interface MemberCard extends Recipient {
  readonly username: string | null;
  readonly membership: MembershipState;
  readonly joinedAt: Date;
  /** Name of who invited them; null for who created the workspace. */
  readonly invitedBy: string | null;
  readonly lastActiveAt: Date | null;
  readonly messengers: readonly MessengerName[];
}

/** An offer of ownership that waits for its answer; it may have run out meanwhile. */
export interface PendingTransfer {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly toName: string;
  readonly expiresAt: Date;
}

/** Members that a pointer led to, and what rules about their workspace need. */
export interface FoundMembers {
  /** Living members; for a pointer by membership also one that ended. */
  readonly members: readonly MemberCard[];
  /** There are more than are shown. */
  readonly more: boolean;
  /** Active members who hold the keystone role with no end. */
  readonly ownerRoleHolders: number;
  /** Active holders of the roles asked about. */
  readonly holders: Readonly<Record<string, number>>;
  readonly transfer: PendingTransfer | null;
}

/** A member as a pointer: the membership a button carries, or how a person was named. */
export type MemberPointer =
  | { readonly kind: 'membership'; readonly membershipId: string }
  | { readonly kind: 'who'; readonly who: Who };

/** An offer of ownership in any state, with both sides as they are now. */
export interface FoundTransfer {
  readonly id: string;
  readonly state: 'pending' | 'accepted' | 'declined' | 'cancelled' | 'expired';
  readonly expiresAt: Date;
  readonly workspace: WorkspaceState;
  readonly from: TransferSide;
  readonly to: TransferSide;
}

/** One side of a transfer. */
export interface TransferSide extends Recipient {
  readonly membership: MembershipState | null;
}

/** Roles of one member whose time is over and that are still written down. */
export interface EndedRoles {
  readonly membership: MembershipState;
  readonly workspace: WorkspaceState;
  readonly holder: Recipient;
  /** Who gave the one that ended last; null where nobody knows. */
  readonly granter: Recipient | null;
  readonly roles: readonly string[];
}

/** Questions about members. */
export type MemberQueries = {
  /** A page of living members by name, or of those whose name or username has a text in it. */
  'members.page': {
    in: { workspaceId: string; search: string | null; from: PageEdge | null };
    out: MemberPage;
  };
  /** Who a pointer means. `ownerRole` and `count` name roles of the scheme. */
  'members.find': {
    in: {
      workspaceId: string;
      messenger: string;
      pointer: MemberPointer;
      ownerRole: string;
      count: readonly string[];
      now: Date;
    };
    out: FoundMembers;
  };
  /** Who keeps the workspace, beside one who leaves it. */
  'members.admins': {
    in: { workspaceId: string; ownerRole: string; leavingId: string };
    out: { readonly ownerRoleHolders: number; readonly others: readonly Recipient[] };
  };
  /** How many members hold each role, counted up to one more than `MAX_COUNTED`. */
  'members.holders': {
    in: { workspaceId: string; roles: readonly string[] };
    out: ReadonlyMap<string, number>;
  };
  /** A page of who holds a role, on the membership or on a resource, in the order they joined. */
  'members.holding': {
    in: { workspaceId: string; role: string; afterId: string | null };
    out: { readonly members: readonly ListedMember[]; readonly hasNext: boolean };
  };
  'transfers.find': { in: { transferId: string }; out: FoundTransfer | null };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    members: MemberQueries;
  }
}
