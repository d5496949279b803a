import type { GrantPlace, ThingKind } from '../../domain/thing.ts';

/** A role given on a project or bot. */
export interface GrantGiven {
  readonly id: string;
  readonly role: string;
  readonly place: GrantPlace;
  readonly until: Date | null;
}

/** Changes of projects, bots and channels. Names are unique within a kind, channels excepted. */
type ThingItselfChange =
  | {
      readonly kind: 'project.created';
      readonly projectId: string;
      readonly workspaceId: string;
      readonly name: string;
    }
  | {
      readonly kind: 'bot.created';
      readonly botId: string;
      readonly workspaceId: string;
      readonly projectId: string | null;
      readonly name: string;
    }
  | {
      readonly kind: 'channel.created';
      readonly channelId: string;
      readonly workspaceId: string;
      readonly botId: string;
      readonly name: string;
      readonly messenger: string;
      /** The token as it is kept; never in the clear. */
      readonly sealedToken: Uint8Array;
      readonly tokenTail: string;
    }
  /** Guard: the name is still `from`. */
  | {
      readonly kind: `${ThingKind}.renamed`;
      readonly id: string;
      readonly workspaceId: string;
      readonly from: string;
      readonly to: string;
    }
  /** Guard: it still stands in `from`, and `to` is there. Null is the workspace itself, for bots only. */
  | {
      readonly kind: 'bot.moved' | 'channel.moved';
      readonly id: string;
      readonly workspaceId: string;
      readonly name: string;
      readonly from: { readonly id: string; readonly name: string } | null;
      readonly to: { readonly id: string; readonly name: string } | null;
    }
  /** Everything inside it and every grant on it goes along; a project with bots in it stays. */
  | {
      readonly kind: `${ThingKind}.deleted`;
      readonly id: string;
      readonly workspaceId: string;
      readonly name: string;
    };

/** Changes of what is published. */
type PublishingChange =
  /** The staging version goes to production, and a new one is begun. Guard: it is still that version. */
  | {
      readonly kind: 'bot.published';
      readonly botId: string;
      readonly workspaceId: string;
      readonly name: string;
      readonly version: number;
    }
  /** Guard: nothing else is asked about the bot. */
  | {
      readonly kind: 'approval.requested';
      readonly approvalId: string;
      readonly workspaceId: string;
      readonly botId: string;
      readonly name: string;
      readonly version: number;
      readonly expiresAt: Date;
    }
  /** Guard: it is pending; to approve it must not be over. `personId` is who asked. */
  | {
      readonly kind: 'approval.approved' | 'approval.refused' | 'approval.expired';
      readonly approvalId: string;
      readonly workspaceId: string;
      readonly name: string;
      readonly personId: string;
    };

/** Changes of roles on things, and of what is hidden in databases. */
export type ThingChange =
  | ThingItselfChange
  | PublishingChange
  /** Guard: the membership's version; the things given on are there. */
  | {
      readonly kind: 'grants.changed';
      readonly membershipId: string;
      readonly workspaceId: string;
      readonly personId: string;
      readonly version: number;
      readonly add: readonly GrantGiven[];
      readonly remove: readonly { readonly role: string; readonly place: GrantPlace }[];
      /** Names of the things concerned, for the record. */
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'columns.masked' | 'columns.unmasked';
      readonly workspaceId: string;
      readonly table: string;
      readonly columns: readonly string[];
    };
