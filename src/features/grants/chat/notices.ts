import { defineNotices } from '../../../chat/notice.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { newsScreen, told } from '../../../chat/parts/notice.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import { grantsNotice } from './grant-notice.ts';

/** How the notices about roles on single resources are told. */
export const grantNotices = defineNotices({
  'grants.changed': { ...told, screen: (notice, { t, button }) => grantsNotice(notice, t, button) },
  'grants.ended': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-grants-ended', {
        resources: listed(notice.resources, reader.t),
        roles: roleTitles(reader.t, notice.workspace.scheme, notice.roles),
      }),
  },
});
