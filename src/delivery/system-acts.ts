import {
  type OutboxMessage,
  type OutboxParts,
  outboxCommit,
  outboxOfNotices,
  outboxRows,
} from '../chat/outbox.ts';
import type { Change } from '../domain/changes.ts';
import type { Notice } from '../domain/notices.ts';
import type { SchemeLibrary } from '../domain/scheme-library.ts';
import { schemesIn } from '../domain/scheme-ref.ts';
import type { Committed } from '../store/commit/commit.ts';
import type { Reader } from '../store/define-query.ts';
import { LEASE_MS } from '../store/lease.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

/** What Castellan does of its own accord: no person acts, no update is claimed. */
export interface SystemAct {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
}

export interface SystemActParts extends OutboxParts, Reader {
  readonly store: Store<Change>;
  readonly schemes: SchemeLibrary;
  readonly now: () => Date;
  readonly drawSlot: () => number;
  readonly send: (rows: readonly OutboxRow[], before: ReadonlyMap<string, string>) => void;
}

/**
 * Commits an act of the system like any other: guarded, audited, with what it queues in the same statement. An act
 * whose guard misses was done by another person, or is not due any more: then nothing happens. `said` goes out with it.
 */
export async function executeSystemAct(
  parts: SystemActParts,
  act: SystemAct,
  said: readonly OutboxMessage[] = [],
): Promise<Committed['kind']> {
  if (act.changes.length === 0 && act.notices.length === 0 && said.length === 0) return 'committed';
  const now = parts.now();
  await parts.schemes.load(schemesIn(act.notices));
  const queued = [...said, ...outboxOfNotices(parts, act.notices)];
  const committed = await parts.store.commit({
    update: null,
    actorId: null,
    changes: act.changes,
    audit: [],
    ...outboxCommit(queued),
    now,
    leaseMs: LEASE_MS,
    slot: parts.drawSlot(),
  });
  if (committed.kind === 'committed' && queued.length > 0)
    parts.send(outboxRows(committed, queued), committed.before);
  return committed.kind;
}
