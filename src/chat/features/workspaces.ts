import type { Feature } from '../command.ts';

/** The chat of workspaces. */
export const workspaces: Feature = { commands: [], actions: [], wizards: [] };
