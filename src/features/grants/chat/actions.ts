import { defineAction } from '../../../chat/actions/action.ts';
import { optional, text, uuid } from '../../../chat/actions/argument-kinds.ts';

/** Who has access to a bot or a project. */
export const listBotAccess = defineAction('gh', { resource: uuid, after: optional(uuid) });
export const listProjectAccess = defineAction('gj', { resource: uuid, after: optional(uuid) });
/** What a member has access to. */
export const listMemberGrants = defineAction('gl', { member: uuid });
/** Begin the dialogue: with a member, with a resource, with both. */
export const addMemberGrants = defineAction('gi', { member: uuid });
export const addAccess = defineAction('gn', { resource: uuid });
export const changeGrant = defineAction('gm', { member: uuid, resource: uuid });

/** The dialogue's answers. */
export const chooseGrantee = defineAction('gw', { member: uuid, stamp: text });
export const toggleGrantResource = defineAction('gb', { stamp: text, resource: uuid });
export const turnGrantResources = defineAction('gp', { stamp: text, after: optional(uuid) });
export const confirmGrantResources = defineAction('go', { stamp: text });
export const toggleGrantRole = defineAction('gt', { stamp: text, role: text });
export const previewGrants = defineAction('gs', { stamp: text });
export const confirmGrants = defineAction('gc', { stamp: text });
