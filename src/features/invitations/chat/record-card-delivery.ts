import type { Change } from '../../../domain/changes.ts';
import type { Notice } from '../../../domain/notices.ts';
import type { InvitationCase } from '../invitation.ts';
import { type CardDelivery, recordCard } from '../record-delivery.ts';
import { type LinkMaker, linkOf } from './invitation-link.ts';

/**
 * What follows from the delivery of a card, or from the messenger's word that it cannot be delivered: where
 * the card stands is noted down, or the inviter gets the link to forward. Pure.
 *
 * @param found the invitation that the card's tracking names; null when it is gone, and nothing follows
 */
export function recordCardDelivery(
  found: InvitationCase | null,
  delivery: CardDelivery,
  maker: LinkMaker,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  if (!found) return { changes: [], notices: [] };
  const link = delivery.kind === 'unreachable' ? linkOf(found.invitation, maker) : null;
  return recordCard(found, delivery, link);
}
