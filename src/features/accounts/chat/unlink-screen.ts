import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Account, WholePerson } from '../person.ts';
import { accountLabel, accountLine, accountReference } from './account-name.ts';
import { askUnlink, confirmUnlink } from './actions.ts';

/** The person's accounts, a button each. */
export function unlinkChoice(ctx: Context, { accounts }: WholePerson): Screen {
  const { t } = ctx;
  return {
    text: t.rich('unlink-choice'),
    buttons: [
      ...accounts.map((account) => [
        ctx.button(accountLabel(t, account), askUnlink, { account: accountReference(account) }),
      ]),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** Asks before an account goes its own way. */
export function unlinkQuestion(ctx: Context, account: Account): Screen {
  const { t } = ctx;
  return {
    text: [...t.rich('unlink-question'), '\n', ...accountLine(t, account)],
    buttons: [
      [ctx.danger(t.text('button-unlink-yes'), confirmUnlink, { account: accountReference(account) })],
      [ctx.button(t.text('button-unlink-no'), goHome)],
    ],
  };
}

/** The account is nobody's but its own. */
export function unlinkedScreen(ctx: Context, account: Account): Screen {
  const { t } = ctx;
  return {
    text: [...t.rich('unlink-done'), '\n', ...accountLine(t, account)],
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}
