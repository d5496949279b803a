import type { Pool } from 'pg';
import type { ButtonSigner } from '../chat/buttons.ts';
import type { Translators } from '../chat/i18n.ts';
import type { InvitationTokens } from '../chat/invitation-token.ts';
import type { Messenger } from '../chat/messenger.ts';
import type { MessengerName } from '../chat/update.ts';
import { commit } from '../store/commit.ts';
import type { OwedRow } from '../store/outbox.ts';
import { auditOf } from '../workspace/audit.ts';
import type { Change } from '../workspace/changes.ts';
import type { Sender, Settled } from './sender.ts';

/** What settling needs. */
export interface SettleParts {
  readonly pool: Pool;
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
  readonly tokens: InvitationTokens;
  readonly now: () => Date;
}

/** Acts of the system itself: what follows from deliveries and from time. */
export interface Settle {
  settle(row: OwedRow, settled: Settled): Promise<void>;
  moved(messenger: MessengerName, from: string, to: string): Promise<void>;
  /** Does what is due by now: expiries and reminders. */
  passTime(): Promise<void>;
  /** The sender that notices of these acts go through; set once at the start. */
  sendThrough(sender: Sender): void;
}

/** Creates the settling of deliveries. */
export function createSettle({ pool, now }: SettleParts): Settle {
  const apply = async (changes: readonly Change[]): Promise<void> => {
    const at = now();
    await commit(pool, {
      update: null,
      actorId: null,
      changes,
      audit: changes.flatMap((change) => auditOf(change) ?? []),
      outbox: [],
      now: at,
      leaseUntil: at,
      slot: 0,
    });
  };
  return {
    async settle(row, settled) {
      const { messenger, chatId } = row.outgoing;
      if (settled.kind === 'unreachable') {
        await apply([{ kind: 'account.reachability', messenger, accountId: chatId, reachable: false }]);
      }
    },
    moved: (messenger, from, to) => apply([{ kind: 'group.moved', messenger, chatId: from, toChatId: to }]),
    passTime: async () => undefined,
    sendThrough: () => undefined,
  };
}
