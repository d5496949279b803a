import { defineNotices } from '../../../chat/notice.ts';
import { newsScreen, told } from '../../../chat/parts/notice.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import { acceptOwnership, declineOwnership } from './actions.ts';

/** How the notices about ownership are told. */
export const ownershipNotices = defineNotices({
  'transfer.offered': {
    ...told,
    screen: ({ workspace, actorName, transferId, expiresAt }, { t, button }) => ({
      text: t.rich('notice-transfer-offered', {
        workspace: workspace.name,
        actor: actorName,
        expires: t.date(expiresAt),
      }),
      buttons: [
        [
          button(t.text('button-transfer-accept'), acceptOwnership, { transfer: transferId }),
          button(t.text('button-transfer-decline'), declineOwnership, { transfer: transferId }),
        ],
      ],
    }),
  },
  'transfer.accepted': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-transfer-accepted', {
        kept: roleTitles(reader.t, notice.workspace.scheme, [notice.kept]),
      }),
  },
  'transfer.declined': {
    ...told,
    screen: (notice, reader) => newsScreen(notice, reader, 'notice-transfer-declined'),
  },
  'transfer.cancelled': {
    ...told,
    screen: (notice, reader) => newsScreen(notice, reader, 'notice-transfer-cancelled'),
  },
  'transfer.expired': {
    ...told,
    screen: (notice, reader) => newsScreen(notice, reader, 'notice-transfer-expired'),
  },
});
