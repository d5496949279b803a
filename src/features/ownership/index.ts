import { defineFeature } from '../../chat/feature.ts';
import { memberWhom } from '../members/chat/member.ts';
import { removeWhom } from '../members/chat/remove.ts';
import { roleOfWhom } from '../members/chat/role.ts';
import { searchMember } from '../members/chat/search-member.ts';
import * as actions from './chat/actions.ts';
import { ownershipNotices } from './chat/notices.ts';
import { transfer, transferHandlers, transferToWhom } from './chat/transfer.ts';
import { transferAnswersHandlers } from './chat/transfer-answers.ts';

/** Who the workspace belongs to. Asking for a member serves this feature and that of members. */
export const ownership = defineFeature({
  commands: [transfer],
  actions,
  handlers: { ...transferHandlers, ...transferAnswersHandlers },
  wizards: [
    searchMember({ card: memberWhom, role: roleOfWhom, remove: removeWhom, transfer: transferToWhom }),
  ],
  notices: ownershipNotices,
});
