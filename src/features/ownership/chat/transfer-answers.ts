import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { FoundTransfer } from '../../members/queries.ts';
import { acceptTransfer } from '../accept-transfer.ts';
import { cancelTransfer, declineTransfer } from '../close-transfer.ts';
import type * as actions from './actions.ts';
import { transferClosed } from './transfer-screen.ts';

/** The answers to an offer of ownership, by buttons. */
export const transferAnswersHandlers = {
  /** The other side takes ownership. */
  acceptOwnership: (ctx, { transfer: id }) =>
    answering(id, (transfer) => {
      if (isRepeated(ctx, transfer, 'accepted')) {
        return { screen: transferClosed(ctx, transfer, 'transfer-accepted') };
      }
      const scheme = ctx.scheme(transfer.workspace.scheme);
      const { changes, notices } = acceptTransfer(transfer, ctx.person.id, scheme, ctx.now);
      return { changes, notices, screen: transferClosed(ctx, transfer, 'transfer-accepted') };
    }),
  /** The other side does not want it. */
  declineOwnership: (ctx, { transfer: id }) =>
    answering(id, (transfer) => {
      const screen = transferClosed(ctx, transfer, 'transfer-declined');
      if (isRepeated(ctx, transfer, 'declined')) return { screen };
      return { ...declineTransfer(transfer, ctx.person.id, ctx.now), screen };
    }),
  /** The owner takes the offer back. */
  cancelOffer: (ctx, { transfer: id }) =>
    answering(id, (transfer) => {
      const screen = transferClosed(ctx, transfer, 'transfer-cancelled');
      if (transfer.state === 'cancelled' && transfer.from.personId === ctx.person.id) return { screen };
      return { ...cancelTransfer(transfer, ctx.person.id, ctx.now), screen };
    }),
} satisfies Partial<Handlers<typeof actions>>;

function isRepeated(ctx: Context, { state, to }: FoundTransfer, answer: FoundTransfer['state']): boolean {
  return state === answer && to.personId === ctx.person.id;
}

function answering(id: string, decide: (transfer: FoundTransfer) => Outcome): Plan {
  return planning(() =>
    asks({ kind: 'transfers.find', transferId: id }, (transfer) => {
      if (!transfer) throw new Refusal('transfer_not_found');
      return decide(transfer);
    }),
  );
}
