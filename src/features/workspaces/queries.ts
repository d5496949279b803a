import type { MembershipState, WorkspaceState } from '../../domain/state.ts';

/** A workspace with one person's living membership in it. */
export interface JoinedWorkspace {
  readonly workspace: WorkspaceState;
  readonly membership: MembershipState;
}

/** A page of workspaces, by name. */
export interface WorkspacePage {
  readonly page: readonly JoinedWorkspace[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** An invitation that waits for the person's answer, with all that its card shows. */
interface WaitingInvitation {
  readonly invitationId: string;
  readonly workspace: { readonly name: string; readonly scheme: string };
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly resources: readonly string[];
  readonly note: string | null;
  readonly accessUntil: Date | null;
  readonly expiresAt: Date;
}

/** Questions about workspaces. */
type WorkspaceQueries = {
  /** How many workspaces a person created, or whose ownership they took over. */
  'workspaces.owned': { in: { personId: string }; out: number };
  /**
   * The workspaces a person is in, in order of their names: those after or before the one named by `at`, or
   * from the start.
   */
  'workspaces.mine': {
    in: { personId: string; at: string | null; direction: 'after' | 'before'; limit: number };
    out: WorkspacePage;
  };
  /** One workspace, if the person is a living member of it. */
  'workspaces.one': { in: { personId: string; workspaceId: string }; out: JoinedWorkspace | null };
  /** The workspaces a group may be bound to: the person's own, the one active in private first. */
  'workspaces.bindable': {
    in: { personId: string; messenger: string; accountId: string; limit: number };
    out: readonly JoinedWorkspace[];
  };
  /** The numbers on a workspace's card. */
  'workspaces.card': { in: { workspaceId: string }; out: { readonly members: number } };
  /** What awaits someone without an active workspace: whether they are in any, and up to five invitations. */
  'workspaces.welcome': {
    in: {
      personId: string;
      messenger: string;
      accountId: string;
      username: string | null;
      /** A number that is about to be the person's; confirmed ones are known. */
      phone?: string;
      now: Date;
    };
    out: { readonly isMember: boolean; readonly invitations: readonly WaitingInvitation[] };
  };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    workspaces: WorkspaceQueries;
  }
}
