import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { NoticeAddress } from '../../domain/state.ts';
import type { InvitationCase } from './invitation.ts';

/** The result of delivering a card to the invitee. */
export type CardDelivery =
  | {
      readonly kind: 'delivered';
      readonly messenger: NoticeAddress['messenger'];
      readonly chatId: string;
      readonly messageId: string;
    }
  | { readonly kind: 'unreachable' };

/**
 * Records the delivery of an invitation's card. Where the messenger says that the invitee cannot be
 * written to, the inviter is told at once and gets the link to forward.
 *
 * @param link the invitation's link as it works now; null where it cannot be told
 */
export function recordCard(
  found: InvitationCase,
  delivery: CardDelivery,
  link: string | null,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const { invitation, workspace, inviter, invitee } = found;
  if (delivery.kind === 'delivered') {
    const { messenger, chatId, messageId } = delivery;
    const invitationId = invitation.id;
    return {
      changes: [{ kind: 'invitation.delivered', invitationId, messenger, chatId, messageId }],
      notices: [],
    };
  }
  if (invitation.state !== 'pending' || invitation.delivery !== 'waiting')
    return { changes: [], notices: [] };
  return {
    changes: [{ kind: 'invitation.unreachable', invitationId: invitation.id }],
    notices: [
      {
        kind: 'invitation.unreachable',
        to: inviter,
        workspace: about(workspace),
        actorName: inviter.name,
        invitationId: invitation.id,
        addresseeName: invitee?.name ?? invitation.addresseeName,
        byMail: invitation.addressee?.startsWith('email:') ?? false,
        link,
      },
    ],
  };
}
