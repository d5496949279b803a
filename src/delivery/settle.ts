import { z } from 'zod';
import { INVITATION_PREFIX, type InvitationTokens } from '../chat/invitation-token.ts';
import type { Messenger } from '../chat/messenger.ts';
import { asMail, oweReply } from '../chat/owe.ts';
import type { Screen } from '../chat/reply.ts';
import type { ChannelName, MessengerName } from '../chat/update.ts';
import { findAddress } from '../features/accounts/store/person-address.ts';
import { settleInvitation } from '../features/invitations/chat/settle-invitation.ts';
import { findForDelivery } from '../features/invitations/store/queries.ts';
import type { OwedRow } from '../store/outbox.ts';
import type { Settled } from './sender.ts';
import { carryOut, type SystemActParts } from './system-acts.ts';

/** What follows from deliveries. */
export interface Settle {
  /** Notes down that a call was made, or that its chat cannot be written to. */
  settle(row: OwedRow, settled: Settled): Promise<void>;
  /** A group has a new id. */
  moved(messenger: ChannelName, from: string, to: string): Promise<void>;
}

const tracked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation.card'), invitationId: z.uuid() }),
  // Our own screen, as it was when the row was written.
  z.object({ kind: z.literal('notice'), personId: z.uuid(), screen: z.custom<Screen>() }),
]);

/** Creates the settling of deliveries. Done twice, it has its effect once. */
export function createSettle(
  parts: SystemActParts & {
    readonly tokens: InvitationTokens;
    readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  },
): Settle {
  const settleCard = async (row: OwedRow, settled: Settled, invitationId: string): Promise<void> => {
    const { messenger, chatId } = row.outgoing;
    if (settled.kind === 'delivered' && settled.messageId === null) return;
    const found = await findForDelivery(parts, invitationId);
    const fate =
      settled.kind === 'delivered' && settled.messageId !== null
        ? ({ kind: 'delivered', messenger, chatId, messageId: settled.messageId } as const)
        : ({ kind: 'unreachable' } as const);
    const spoken = [found?.inviter.address?.messenger, messenger, ...parts.messengers.keys()];
    const inviterSpeaks = spoken.flatMap((name) =>
      name && name !== 'email' ? [parts.messengers.get(name)] : [],
    );
    const opener = inviterSpeaks.find((one) => one !== undefined);
    const act = settleInvitation(found, fate, {
      invitationLink: (id, version) =>
        opener?.deepLink(INVITATION_PREFIX + parts.tokens.of(id, version)) ?? '',
      invitationTokenHash: (id, version) => parts.tokens.hash(parts.tokens.of(id, version)),
    });
    await carryOut(parts, act);
  };

  /** The account is marked as gone by now, so the next one is found; none is left in the end. */
  const sayElsewhere = async (row: OwedRow, notice: { personId: string; screen: Screen }): Promise<void> => {
    const found = await findAddress(parts, notice.personId);
    const channel = found && parts.channels.get(found.address.messenger);
    if (!found || !channel) return;
    const { messenger, chatId } = found.address;
    if (messenger === row.outgoing.messenger && chatId === row.outgoing.chatId) return;
    const t = parts.translators(found.language, 'UTC');
    const screen = messenger === 'email' ? asMail(notice.screen, t) : notice.screen;
    const reply = { kind: 'send', to: { chatId, topic: null }, screen } as const;
    const owed = oweReply(channel, reply, { kind: 'notice', ...notice });
    await carryOut(parts, { changes: [], notices: [] }, owed);
  };

  return {
    async settle(row, settled) {
      const { messenger, chatId } = row.outgoing;
      if (settled.kind === 'unreachable') {
        const gone = {
          kind: 'account.reachability',
          messenger,
          accountId: chatId,
          reachable: false,
        } as const;
        await carryOut(parts, { changes: [gone], notices: [] });
      }
      const tracking = tracked.safeParse(row.tracking);
      if (!tracking.success) return;
      if (tracking.data.kind === 'invitation.card')
        await settleCard(row, settled, tracking.data.invitationId);
      else if (settled.kind === 'unreachable') await sayElsewhere(row, tracking.data);
    },
    async moved(messenger, from, to) {
      await carryOut(parts, {
        changes: [{ kind: 'group.moved', messenger, chatId: from, toChatId: to }],
        notices: [],
      });
    },
  };
}
