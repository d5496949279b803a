import { defineAction } from '../../../chat/actions/action.ts';
import { int, mark, oneOf, optional, text, uuid } from '../../../chat/actions/argument-kinds.ts';

/** A button of the invitee's card; marked where the card was opened by the link in a mail. */
const card = { invitation: uuid, byMail: mark('m') };

export const acceptInvitation = defineAction('ia', card);
export const declineInvitation = defineAction('id', card);
/** What one could do as a member. */
export const showAbilities = defineAction('iw', card);
/** The card again. */
export const showInvitation = defineAction('ib', card);

/** The card of those who manage invitations. */
export const manageInvitation = defineAction('im', { invitation: uuid });
export const resendInvitation = defineAction('ir', { invitation: uuid });
/** The choice of roles, with these ticked (a mask of roles). */
export const chooseInvitationRoles = defineAction('ic', { invitation: uuid, roles: optional(text) });
export const setInvitationRoles = defineAction('iu', { invitation: uuid, roles: text });
export const showInvitationQr = defineAction('ik', { invitation: uuid });
export const askRevokingInvitation = defineAction('iv', { invitation: uuid });
export const revokeInvitation = defineAction('ix', { invitation: uuid });

/** The list of invitations, from one on towards the older or the newer ones. */
export const listOlderInvitations = defineAction('il', { from: optional(uuid) });
export const listNewerInvitations = defineAction('ip', { from: optional(uuid) });

/** Opens the messenger's own list of people. */
export const pickPeople = defineAction('ij', { stamp: text });
export const inviteByLink = defineAction('ig', { stamp: text });
/** A link for anybody, with these roles (a mask), for one person. */
export const makeLink = defineAction('iz', { roles: text });
export const chooseInviteRole = defineAction('iq', { stamp: text, role: text });
export const saveInviteRoles = defineAction('is', { stamp: text });
export const toggleInviteResource = defineAction('it', { stamp: text, resource: uuid });
export const turnInviteResources = defineAction('in', { stamp: text, after: optional(uuid) });
export const previewInvite = defineAction('io', { stamp: text });
export const changeInvite = defineAction('ie', {
  stamp: text,
  what: oneOf('who', 'roles', 'until', 'note'),
});
/** The access ends after so many days; without a number it does not end. */
export const endInviteAccess = defineAction('if', { stamp: text, days: optional(int) });
export const dropInviteNote = defineAction('ih', { stamp: text });
export const sendInvite = defineAction('iy', { stamp: text });
