/** A role with the moment it ends by itself; null is "until taken". */
export interface HeldRole {
  readonly role: string;
  readonly until: Date | null;
}

/** A project, bot or channel of a workspace. */
interface Resource {
  readonly kind: 'project' | 'bot' | 'channel';
  readonly id: string;
}

/** A role held on one project or bot only, and on what is inside it. */
export interface Grant extends HeldRole {
  readonly resource: { readonly kind: 'project' | 'bot'; readonly id: string };
}

/** A person as one workspace knows them. `none` is everybody who is not its member. */
export interface Subject {
  readonly personId: string;
  readonly state: 'active' | 'suspended' | 'none';
  /** Roles held on the membership. */
  readonly roles: readonly HeldRole[];
  readonly grants: readonly Grant[];
  /** What else is known of them, for conditions. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/**
 * What a question is about. `path` leads from the resource itself up to its project (channel, bot,
 * project), so that a grant anywhere on it reaches the resource; an empty path is the workspace as such.
 */
export interface Target {
  readonly path: readonly Resource[];
  /** Whose it is, where a right reaches only what is one's own. */
  readonly ownerId?: string | null;
  /** What else is known of it, for conditions. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What is said of the action that is asked for, for conditions: how something would be deleted. */
  readonly actionProperties?: Readonly<Record<string, unknown>>;
}

/** The workspace as such, not any one resource in it. */
export const workspaceWide: Target = { path: [] };

/** Whether a role, grant or access with this end still lives at a time (ms since the epoch). */
export function isLiving(until: Date | null, time: number): boolean {
  return until === null || until.getTime() > time;
}
