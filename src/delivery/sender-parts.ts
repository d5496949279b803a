import type { Pool } from 'pg';
import type { Channel, DeliveryError } from '../chat/messenger.ts';
import type { ChannelName } from '../chat/update.ts';
import type { OutboxRow } from '../store/outbox.ts';

/** How a call ended for good. */
export type DeliveryResult =
  | { readonly kind: 'delivered'; readonly messageId: string | null }
  | { readonly kind: 'unreachable' }
  /** The messenger will never take this message; its chat may take others. */
  | { readonly kind: 'rejected' };

/** What sending needs from the outside. */
export interface SenderParts {
  readonly pool: Pool;
  readonly messengers: ReadonlyMap<ChannelName, Channel>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Notes down the result of a call before the call is deleted. */
  readonly record: (row: OutboxRow, result: DeliveryResult) => Promise<void>;
  /** A group has a new id. */
  readonly moved: (messenger: ChannelName, from: string, to: string) => Promise<void>;
  readonly observe: (
    messenger: ChannelName,
    outcome: 'sent' | DeliveryError['reason'],
    error: unknown,
  ) => void;
  /** Hears how sweeping and keeping leases fare. */
  readonly swept?: { worked(): void; failed(error: unknown): void };
}
