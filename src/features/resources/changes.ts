import type { ResourceKind } from '../../domain/resource.ts';

/** Changes of projects, bots and channels, and of what is hidden in databases. Names are unique within a kind, channels excepted. */
export type ResourceChange =
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
      readonly kind: `${ResourceKind}.renamed`;
      readonly id: string;
      readonly workspaceId: string;
      readonly from: string;
      readonly to: string;
    }
  /** Guard: it still is in `from`, and `to` is there. Null is the workspace itself, for bots only. */
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
      readonly kind: `${ResourceKind}.deleted`;
      readonly id: string;
      readonly workspaceId: string;
      readonly name: string;
    }
  | {
      readonly kind: 'columns.masked' | 'columns.unmasked';
      readonly workspaceId: string;
      readonly table: string;
      readonly columns: readonly string[];
    };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    resources: ResourceChange;
  }
}
