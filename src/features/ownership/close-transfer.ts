import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { FoundTransfer } from '../members/queries.ts';

interface Closed {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
}

/** Passes while the offer waits for its answer. Throws `Refusal`. */
export function enforceOpen({ state, expiresAt }: FoundTransfer, now: Date): void {
  if (state !== 'pending' || expiresAt <= now) throw new Refusal('transfer_over');
}

/** The side that was offered does not want it. Throws `Refusal`. */
export function declineTransfer(transfer: FoundTransfer, personId: string, now: Date): Closed {
  const { from, to, workspace } = transfer;
  if (to.personId !== personId) throw new Refusal('button_not_yours');
  enforceOpen(transfer, now);
  return {
    changes: [closed('transfer.declined', transfer)],
    notices: [{ kind: 'transfer.declined', to: from, workspace: about(workspace), actorName: to.name }],
  };
}

/** Who offered takes the offer back. Throws `Refusal`. */
export function cancelTransfer(transfer: FoundTransfer, personId: string, now: Date): Closed {
  const { from, to, workspace } = transfer;
  if (from.personId !== personId) throw new Refusal('button_not_yours');
  enforceOpen(transfer, now);
  return {
    changes: [closed('transfer.cancelled', transfer)],
    notices: [{ kind: 'transfer.cancelled', to, workspace: about(workspace), actorName: from.name }],
  };
}

/** Marks an offer whose time is over and tells who made it. Guard: it is pending. */
export function expireTransfer(transfer: FoundTransfer): Closed {
  const { from, to, workspace } = transfer;
  return {
    changes: [closed('transfer.expired', transfer)],
    notices: [{ kind: 'transfer.expired', to: from, workspace: about(workspace), actorName: to.name }],
  };
}

function closed(
  kind: 'transfer.declined' | 'transfer.cancelled' | 'transfer.expired',
  { id, workspace, from, to }: FoundTransfer,
): Change {
  const { id: workspaceId } = workspace;
  return { kind, transferId: id, workspaceId, fromId: from.personId, toId: to.personId };
}
