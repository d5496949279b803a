interface AtVersion {
  readonly membershipId: string;
  readonly workspaceId: string;
  readonly version: number;
}

/** Changes of what the house knows of a person. */
export type PrivacyChange =
  /**
   * The person goes: accounts, contacts, names, roles. What others have on record keeps the id and a pseudonym.
   * Guards: the person's accounts, and every membership at its version.
   */
  {
    readonly kind: 'person.forgotten';
    readonly personId: string;
    readonly version: number;
    readonly pseudonym: string;
    /** Canonical names that invitations may have been addressed to. */
    readonly names: readonly string[];
    readonly memberships: readonly (AtVersion & { readonly living: boolean })[];
  };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    privacy: PrivacyChange;
  }
}
