import { type Act, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { unlinkAccount } from '../unlink.ts';
import { accountReference } from './account-name.ts';
import { unlinkChoice, unlinkedScreen, unlinkQuestion } from './unlink-screen.ts';

/** `/unlink`: which of one's accounts shall go its own way. */
export const unlinkCommand: Command = {
  name: 'unlink',
  where: 'private',
  needs: null,
  run: (act) => choose(act),
};

/** "Unlink an account" on one's profile. */
export const unlinkAction: Action = { verb: 'uu', run: (act) => choose(act) };

/** One account of the choice: asks. */
export const askUnlink: Action = {
  verb: 'uq',
  run: (act, [reference]) =>
    unlinking(act, (whole) => {
      const account = whole?.accounts.find((one) => accountReference(one) === reference);
      if (!whole || !account) throw new Refusal('button_stale');
      return { screen: whole.accounts.length < 2 ? unlinkChoice(act, whole) : unlinkQuestion(act, account) };
    }),
};

/** The yes. */
export const confirmUnlink: Action = {
  verb: 'ux',
  run: (act, [reference]) =>
    unlinking(act, (whole) => {
      const { sender } = act.update;
      const wanted = whole?.accounts.find((one) => accountReference(one) === reference);
      if (!wanted) throw new Refusal('button_stale');
      const asking = { messenger: act.update.messenger, accountId: sender.accountId };
      const { account, changes, notices } = unlinkAccount(whole, wanted, asking, act.newId());
      return { changes, notices, screen: unlinkedScreen(act, account) };
    }),
};

function choose(act: Act): Plan {
  return unlinking(act, (whole) => {
    if (!whole || whole.accounts.length < 2) throw new Refusal('last_account');
    return { screen: unlinkChoice(act, whole) };
  });
}

function unlinking(act: Act, decide: Parameters<typeof asks<'people.whole'>>[1]): Plan {
  return planning(() => {
    if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
    return asks({ kind: 'people.whole', personId: act.person.id }, decide);
  });
}
