import { DatabaseError, type Pool } from 'pg';
import { createPoolBatch } from './batch.ts';
import type { Commit, Committed } from './commit.ts';
import { commitStatement, MOST_ACTS, type Share, sharedStatement, shareOf } from './commit-statement.ts';
import { rowsAtStake } from './rows-at-stake.ts';
import { write } from './write.ts';

/** Writes an effect in a statement of its own. */
export async function writeAlone(pool: Pool, effect: Commit): Promise<Committed> {
  const [committed] = await write(pool, commitStatement(effect), [effect]);
  if (!committed) throw new Error('a commit came to nothing');
  return committed;
}

/**
 * Writes an effect together with those of its shape that came while the last ones were written: most of a small
 * statement's time goes into starting and ending it. To the outside each is written as if by itself: when one of
 * them misses a guard or cannot be stored, nothing of the shared statement has happened, and each is written
 * alone.
 */
export async function writeTogether(pool: Pool, effect: Commit): Promise<Committed> {
  const outcome = await batch(pool, effect);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

type Outcome = PromiseSettledResult<Committed>;

/** Acts of one shape that have no row in common, by their places in the batch. */
interface Group {
  readonly shape: string;
  readonly places: number[];
  readonly shares: Share[];
}

const batch = createPoolBatch(async (pool, effects: readonly Commit[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  await Promise.all(
    groupsOf(effects).map(async ({ places, shares }) => {
      const among = places.flatMap((place) => effects[place] ?? []);
      const told = await outcomesOf(pool, among, shares);
      for (const [index, place] of places.entries()) {
        const outcome = told[index];
        if (outcome) outcomes[place] = outcome;
      }
    }),
  );
  return outcomes;
});

/** What became of the acts of a group, in their order. */
async function outcomesOf(
  pool: Pool,
  effects: readonly Commit[],
  shares: readonly Share[],
): Promise<Outcome[]> {
  const [first, ...others] = shares;
  if (first && others.length > 0) {
    const statement = sharedStatement([first, ...others]);
    const [shared] = await Promise.allSettled([write(pool, statement, effects)]);
    if (shared.status === 'rejected' && !isOver(shared.reason))
      return effects.map(() => ({ status: 'rejected', reason: shared.reason }));
    if (shared.status === 'fulfilled' && shared.value[0]?.kind === 'committed')
      return shared.value.map((value) => ({ status: 'fulfilled', value }));
  }
  return Promise.allSettled(effects.map((effect) => writeAlone(pool, effect)));
}

/** Whether the server has said itself that nothing of a statement happened; a broken connection leaves it open. */
function isOver(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR';
}

/** Whoever writes a row that another writes too has a group of their own. */
function groupsOf(effects: readonly Commit[]): Group[] {
  const closed: Group[] = [];
  const open = new Map<string, Group>();
  const taken = new Set<string>();
  for (const [place, effect] of effects.entries()) {
    const rows = rowsAtStake(effect) ?? [];
    const share = effects.length === 1 ? { shape: '', row: {} } : shareOf(effect);
    const group = open.get(share.shape);
    const meets = rows.some((row) => taken.has(row));
    if (group === undefined || meets || group.places.length === MOST_ACTS) {
      const begun: Group = { shape: share.shape, places: [place], shares: [share] };
      closed.push(begun);
      if (!meets) open.set(share.shape, begun);
    } else {
      group.places.push(place);
      group.shares.push(share);
    }
    for (const row of rows) taken.add(row);
  }
  return closed;
}
