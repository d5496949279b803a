import { defineNotices } from '../../../chat/notice.ts';
import { told, workspaceButton } from '../../../chat/parts/notice.ts';
import { openRoles } from './actions.ts';
import { schemeNotice } from './scheme-notice.ts';

/** How the notice about another scheme is told. */
export const schemeNotices = defineNotices({
  'scheme.changed': {
    ...told,
    screen: (notice, reader) => ({
      text: schemeNotice(notice, reader.t),
      buttons: [
        [reader.button(reader.t.text('button-scheme-roles'), openRoles), workspaceButton(notice, reader)],
      ],
      aside: true,
    }),
  },
});
