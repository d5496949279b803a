import type { Act } from '../../../chat/act.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Account, WholePerson } from '../person.ts';
import { accountLabel, accountLine, accountReference } from './account-name.ts';

/** The person's accounts, a button each. */
export function unlinkChoice(act: Act, { accounts }: WholePerson): Screen {
  const { t } = act;
  return {
    text: t.rich('unlink-choice'),
    buttons: [
      ...accounts.map((account) => [act.button(accountLabel(t, account), 'uq', accountReference(account))]),
      [act.button(t.text('button-home'), 'hm')],
    ],
  };
}

/** Asks before an account goes its own way. */
export function unlinkQuestion(act: Act, account: Account): Screen {
  const { t } = act;
  return {
    text: [...t.rich('unlink-question'), '\n', ...accountLine(t, account)],
    buttons: [
      [act.danger(t.text('button-unlink-yes'), 'ux', accountReference(account))],
      [act.button(t.text('button-unlink-no'), 'hm')],
    ],
  };
}

/** The account is nobody's but its own. */
export function unlinkedScreen(act: Act, account: Account): Screen {
  const { t } = act;
  return {
    text: [...t.rich('unlink-done'), '\n', ...accountLine(t, account)],
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}
