import { type Act, asks, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { idOf } from '../../members/chat/members-find.ts';
import type { FoundTransfer } from '../../members/queries.ts';
import { acceptTransfer } from '../accept-transfer.ts';
import { cancelTransfer, declineTransfer } from '../close-transfer.ts';
import { transferClosed } from './transfer-screen.ts';

/** The other side takes ownership. */
export const acceptOwnership: Action = {
  verb: 'ta',
  run: (act, [id]) =>
    answering(id, (transfer) => {
      if (isRepeated(act, transfer, 'accepted')) {
        return { screen: transferClosed(act, transfer, 'transfer-accepted') };
      }
      const scheme = act.scheme(transfer.workspace.scheme);
      const { changes, notices } = acceptTransfer(transfer, act.person.id, scheme, act.now);
      return { changes, notices, screen: transferClosed(act, transfer, 'transfer-accepted') };
    }),
};

/** The other side does not want it. */
export const declineOwnership: Action = {
  verb: 'td',
  run: (act, [id]) =>
    answering(id, (transfer) => {
      const screen = transferClosed(act, transfer, 'transfer-declined');
      if (isRepeated(act, transfer, 'declined')) return { screen };
      return { ...declineTransfer(transfer, act.person.id, act.now), screen };
    }),
};

/** The owner takes the offer back. */
export const cancelOffer: Action = {
  verb: 'tc',
  run: (act, [id]) =>
    answering(id, (transfer) => {
      const screen = transferClosed(act, transfer, 'transfer-cancelled');
      if (transfer.state === 'cancelled' && transfer.from.personId === act.person.id) return { screen };
      return { ...cancelTransfer(transfer, act.person.id, act.now), screen };
    }),
};

function isRepeated(act: Act, { state, to }: FoundTransfer, answer: FoundTransfer['state']): boolean {
  return state === answer && to.personId === act.person.id;
}

function answering(id: string | undefined, decide: (transfer: FoundTransfer) => Outcome): Plan {
  return planning(() =>
    asks({ kind: 'transfers.find', transferId: idOf(id) }, (transfer) => {
      if (!transfer) throw new Refusal('transfer_not_found');
      return decide(transfer);
    }),
  );
}
