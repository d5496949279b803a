import type { Pool } from 'pg';
import type { PageEdge } from '../../src/features/members/queries.ts';
import { findOnPool } from '../../test/support/find.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { idOf } from '../people.ts';
import { seedMembers } from '../seed.ts';
import { median, percentile } from '../statistics.ts';

const SMALL = { first: 400_000_000_000, members: 100 };
const LARGE = { first: 500_000_000_000, members: 1_000_000 };
const ROUNDS = 3;

type Size = typeof SMALL;

/** A page in the middle of the list, and a search by part of a name, in a workspace of 100 and one of 10^6. */
export async function listFigures(ground: Ground): Promise<Figure[]> {
  const large = { ...LARGE, members: Math.round(LARGE.members * ground.scale) };
  await seedMembers(ground.pool, SMALL.first, SMALL.members);
  await seedMembers(ground.pool, large.first, large.members);
  const names = new Map<Size, readonly string[]>();
  for (const size of [SMALL, large]) names.set(size, await someNames(ground.pool, size));

  const page = (size: Size): Promise<unknown> => {
    const membershipId = idOf('membership', size.first + Math.floor(Math.random() * size.members));
    const from: PageEdge = { direction: 'after', membershipId };
    return ask(ground.pool, size, null, from);
  };
  const search = (size: Size): Promise<unknown> => {
    const known = names.get(size) ?? [];
    const name = known[Math.floor(Math.random() * known.length)] ?? '';
    return ask(ground.pool, size, name.slice(name.indexOf(' ') + 1), null);
  };
  return [
    await compared(`page of members at ${large.members}, p50`, page, large),
    await compared(`search by part of a name at ${large.members}, p50`, search, large),
  ];
}

function ask(pool: Pool, size: Size, search: string | null, from: PageEdge | null): Promise<unknown> {
  return findOnPool(pool, { kind: 'members.page', workspaceId: idOf('workspace', size.first), search, from });
}

async function compared(
  name: string,
  question: (size: Size) => Promise<unknown>,
  large: Size,
): Promise<Figure> {
  const times = new Map<Size, number[]>([
    [SMALL, []],
    [large, []],
  ]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [size, medians] of times) {
      await timed(() => question(size), 100);
      medians.push(percentile(await timed(() => question(size), 500), 0.5));
    }
  }
  return {
    name,
    against: `the same at ${SMALL.members}`,
    value: median(times.get(large) ?? []),
    baseline: median(times.get(SMALL) ?? []),
    unit: 'ms',
    bound: 'at most',
    target: 3,
  };
}

/** Milliseconds of each of `count` questions, one after the other. */
async function timed(question: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let asked = 0; asked < count; asked++) {
    const started = performance.now();
    await question();
    times.push(performance.now() - started);
  }
  return times;
}

async function someNames(pool: Pool, size: Size): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select p.name from memberships m join persons p on p.id = m.person_id where m.workspace_id = $1 order by m.id limit 2000`,
    [idOf('workspace', size.first)],
  );
  return rows.map((row) => row.name);
}
