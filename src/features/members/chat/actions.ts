import { defineAction } from '../../../chat/actions/action.ts';
import { oneOf, optional, text, uuid } from '../../../chat/actions/argument-kinds.ts';

/** The first page: of everybody, or of a search. */
export const listMembers = defineAction('ml', { search: optional(text) });
/** The page after a member, and the one before. */
export const nextMembers = defineAction('mn', { edge: uuid, search: optional(text) });
export const previousMembers = defineAction('mb', { edge: uuid, search: optional(text) });
/** A member's card, with the way back to a page (its edge) or a search. */
export const openMember = defineAction('mv', { member: uuid, back: optional(text) });
/** The rule behind a locked button: of roles, of a new account (`u`), of removal (`x`). */
export const explainLock = defineAction('mq', { member: uuid, lock: oneOf('r', 'u', 'x', 'l') });

/** The choice of roles; with a packed wish, the difference that it makes. */
export const pickRoles = defineAction('mr', { member: uuid, wish: optional(text) });
export const toggleRole = defineAction('mt', { member: uuid, wish: text });
export const showRoleDifference = defineAction('ms', { member: uuid, wish: text });
export const confirmRoles = defineAction('mc', { member: uuid, wish: text });

export const askRemoval = defineAction('mx', { member: uuid });
export const confirmRemoval = defineAction('my', { member: uuid });
export const keepMember = defineAction('mk', { member: uuid });

export const startLeaving = defineAction('me', {});
/** It names the workspace: by now another one may be the active one. */
export const confirmLeaving = defineAction('mf', { workspace: uuid });
