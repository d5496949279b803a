import type { GrantGiven } from '../../domain/changes.ts';
import type { GrantPlace } from '../../domain/resource.ts';

/** Changes of roles on projects and bots. */
export type GrantChange =
  /** Guard: the membership's version; the resources given on are there. */
  {
    readonly kind: 'grants.changed';
    readonly membershipId: string;
    readonly workspaceId: string;
    readonly personId: string;
    readonly version: number;
    readonly add: readonly GrantGiven[];
    readonly remove: readonly { readonly role: string; readonly place: GrantPlace }[];
    /** Names of the resources concerned, for the record. */
    readonly names: readonly string[];
  };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    grants: GrantChange;
  }
}
