import type { Pool } from 'pg';
import { createAnswer, isAnswer } from './commit/answer.ts';
import { createCommitBatch, writeAlone } from './commit/batch-commits.ts';
import type { Commit, Committed } from './commit/commit.ts';
import { batchItemOf } from './commit/commit-statement.ts';
import { affectedBy, writeSetOf } from './commit/consequences.ts';
import type { Affected, AnyChange, ChangeRegistry } from './commit/define-change.ts';
import { createWrite } from './commit/write.ts';

/** What a listener hears of a commit. */
interface CommitEvent<C extends AnyChange = AnyChange> {
  readonly changes: readonly C[];
  /** What cached answers the changes make stale. */
  readonly affected: readonly (Affected | 'everyone')[];
}

type Listener<C extends AnyChange> = (event: CommitEvent<C>) => void;

/** The store of one process: one pool, its commits and who listens to them. */
export interface Store<C extends AnyChange> {
  readonly pool: Pool;
  /**
   * Writes an update's whole effect in one statement, which is one transaction: the claim of the update, the guarded
   * changes, the audit and the calls to the messengers. Either all of it happened or nothing. Effects that come in
   * numbers share their statement with others: those that only answer, and those whose write sets have no row in
   * common.
   * Throws on anything that is neither a repetition nor a missed guard; what threw after the statement had been sent
   * may have been committed, and is found in the inbox when the update comes again.
   */
  commit(effect: Commit<C>): Promise<Committed>;
  /** Calls `listener` after each commit of this store, before the caller of the commit goes on; returns unsubscribe. */
  onCommit(listener: Listener<C>): () => void;
  /** Resolves when no commit is under way. The pool stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/**
 * Creates the store over a pool. A process creates one: commits share statements and waits for the disk, and are heard
 * of, only within a store.
 */
export function createStore<C extends AnyChange>(pool: Pool, registry: ChangeRegistry<C>): Store<C> {
  const listeners = new Set<Listener<C>>();
  const underWay = new Set<Promise<unknown>>();
  const emit = ({ changes }: Commit<C>): void => {
    const event = { changes, affected: affectedBy(registry.specs, changes) };
    for (const listener of listeners) listener(event);
  };
  const answer = createAnswer(pool);
  const write = createWrite<Commit<C>>(pool, emit);
  const writeInBatch = createCommitBatch(write);

  const commit = async (effect: Commit<C>): Promise<Committed> => {
    if (isAnswer(effect)) return answer(effect);
    const one = { effect, item: batchItemOf(registry, effect) };
    const writeSet = batchedWriteSet(registry, effect);
    return writeSet === null ? writeAlone(write, one) : writeInBatch({ ...one, writeSet });
  };
  return {
    pool,
    commit(effect) {
      const committing = commit(effect).finally(() => underWay.delete(committing));
      underWay.add(committing);
      return committing;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await Promise.allSettled(underWay);
    },
  };
}

/** The rows an act writes that another may write too; null for one that has its statement to itself. */
function batchedWriteSet<C extends AnyChange>(
  { specs }: ChangeRegistry<C>,
  { actorId, attachments = [], changes }: Commit<C>,
): readonly string[] | null {
  if (actorId === null || attachments.length > 0) return null;
  const rows = writeSetOf(specs, changes);
  return rows === null ? null : [actorId, ...rows];
}
