import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import type { RoleGiven } from '../../domain/changes.ts';

/** Changes of a workspace itself and of the groups bound to it. */
export type WorkspaceChange =
  | {
      readonly kind: 'workspace.created';
      readonly workspaceId: string;
      readonly name: string;
      /** Key of a preset; with `own`, the name of the workspace's first version. */
      readonly scheme: string;
      readonly own?: SchemeDeclaration;
      readonly membershipId: string;
      readonly personId: string;
      /** The creator's display name, for the member list. */
      readonly personName: string;
      readonly roles: readonly RoleGiven[];
    }
  /** Guard: the name is still `from`. */
  | {
      readonly kind: 'workspace.renamed';
      readonly workspaceId: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'group.bound';
      readonly messenger: string;
      readonly chatId: string;
      readonly title: string;
      readonly workspaceId: string | null;
    }
  | {
      readonly kind: 'group.moved';
      readonly messenger: string;
      readonly chatId: string;
      readonly toChatId: string;
    }
  | { readonly kind: 'group.left'; readonly messenger: string; readonly chatId: string };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    workspaces: WorkspaceChange;
  }
}
