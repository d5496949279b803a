import { z } from 'zod';
import type { Messenger } from '../chat/messenger.ts';
import { outboxOfReply } from '../chat/outbox.ts';
import { asMail } from '../chat/parts/notice.ts';
import type { Screen } from '../chat/reply.ts';
import { INVITATION_PREFIX, type InvitationTokens } from '../chat/secrets/invitation-token.ts';
import type { ChannelName, MessengerName } from '../chat/update.ts';
import type { DeliveryResult } from '../delivery/sender-parts.ts';
import { executeSystemAct, type SystemActParts } from '../delivery/system-acts.ts';
import { findAddress } from '../features/accounts/store/person-address.ts';
import { recordCardDelivery } from '../features/invitations/chat/record-card-delivery.ts';
import { findForDelivery } from '../features/invitations/store/queries.ts';
import type { OutboxRow } from '../store/outbox.ts';

/** What follows from deliveries. */
export interface DeliveryRecorder {
  /** Notes down that a call was made, or that its chat cannot be written to. */
  record(row: OutboxRow, result: DeliveryResult): Promise<void>;
  /** A group has a new id. */
  moved(messenger: ChannelName, from: string, to: string): Promise<void>;
}

const tracked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation.card'), invitationId: z.uuid() }),
  // Our own screen, as it was when the row was written.
  z.object({ kind: z.literal('notice'), personId: z.uuid(), screen: z.custom<Screen>() }),
]);

/** Creates the record of deliveries. Done twice, it has its effect once. */
export function createDeliveryRecorder(
  parts: SystemActParts & {
    readonly tokens: InvitationTokens;
    readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  },
): DeliveryRecorder {
  const recordCard = async (row: OutboxRow, result: DeliveryResult, invitationId: string): Promise<void> => {
    const { messenger, chatId } = row.outgoing;
    if (result.kind === 'delivered' && result.messageId === null) return;
    const found = await findForDelivery(parts, invitationId);
    const delivery =
      result.kind === 'delivered' && result.messageId !== null
        ? ({ kind: 'delivered', messenger, chatId, messageId: result.messageId } as const)
        : ({ kind: 'unreachable' } as const);
    const spoken = [found?.inviter.address?.messenger, messenger, ...parts.messengers.keys()];
    const inviterSpeaks = spoken.flatMap((name) =>
      name && name !== 'email' ? [parts.messengers.get(name)] : [],
    );
    const opener = inviterSpeaks.find((one) => one !== undefined);
    const act = recordCardDelivery(found, delivery, {
      invitationLink: (id, version) =>
        opener?.deepLink(INVITATION_PREFIX + parts.tokens.of(id, version)) ?? '',
      invitationTokenHash: (id, version) => parts.tokens.hash(parts.tokens.of(id, version)),
    });
    await executeSystemAct(parts, act);
  };

  /** The account is marked as gone by now, so the next one is found; none is left in the end. */
  const sayElsewhere = async (
    row: OutboxRow,
    notice: { personId: string; screen: Screen },
  ): Promise<void> => {
    const found = await findAddress(parts, notice.personId);
    const channel = found && parts.channels.get(found.address.messenger);
    if (!found || !channel) return;
    const { messenger, chatId } = found.address;
    if (messenger === row.outgoing.messenger && chatId === row.outgoing.chatId) return;
    const t = parts.translators(found.language, 'UTC');
    const screen = messenger === 'email' ? asMail(notice.screen, t) : notice.screen;
    const reply = { kind: 'send', to: { chatId, topic: null }, screen } as const;
    const messages = outboxOfReply(channel, reply, { kind: 'notice', ...notice });
    await executeSystemAct(parts, { changes: [], notices: [] }, messages);
  };

  return {
    async record(row, result) {
      const { messenger, chatId } = row.outgoing;
      if (result.kind === 'unreachable') {
        const gone = {
          kind: 'account.reachability',
          messenger,
          accountId: chatId,
          reachable: false,
        } as const;
        await executeSystemAct(parts, { changes: [gone], notices: [] });
      }
      const tracking = tracked.safeParse(row.tracking);
      if (!tracking.success) return;
      if (tracking.data.kind === 'invitation.card') await recordCard(row, result, tracking.data.invitationId);
      else if (result.kind === 'unreachable') await sayElsewhere(row, tracking.data);
    },
    async moved(messenger, from, to) {
      await executeSystemAct(parts, {
        changes: [{ kind: 'group.moved', messenger, chatId: from, toChatId: to }],
        notices: [],
      });
    },
  };
}
