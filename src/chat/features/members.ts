import type { Feature } from '../command.ts';
import { confirmLeaving, leave, startLeaving } from '../commands/leave.ts';
import { explainLock, member, memberWhom, openCard } from '../commands/member.ts';
import { firstPage, members as memberList, nextPage, previousPage } from '../commands/members.ts';
import { askRemoval, confirmRemoval, keepMember, remove, removeWhom } from '../commands/remove.ts';
import { confirmRoles, pickRoles, role, roleOfWhom, showDifference, toggleRole } from '../commands/role.ts';
import { roleButtons, roles } from '../commands/roles.ts';
import { askTransfer, offerOwnership, transfer, transferToWhom } from '../commands/transfer.ts';
import { acceptOwnership, cancelOffer, declineOwnership } from '../commands/transfer-answers.ts';
import { searchMember } from '../wizards/search-member.ts';

/** The chat of members, their roles and who the workspace belongs to. */
export const members: Feature = {
  commands: [memberList, member, role, remove, roles, leave, transfer],
  actions: [
    firstPage,
    nextPage,
    previousPage,
    openCard,
    explainLock,
    pickRoles,
    toggleRole,
    showDifference,
    confirmRoles,
    askRemoval,
    confirmRemoval,
    keepMember,
    startLeaving,
    confirmLeaving,
    ...roleButtons,
    askTransfer,
    offerOwnership,
    acceptOwnership,
    declineOwnership,
    cancelOffer,
  ],
  wizards: [
    searchMember({ card: memberWhom, role: roleOfWhom, remove: removeWhom, transfer: transferToWhom }),
  ],
};
