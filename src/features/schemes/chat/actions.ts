import { defineAction } from '../../../chat/actions/action.ts';
import { flag, int, oneOf, optional, text } from '../../../chat/actions/argument-kinds.ts';

/** All roles, or one. */
export const openRoles = defineAction('mo', { role: optional(text) });
/** The whole matrix as pictures. */
export const drawRoles = defineAction('rp', {});
export const openScheme = defineAction('sx', {});
export const beginDraft = defineAction('se', {});
export const listVersions = defineAction('sh', { before: optional(int) });

/** Roles stand on the buttons of a draft by their tags. */
const ofRole = { stamp: text, role: text };

export const showDraft = defineAction('sd', { stamp: text });
export const showDraftRole = defineAction('sr', ofRole);
export const showDraftRights = defineAction('sg', { ...ofRole, page: int });
/** Gives a role a right, takes it or narrows it; the right stands by its number. */
export const setDraftRight = defineAction('st', {
  ...ofRole,
  right: text,
  extent: oneOf('no', 'own', 'yes'),
});
export const chooseMerge = defineAction('sm', ofRole);
export const mergeRoles = defineAction('sa', { ...ofRole, into: text });
export const deleteDraftRole = defineAction('sk', ofRole);
export const askRoleTitle = defineAction('sn', ofRole);
/** Asks for the title of a copy; without a role, asks which. */
export const askRoleCopy = defineAction('sc', { stamp: text, role: optional(text) });

export const showDraftRules = defineAction('su', { stamp: text });
/** Changes a rule, named by its letter, to the value of a number. */
export const changeRule = defineAction('sw', {
  stamp: text,
  rule: oneOf('m', 'k', 'e', 'r', 'i'),
  value: int,
});
/** A page of what nobody may; with a right, it changes first. */
export const showNevers = defineAction('sv', {
  stamp: text,
  page: int,
  right: optional(text),
  forbidden: optional(flag),
});
export const showTerms = defineAction('sl', ofRole);
/** Changes where a role is held, how many hold it, or whether it takes the baseline. */
export const changeTerm = defineAction('sy', { ...ofRole, term: oneOf('r', 'n', 'b'), value: int });
export const changeRequired = defineAction('sq', { ...ofRole, other: text, required: flag });

export const previewScheme = defineAction('sp', { stamp: text });
/** Puts in force what was shown after so many edits. */
export const saveScheme = defineAction('sz', { stamp: text, edit: int });

export const chooseScheme = defineAction('sj', {});
/** Begins the switch to a preset; without one, leads back to the switch under way. */
export const beginSwitch = defineAction('si', { preset: optional(text) });
export const chooseTarget = defineAction('sb', ofRole);
export const setTarget = defineAction('sf', { stamp: text, role: optional(text), target: optional(text) });
export const returnToVersion = defineAction('so', { version: int });
