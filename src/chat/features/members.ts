import type { Feature } from '../command.ts';

/** The chat of members. */
export const members: Feature = { commands: [], actions: [], wizards: [] };
