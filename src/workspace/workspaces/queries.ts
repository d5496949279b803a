/** Questions about workspaces. */
export type WorkspaceQueries = Record<never, never>;
