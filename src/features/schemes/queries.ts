import type { SchemeDeclaration } from '../../access/define-scheme.ts';

/** Members who hold the same roles, in the workspace or on resources. */
export interface RoleGroup {
  /** Keys of the roles, sorted; never empty. */
  readonly roles: readonly string[];
  /** How many, suspended ones included. */
  readonly members: number;
  /** Names of the first of them; hostile texts. */
  readonly names: readonly string[];
}

/** Who holds what under the scheme in force: what a change of the scheme is previewed and decided on. */
export interface SchemeInForce {
  /** The scheme's name, for `act.scheme`. */
  readonly scheme: string;
  /** Number of the version in force; 0 until the scheme is changed for the first time. */
  readonly version: number;
  /** By role: members who hold it somewhere. */
  readonly holders: Readonly<Record<string, number>>;
  /** By role: invitations that offer it and may still be accepted. */
  readonly invited: Readonly<Record<string, number>>;
  /** By combination of roles, the most frequent first; at most `MAX_GROUPS`. */
  readonly groups: readonly RoleGroup[];
  /** Active members who hold the keystone role with no end. */
  readonly ownerRoleHolders: number;
  /** The version asked for, with its scheme's name; null where none was, or where there is none. */
  readonly asked: (SchemeContent & { readonly scheme: string }) | null;
}

/** What a version holds: a preset by its key, or a scheme of people's own. */
export type SchemeContent =
  | { readonly preset: string; readonly declaration: null }
  | { readonly preset: null; readonly declaration: SchemeDeclaration };

/** One version in a workspace's history. */
interface SchemeRecord {
  readonly version: number;
  /** Key of the preset that it was, else null. */
  readonly preset: string | null;
  /** What people called the scheme, where they did; a hostile text. */
  readonly title: string | null;
  readonly madeAt: Date;
  /** Who made it; null for the workspace's first scheme, and for what was imported. */
  readonly madeBy: string | null;
}

/** Combinations that are told apart. */
export const MAX_GROUPS = 200;

/** Questions about a workspace's scheme. */
type SchemeQueries = {
  /** `version`: a former version to be looked at as well. */
  'scheme.in_force': {
    in: { readonly workspaceId: string; readonly ownerRole: string; readonly version: number | null };
    out: SchemeInForce;
  };
  /** The newest twenty versions below `before` (null: from the newest); empty while the first scheme stands. */
  'scheme.history': {
    in: { readonly workspaceId: string; readonly before: number | null };
    out: readonly SchemeRecord[];
  };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    schemes: SchemeQueries;
  }
}
