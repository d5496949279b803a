import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { ownershipNotices } from './chat/notices.ts';
import { searchMemberWizard, transfer, transferHandlers } from './chat/transfer.ts';
import { transferAnswersHandlers } from './chat/transfer-answers.ts';

/** Who the workspace belongs to. Asking for a member serves this feature and that of members. */
export const ownership = defineFeature({
  commands: [transfer],
  actions,
  handlers: { ...transferHandlers, ...transferAnswersHandlers },
  wizards: [searchMemberWizard],
  notices: ownershipNotices,
});
