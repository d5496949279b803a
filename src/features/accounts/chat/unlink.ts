import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { unlinkAccount } from '../unlink.ts';
import { accountReference } from './account-name.ts';
import type * as actions from './actions.ts';
import { unlinkChoice, unlinkedScreen, unlinkQuestion } from './unlink-screen.ts';

/** `/unlink`: which of one's accounts shall go its own way. */
export const unlinkCommand: Command = {
  name: 'unlink',
  where: 'private',
  needs: null,
  run: (ctx) => choose(ctx),
};

/** Taking an account apart, by buttons. */
export const unlinkHandlers = {
  /** "Unlink an account" on one's profile. */
  chooseUnlink: (ctx) => choose(ctx),
  /** One account of the choice: asks. */
  askUnlink: (ctx, { account: reference }) =>
    unlinking(ctx, (whole) => {
      const account = whole?.accounts.find((one) => accountReference(one) === reference);
      if (!whole || !account) throw new Refusal('button_stale');
      return { screen: whole.accounts.length < 2 ? unlinkChoice(ctx, whole) : unlinkQuestion(ctx, account) };
    }),
  /** The yes. */
  confirmUnlink: (ctx, { account: reference }) =>
    unlinking(ctx, (whole) => {
      const { sender } = ctx.update;
      const wanted = whole?.accounts.find((one) => accountReference(one) === reference);
      if (!wanted) throw new Refusal('button_stale');
      const asking = { messenger: ctx.update.messenger, accountId: sender.accountId };
      const { account, changes, notices } = unlinkAccount(whole, wanted, asking, ctx.newId());
      return { changes, notices, screen: unlinkedScreen(ctx, account) };
    }),
} satisfies Partial<Handlers<typeof actions>>;

function choose(ctx: Context): Plan {
  return unlinking(ctx, (whole) => {
    if (!whole || whole.accounts.length < 2) throw new Refusal('last_account');
    return { screen: unlinkChoice(ctx, whole) };
  });
}

function unlinking(ctx: Context, decide: Parameters<typeof asks<'people.whole'>>[1]): Plan {
  return planning(() => {
    if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
    return asks({ kind: 'people.whole', personId: ctx.person.id }, decide);
  });
}
