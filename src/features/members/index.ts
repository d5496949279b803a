import type { Feature } from '../../chat/feature.ts';
import { askTransfer, offerOwnership, transfer, transferToWhom } from '../ownership/chat/transfer.ts';
import { acceptOwnership, cancelOffer, declineOwnership } from '../ownership/chat/transfer-answers.ts';
import { roleButtons, roles } from '../schemes/chat/roles.ts';
import { confirmLeaving, leave, startLeaving } from './chat/leave.ts';
import { explainLock, member, memberWhom, openCard } from './chat/member.ts';
import { firstPage, members as memberList, nextPage, previousPage } from './chat/members.ts';
import { askRemoval, confirmRemoval, keepMember, remove, removeWhom } from './chat/remove.ts';
import { confirmRoles, pickRoles, role, roleOfWhom, showDifference, toggleRole } from './chat/role.ts';
import { searchMember } from './chat/search-member.ts';

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
