import { defineFeature } from '../../chat/feature.ts';
import * as actions from './chat/actions.ts';
import { leave, leaveHandlers } from './chat/leave.ts';
import { member, memberHandlers } from './chat/member.ts';
import { members as memberList, membersHandlers } from './chat/members.ts';
import { memberNotices } from './chat/notices.ts';
import { remove, removeHandlers } from './chat/remove.ts';
import { role, roleHandlers } from './chat/role.ts';

/** Members and their roles. */
export const members = defineFeature({
  commands: [memberList, member, role, remove, leave],
  actions,
  handlers: { ...membersHandlers, ...memberHandlers, ...roleHandlers, ...removeHandlers, ...leaveHandlers },
  wizards: [],
  notices: memberNotices,
});
