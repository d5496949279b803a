/** Changes of what is published. */
export type PublishingChange =
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

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    publishing: PublishingChange;
  }
}
