import { defineAction } from '../../../chat/actions/action.ts';
import { oneOf, optional, text, uuid } from '../../../chat/actions/argument-kinds.ts';

/** Creates the workspace, whose name is known, under a scheme; `own` copies the scheme of the active one. */
export const createUnder = defineAction('wn', { scheme: text });

/** A page of one's workspaces, beside the one `at`. */
export const turnWorkspaces = defineAction('wl', { direction: oneOf('after', 'before'), at: optional(text) });

/** Binds the group to a workspace. */
export const bindHere = defineAction('wb', { workspace: uuid });
