import type { RoleGiven } from '../../domain/changes.ts';

/** Changes of an ownership transfer. */
export type TransferChange =
  | {
      readonly kind: 'transfer.offered';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly fromId: string;
      readonly toId: string;
      readonly expiresAt: Date;
    }
  /**
   * Ownership moves, both memberships in one step. Guards: the transfer is pending, both versions, and the
   * keystone role is still held by `from`.
   */
  | {
      readonly kind: 'transfer.accepted';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly role: string;
      readonly from: { readonly personId: string; readonly membershipId: string; readonly version: number };
      readonly to: {
        readonly personId: string;
        readonly membershipId: string;
        readonly version: number;
        /** Roles the new owner gives up (a scheme of one role a member). */
        readonly remove: readonly string[];
      };
      /** What the former owner keeps; `onResources`: on every project and every loose bot, not on the membership. */
      readonly kept: RoleGiven & { readonly onResources?: boolean };
    }
  | {
      readonly kind: 'transfer.declined' | 'transfer.cancelled' | 'transfer.expired';
      readonly transferId: string;
      readonly workspaceId: string;
      readonly fromId: string;
      readonly toId: string;
    };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    ownership: TransferChange;
  }
}
