import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { alternate, type Entrant, type Round } from '../measure.ts';
import { seedMembers } from '../seed.ts';
import { median } from '../statistics.ts';
import { commandSaid } from '../updates.ts';

const FIRST_MEMBER = 300_000_000_000;
const MEMBERS = 100_000;
const ROUNDS = 3;
const AT_ONCE = 16;

/** `/members` by members of a workspace of 100,000, sixteen at once: the first page comes back. */
export async function memberFigures(ground: Ground): Promise<Figure[]> {
  await seedMembers(ground.pool, FIRST_MEMBER, MEMBERS);
  const errands = await readers(ground);
  const ours = await ground.startOurs();
  const bare = await ground.startBare();
  const prisma = await ground.startPrisma();
  try {
    const entrants = [
      { contestant: ours, errands, perRound: Math.round(8_000 * ground.scale) },
      { contestant: prisma, errands, perRound: Math.round(800 * ground.scale) },
      { contestant: bare, errands, perRound: Math.round(16_000 * ground.scale) },
    ];
    const [our = [], prismas = [], bares = []] = await alternate(ground, entrants, ROUNDS, AT_ONCE);
    const rate = (rounds: readonly Round[]): number => median(rounds.map((round) => round.rate));
    const figure = {
      name: `/members of ${MEMBERS}, ${AT_ONCE} at once`,
      value: rate(our),
      unit: 'updates/s',
      bound: 'at least' as const,
    };
    return [
      { ...figure, against: 'grammY + Prisma findMany and count', baseline: rate(prismas), target: 3 },
      { ...figure, against: 'bare grammY, stores nothing', baseline: rate(bares), target: null },
    ];
  } finally {
    for (const contestant of [ours, bare, prisma]) await contestant.stop();
  }
}

/** Makes commands by one member after another. */
async function readers({ pool }: Ground): Promise<Entrant['errands']> {
  const { rows } = await pool.query<{ account_id: string; name: string }>(
    `select account_id, name from accounts where account_id between $1 and $2 order by account_id limit 20000`,
    [String(FIRST_MEMBER), String(FIRST_MEMBER + MEMBERS - 1)],
  );
  let next = 0;
  return async (count) =>
    Array.from({ length: count }, () => {
      const reader = rows[next++ % rows.length];
      if (!reader) throw new Error('no readers');
      return commandSaid(Number(reader.account_id), reader.name, '/members');
    });
}
