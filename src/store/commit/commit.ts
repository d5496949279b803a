import type { AuditEntry } from '../../domain/audit.ts';
import type { AttachmentEntry } from '../attachments.ts';
import type { AnyChange } from './define-change.ts';

/** A call to a messenger, as it is committed. */
export interface OutboxEntry {
  readonly messenger: string;
  readonly chatId: string;
  /** The messenger's rendered call, JSON. */
  readonly body: unknown;
  /** What to record once the call is made or known to be impossible. */
  readonly tracking: object | null;
}

/** Everything one update, or one act of the system itself, does to the store. */
export interface Commit<C extends AnyChange = AnyChange> {
  /** The update that is claimed; null for acts of the system. */
  readonly update: { readonly messenger: string; readonly id: string } | null;
  /** Who acts; null for the system. */
  readonly actorId: string | null;
  /** Their audit follows from their specs. */
  readonly changes: readonly C[];
  /** Audit entries beside those of the changes: attempts that were refused. */
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** Bytes that the outbox names; kept for a day. */
  readonly attachments?: readonly AttachmentEntry[];
  readonly now: Date;
  /** For so long, by the database's clock, the outbox rows belong to the process that commits; 0: to no process. */
  readonly leaseMs: number;
  /** Which member counter to write to, 0–15: drawn by chance so that no two acts wait for each other. */
  readonly slot: number;
}

/** The result of a commit. */
export type Committed =
  | {
      readonly kind: 'committed';
      /** Ids of the outbox rows, in the order given. */
      readonly outbox: readonly string[];
      /** By chat: the newest outbox row of another act that goes first. */
      readonly before: ReadonlyMap<string, string>;
    }
  /** The update had its effect already. */
  | { readonly kind: 'seen' }
  /** Something changed since it was read: nothing was written. `guard` names what. */
  | { readonly kind: 'stale'; readonly guard: string };
