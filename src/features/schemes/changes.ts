import type { SchemeContent } from './queries.ts';

/** How what people hold is written anew when the scheme changes. Plain JSON: the database carries it out. */
export interface MovePlan {
  /** Keys of the roles there are then, broadest first. */
  readonly roles: readonly string[];
  /** By key of a former role, the one that takes its place, where they differ. */
  readonly moves: Readonly<Record<string, string>>;
  /** Former roles that reached the workspace and are then held on resources: on every project and loose bot. */
  readonly spread: readonly string[];
  /** Former roles that were held on resources and must be named on the membership then. */
  readonly named: readonly string[];
  /** Roles that are then held on resources alone, and roles that are held on the membership alone. */
  readonly onThings: readonly string[];
  readonly onMembership: readonly string[];
  /** One role a member: of several the broadest stays. */
  readonly onlyBroadest: boolean;
  readonly keystone: string;
  /** One holder, that the database guards. */
  readonly sole: boolean;
  /** By role: how many may hold it. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Changes of a workspace's scheme. */
export type SchemeChange =
  /**
   * Another scheme stands from now on, as the next version; roles, grants and open invitations follow. Guards:
   * the version, that nobody is left with a role that is not there, the limits, and the keystone's holders. Members are to
   * be told, but for who does it.
   */
  | {
      readonly kind: 'scheme.changed';
      readonly workspaceId: string;
      readonly from: { readonly scheme: string; readonly version: number };
      /** The scheme's name from now on. */
      readonly scheme: string;
      readonly version: number;
      readonly content: SchemeContent;
      readonly plan: MovePlan;
      /** Combinations of roles, sorted as found, by which nobody gains or loses a right: their holders hear nothing. */
      readonly unmoved: readonly (readonly string[])[];
    }
  /** These members were told what the scheme means for them. Guard: nobody else told them. */
  | { readonly kind: 'scheme.told'; readonly membershipIds: readonly string[] };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    schemes: SchemeChange;
  }
}
