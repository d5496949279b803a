import { defineAction } from '../../../chat/actions/action.ts';
import { text, uuid } from '../../../chat/actions/argument-kinds.ts';

export const showLinkCode = defineAction('ul', {});
export const confirmLink = defineAction('uy', { link: uuid });

export const chooseUnlink = defineAction('uu', {});
export const askUnlink = defineAction('uq', { account: text });
export const confirmUnlink = defineAction('ux', { account: text });

export const removeEmail = defineAction('ue', {});
export const removePhone = defineAction('up', {});
export const setTimeZone = defineAction('uz', { zone: text });
export const setLanguage = defineAction('lg', { language: text });

/** The link that lets another account take a member's place: asks, makes it, takes it. */
export const askRecovery = defineAction('ur', { member: uuid });
export const makeRecovery = defineAction('um', { member: uuid });
export const takeRecovery = defineAction('ut', { recovery: uuid });
