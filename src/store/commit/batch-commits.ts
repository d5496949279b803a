import { DatabaseError } from 'pg';
import { MAX_ACTS, statementOf } from './act-rows.ts';
import { createBatch } from './batch.ts';
import type { Commit, Committed } from './commit.ts';
import type { BatchItem } from './commit-statement.ts';
import type { Write } from './write.ts';

/** An effect that may share its statement, with what it brings to it and the rows it writes. */
export interface Batchable<E> {
  readonly effect: E;
  readonly item: BatchItem;
  readonly writeSet: readonly string[];
}

type Outcome = PromiseSettledResult<Committed>;

/** Acts of one statement key that have no row in common, by their places in the batch. */
interface Group<E> {
  readonly places: number[];
  readonly members: Batchable<E>[];
}

/** Writes an effect in a statement of its own. */
export async function writeAlone<E extends Commit>(
  write: Write<E>,
  { effect, item }: Omit<Batchable<E>, 'writeSet'>,
): Promise<Committed> {
  const [committed] = await write(statementOf(item.statementKey, [item.row]), [effect]);
  if (!committed) throw new Error('a commit had no result');
  return committed;
}

/**
 * Creates what writes an effect in one statement with those of its key that came while the last ones were written: most
 * of a small statement's time goes into starting and ending it. To the outside each is written as if by itself: when
 * one of them misses a guard or cannot be stored, nothing of the shared statement has happened, and each is written
 * alone.
 */
export function createCommitBatch<E extends Commit>(
  write: Write<E>,
): (one: Batchable<E>) => Promise<Committed> {
  const batch = createBatch(async (all: readonly Batchable<E>[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    await Promise.all(
      groupsOf(all).map(async ({ places, members }) => {
        const results = await outcomesOf(write, members);
        for (const [index, place] of places.entries()) {
          const outcome = results[index];
          if (outcome) outcomes[place] = outcome;
        }
      }),
    );
    return outcomes;
  });
  return async (one) => {
    const outcome = await batch(one);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };
}

/** The results of the acts of a group, in their order. */
async function outcomesOf<E extends Commit>(
  write: Write<E>,
  members: readonly Batchable<E>[],
): Promise<Outcome[]> {
  const [first, ...others] = members;
  if (first && others.length > 0) {
    const statement = statementOf(
      first.item.statementKey,
      members.map(({ item }) => item.row),
    );
    const [shared] = await Promise.allSettled([
      write(
        statement,
        members.map(({ effect }) => effect),
      ),
    ]);
    if (shared.status === 'rejected' && !isRolledBack(shared.reason))
      return members.map(() => ({ status: 'rejected', reason: shared.reason }));
    if (shared.status === 'fulfilled' && shared.value[0]?.kind === 'committed')
      return shared.value.map((value) => ({ status: 'fulfilled', value }));
  }
  return Promise.allSettled(members.map((one) => writeAlone(write, one)));
}

/** Whether the server has said itself that nothing of a statement happened; a broken connection leaves it open. */
function isRolledBack(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR';
}

/** An act that writes a row which another one writes too begins a group of its own. */
function groupsOf<E>(all: readonly Batchable<E>[]): Group<E>[] {
  const groups: Group<E>[] = [];
  const open = new Map<string, Group<E>>();
  const taken = new Set<string>();
  for (const [place, one] of all.entries()) {
    const key = one.item.statementKey;
    const group = open.get(key);
    const meets = one.writeSet.some((row) => taken.has(row));
    if (group === undefined || meets || group.places.length === MAX_ACTS) {
      const begun: Group<E> = { places: [place], members: [one] };
      groups.push(begun);
      if (!meets) open.set(key, begun);
    } else {
      group.places.push(place);
      group.members.push(one);
    }
    for (const row of one.writeSet) taken.add(row);
  }
  return groups;
}
