import type { MembershipState } from '../../domain/state.ts';
import type { Invitation, InvitationCase } from './invitation.ts';

/** An invitation as the person sees it who holds its link or its card. */
export interface Offer extends InvitationCase {
  /** The viewer's membership in the workspace, living or ended. */
  readonly viewerMembership: MembershipState | null;
  /** Everything the viewer may be addressed by, canonical: the person, their accounts, their usernames. */
  readonly viewerNames: readonly string[];
  /** How many hold each offered role that has a limit, counted up to the limit; the others are not counted. */
  readonly holders: Readonly<Record<string, number>>;
  /** It was found by the token that only the mail carries. */
  readonly byMail: boolean;
}

/** An invitation as those see it who manage it. */
export interface Managed extends InvitationCase {
  /** The invitee has become a member meanwhile. */
  readonly inviteeIsMember: boolean;
  /** Another invitation to the same addressee is pending. */
  readonly hasRival: boolean;
  /** How many hold each of the roles asked for. */
  readonly holders: Readonly<Record<string, number>>;
}

/** A page of invitations, newest first, and whether there are more on either side. */
export interface InvitationPage {
  readonly invitations: readonly Invitation[];
  readonly newer: boolean;
  readonly older: boolean;
}

/** Questions about invitations. */
type InvitationQueries = {
  /** The invitation with this token or id, as this person sees it; null where there is none. */
  'invitation.offer': {
    in: {
      readonly by: { readonly tokenHash: Buffer } | { readonly id: string };
      readonly personId: string;
    };
    out: Offer | null;
  };
  /** An invitation of one workspace, for those who manage it, and how many hold the roles in `count`; null where the workspace has none such. */
  'invitation.managed': {
    in: {
      readonly id: string;
      readonly workspaceId: string;
      readonly count: readonly string[];
      readonly now: Date;
    };
    out: Managed | null;
  };
  /** Ten or so invitations older or newer than one of them (`from` null: from the newest). */
  'invitation.page': {
    in: {
      readonly workspaceId: string;
      readonly from: string | null;
      readonly direction: 'older' | 'newer';
      readonly limit: number;
    };
    out: InvitationPage;
  };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    invitations: InvitationQueries;
  }
}
