import { defineNotices } from '../../../chat/notice.ts';
import { newsScreen, told } from '../../../chat/parts/notice.ts';
import { approvalCard } from './publishing.ts';

/** How the notices about publishing are told. */
export const publishingNotices = defineNotices({
  'approval.card': { ...told, screen: (notice, { t, button }) => approvalCard(notice, t, button) },
  'approval.approved': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-approval-approved', { bot: notice.bot, version: notice.version }),
  },
  'approval.refused': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-approval-refused', { bot: notice.bot, version: notice.version }),
  },
  'approval.expired': {
    ...told,
    screen: (notice, reader) =>
      newsScreen(notice, reader, 'notice-approval-expired', { bot: notice.bot, version: notice.version }),
  },
});
