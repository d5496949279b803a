import { goHome } from '../../../chat/actions/core-actions.ts';
import type { ButtonOf } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { PersonNotice } from '../../../domain/notices.ts';
import { chooseUnlink } from './actions.ts';

/** What a person is told about their own accounts. */
export function accountNotice(
  notice: Exclude<PersonNotice, { kind: 'email.code' }>,
  t: Translator,
  button: ButtonOf,
): Screen {
  const values = {
    account: notice.accountName,
    messenger: { composed: t.text(`messenger-${notice.messenger}`) },
  };
  return {
    text: t.rich(
      notice.kind === 'account.linked' ? 'notice-account-linked' : 'notice-account-unlinked',
      values,
    ),
    buttons: [
      [
        ...(notice.kind === 'account.linked' ? [button(t.text('button-unlink'), chooseUnlink)] : []),
        button(t.text('button-home'), goHome),
      ],
    ],
  };
}

/** The mail that proves an address. */
export function codeMail(code: string, t: Translator): Screen {
  return {
    text: [
      ...t.rich('email-code-subject', { code: { composed: code } }),
      '\n\n',
      ...t.rich('email-code-mail'),
    ],
    buttons: [],
  };
}
