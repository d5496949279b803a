import { goHome } from '../../../chat/actions/core-actions.ts';
import { defineNotices } from '../../../chat/notice.ts';
import { newsScreen, told } from '../../../chat/parts/notice.ts';
import { accountNotice, codeMail } from './account-notices.ts';

/** How people are told about their own accounts, and about accounts that take a member's place. */
export const accountNotices = defineNotices({
  'account.linked': { ...told, screen: (notice, { t, button }) => accountNotice(notice, t, button) },
  'account.unlinked': { ...told, screen: (notice, { t, button }) => accountNotice(notice, t, button) },
  'email.code': { ...told, screen: (notice, { t }) => codeMail(notice.code, t) },
  'recovery.issued': {
    ...told,
    screen: (notice, reader) =>
      notice.memberName === null
        ? newsScreen(notice, reader, 'notice-own-recovery-issued')
        : newsScreen(notice, reader, 'notice-recovery-issued', { member: notice.memberName }),
  },
  'recovery.used': {
    ...told,
    screen: (notice, reader) =>
      notice.memberName === null
        ? newsScreen(notice, reader, 'notice-own-recovery-used', {}, [
            reader.button(reader.t.text('button-home'), goHome),
          ])
        : newsScreen(notice, reader, 'notice-recovery-used', { member: notice.memberName }),
  },
});
