import type { Feature } from '../command.ts';

/** The chat of invitations. */
export const invitations: Feature = { commands: [], actions: [], wizards: [] };
