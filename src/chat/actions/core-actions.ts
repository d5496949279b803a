import { defineAction } from './action.ts';
import { optional, text, uuid } from './argument-kinds.ts';

/** Leads home, out of whatever was being asked. */
export const goHome = defineAction('hm', {});

/** Runs the command that it names, as if the bare name had been written. */
export const runNamed = defineAction('hc', { command: text });

/** Ends the dialogue. */
export const cancelDialogue = defineAction('xx', {});

/** Makes a workspace the active one. */
export const switchWorkspace = defineAction('ws', { workspace: uuid });

/** Who holds a role, by its tag: all of them, or those after a member. */
export const listHolders = defineAction('rh', { role: text, after: optional(uuid) });
