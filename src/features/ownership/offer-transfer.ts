import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { guardActor } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RoleAct } from '../members/change-roles.ts';
import { decisionOnTransfer } from '../members/decisions.ts';
import type { PendingTransfer } from '../members/queries.ts';

/** An offer of ownership stands so long. */
const TRANSFER_MS = 24 * 60 * 60_000;

/** The offer that still waits for an answer: one whose time is over counts as gone, no matter who closes it. */
export function openOffer(pending: PendingTransfer | null, now: Date): PendingTransfer | null {
  return pending !== null && pending.expiresAt > now ? pending : null;
}

/** Passes where the offer may be made now. Throws `Refusal`. */
export function enforceTransfer(act: RoleAct): void {
  const { actor, target, found, now } = act;
  enforce(decisionOnTransfer(act), {
    workspaceId: actor.workspace.id,
    action: 'owner.transfer',
    subjectId: target.personId,
  });
  const open = openOffer(found.transfer, now);
  if (open) throw new Refusal('transfer_pending', { values: { name: open.toName } });
  if (!target.address) throw new Refusal('transfer_unreachable', { values: { name: target.name } });
}

/** Offers ownership: the other side gets a card to accept or decline. Throws `Refusal`. */
export function offerTransfer(
  act: RoleAct,
  transferId: string,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[]; readonly expiresAt: Date } {
  const { actor, target, found, now } = act;
  enforceTransfer(act);
  const workspaceId = actor.workspace.id;
  const expiresAt = new Date(now.getTime() + TRANSFER_MS);
  const { transfer: overdue } = found;
  return {
    expiresAt,
    changes: [
      guardActor(actor, false),
      ...(overdue
        ? [
            {
              kind: 'transfer.expired',
              transferId: overdue.id,
              workspaceId,
              fromId: overdue.fromId,
              toId: overdue.toId,
            } as const,
          ]
        : []),
      {
        kind: 'transfer.offered',
        transferId,
        workspaceId,
        fromId: actor.person.id,
        toId: target.personId,
        expiresAt,
      },
    ],
    notices: [
      {
        kind: 'transfer.offered',
        to: target,
        workspace: about(actor.workspace),
        actorName: actor.person.name,
        transferId,
        expiresAt,
      },
    ],
  };
}
