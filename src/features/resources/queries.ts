import type { HeldRole } from '../../access/subject.ts';
import type { GrantPlace, Resource, ResourceKind } from '../../domain/resource.ts';
import type { MembershipState, Recipient, WorkspaceState } from '../../domain/state.ts';
import type { FoundMembers, MemberPointer } from '../members/queries.ts';
import type { Visibility } from './visibility.ts';

/** Resources that a page shows. */
export const RESOURCES_PAGE = 10;
/** Resources that a text may fit; beyond them one writes more of the name. */
export const MAX_FITTING = 50;

/** One page of a list of resources, by name. */
interface ResourcePage {
  readonly resources: readonly Resource[];
  /** It is not the first page. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Resources that are looked for: by ids, or those of some kinds by a text that has their name in it or is a part of it. */
export interface ResourcesAsked {
  readonly kinds: readonly ResourceKind[];
  readonly ids: readonly string[];
  readonly text: string | null;
  readonly visibility: Visibility;
}

/** A person with roles on a resource. */
interface AccessHolder {
  readonly membershipId: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/** A person who might approve, with what decides whether they may. */
export interface Candidate extends Recipient {
  readonly membership: MembershipState;
}

/** A question whether a bot may be published. */
export interface FoundApproval {
  readonly id: string;
  readonly version: number;
  readonly state: 'pending' | 'approved' | 'refused' | 'expired';
  readonly expiresAt: Date;
  readonly bot: Resource;
  readonly workspace: WorkspaceState;
  readonly requester: Recipient;
  /** A person who has left or was removed hears no more of the workspace. */
  readonly requesterIsMember: boolean;
  /** Who decided it; null while nobody did. */
  readonly decidedBy: string | null;
}

/** Grants of one member whose time is over and that are still written down. */
export interface EndedGrants {
  readonly membership: MembershipState;
  readonly workspace: WorkspaceState;
  readonly holder: Recipient;
  readonly grants: readonly { readonly role: string; readonly place: GrantPlace; readonly name: string }[];
}

/** A masked column. */
export interface MaskedColumn {
  readonly table: string;
  readonly column: string;
}

/** Questions about resources. */
type ResourceQueries = {
  /** A page of resources of one kind, of all or of those inside one resource; `after` is the last one seen. */
  'resources.page': {
    in: {
      workspaceId: string;
      of: ResourceKind;
      within: string | null;
      visibility: Visibility;
      after: string | null;
    };
    out: ResourcePage;
  };
  /** Resources by id or text; the best fits first. `taken`: whether something of a kind has this name already. */
  'resources.find': {
    in: {
      workspaceId: string;
      asked: ResourcesAsked;
      taken: { readonly kind: ResourceKind; readonly name: string } | null;
    };
    out: { readonly resources: readonly Resource[]; readonly taken: boolean };
  };
  /** A page of the members who hold roles on a resource itself, by name. */
  'resources.access': {
    in: { workspaceId: string; place: GrantPlace; after: string | null };
    out: {
      readonly resource: Resource | null;
      readonly holders: readonly AccessHolder[];
      readonly hasPrevious: boolean;
      readonly hasNext: boolean;
    };
  };
  /** A member as `members.find` finds them, and resources; with `held` also the resources they hold roles on. */
  'grants.find': {
    in: {
      workspaceId: string;
      messenger: string;
      pointer: MemberPointer;
      ownerRole: string;
      count: readonly string[];
      now: Date;
      asked: ResourcesAsked;
      held: boolean;
    };
    out: FoundMembers & { readonly resources: readonly Resource[] };
  };
  /** Bots by id or text; who holds one of the roles in the workspace, or on them; what is asked about them. */
  'publishing.find': {
    in: { workspaceId: string; asked: ResourcesAsked; roles: readonly string[] };
    out: {
      readonly bots: readonly Resource[];
      readonly candidates: readonly Candidate[];
      readonly pending: readonly {
        readonly id: string;
        readonly botId: string;
        readonly expiresAt: Date;
      }[];
    };
  };
  /** An approval with the asking person's membership in its workspace; null where there is none. */
  'approvals.find': {
    in: { approvalId: string; personId: string };
    out: (FoundApproval & { readonly membership: MembershipState | null }) | null;
  };
  /** The masked columns of a workspace, by name. */
  'masks.list': { in: { workspaceId: string }; out: readonly MaskedColumn[] };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    resources: ResourceQueries;
  }
}
