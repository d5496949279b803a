import { goHome } from '../../../chat/actions/core-actions.ts';
import { defineNotices } from '../../../chat/notice.ts';
import { newsScreen, told } from '../../../chat/parts/notice.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';

/** How the notices about members are told. */
export const memberNotices = defineNotices({
  'member.roles': {
    ...told,
    screen: (notice, reader) => {
      const roles = heldRoles(reader.t, notice.workspace.scheme, notice.roles);
      return newsScreen(notice, reader, 'notice-member-roles', { roles });
    },
  },
  'member.ended_roles': {
    ...told,
    screen: (notice, reader) => {
      const roles = roleTitles(reader.t, notice.workspace.scheme, notice.roles);
      return notice.memberName === null
        ? newsScreen(notice, reader, 'notice-own-roles-ended', { roles })
        : newsScreen(notice, reader, 'notice-member-roles-ended', { roles, member: notice.memberName });
    },
  },
  'member.removed': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-member-removed', {}, [
        reader.button(reader.t.text('button-home'), goHome),
      ]),
  },
  'member.left': { ...told, screen: (notice, reader) => newsScreen(notice, reader, 'notice-member-left') },
});
