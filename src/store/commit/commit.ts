import type { Pool } from 'pg';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Change } from '../../domain/changes.ts';
import type { AttachmentEntry } from '../attachments.ts';
import { answer, isAnswer } from './answer.ts';
import { rowsAtStake } from './rows-at-stake.ts';
import { writeAlone, writeTogether } from './together.ts';

/** A call owed to a messenger, as it is committed. */
export interface OutboxEntry {
  readonly messenger: string;
  readonly chatId: string;
  /** The messenger's rendered call, JSON. */
  readonly body: unknown;
  /** What to note down once the call is made or known to be impossible. */
  readonly tracking: object | null;
}

/** Everything one update, or one act of the system itself, does to the store. */
export interface Commit {
  /** The update that is claimed; null for acts of the system. */
  readonly update: { readonly messenger: string; readonly id: string } | null;
  /** Who acts; null for the system. */
  readonly actorId: string | null;
  readonly changes: readonly Change[];
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** Bytes that the outbox names; kept for a day. */
  readonly attachments?: readonly AttachmentEntry[];
  readonly now: Date;
  /** Until then the outbox rows belong to the process that commits. */
  readonly leaseUntil: Date;
  /** Which member counter to write to, 0–15: drawn by chance so that no two acts wait for each other. */
  readonly slot: number;
}

/** What became of a commit. */
export type Committed =
  | {
      readonly kind: 'committed';
      /** Ids of the outbox rows, in the order given. */
      readonly outbox: readonly string[];
      /** Of those chats: the newest row that another act still owes them and that goes first. */
      readonly before: ReadonlyMap<string, string>;
    }
  /** The update had its effect already. */
  | { readonly kind: 'seen' }
  /** Something changed since it was read: nothing was written. `guard` names what. */
  | { readonly kind: 'stale'; readonly guard: string };

/**
 * Writes an update's whole effect in one statement, which is one transaction: the claim of the update, the
 * guarded changes, the audit and what is owed to the messengers. Either all of it happened or nothing.
 * What comes in numbers shares its statement with others: effects that only answer, see {@link answer}, and what
 * many people do at once, see {@link writeTogether}.
 * Throws on anything that is neither a repetition nor a missed guard; what threw after the statement had been
 * sent may have been committed, and is found in the inbox when the update comes again.
 */
export async function commit(pool: Pool, effect: Commit): Promise<Committed> {
  if (isAnswer(effect)) return answer(pool, effect);
  return rowsAtStake(effect) === null ? writeAlone(pool, effect) : writeTogether(pool, effect);
}
