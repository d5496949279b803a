import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { alternate, type Entrant } from '../measure.ts';
import { seedMembers } from '../seed.ts';
import { median } from '../statistics.ts';
import { commandSaid } from '../updates.ts';

const FIRST_MEMBER = 300_000_000_000;
const MEMBERS = 100_000;

/** `/members` by members of a workspace of 100,000: ten of them come back. */
export async function readFigures(ground: Ground): Promise<Figure[]> {
  await seedMembers(ground.pool, FIRST_MEMBER, MEMBERS);
  const { rows } = await ground.pool.query<{ account_id: string; name: string }>(
    `select account_id, name from accounts where account_id between $1 and $2 order by account_id limit 20000`,
    [String(FIRST_MEMBER), String(FIRST_MEMBER + MEMBERS - 1)],
  );
  let next = 0;
  const errands: Entrant['errands'] = async (count) =>
    Array.from({ length: count }, () => {
      const reader = rows[next++ % rows.length];
      if (!reader) throw new Error('no readers');
      return commandSaid(Number(reader.account_id), reader.name, '/members');
    });
  const ours = await ground.startOurs();
  const bare = await ground.startBare();
  try {
    const perRound = Math.round(8_000 * ground.scale);
    const [our = [], bares = []] = await alternate(
      ground,
      [
        { contestant: ours, errands, perRound },
        { contestant: bare, errands, perRound: perRound * 2 },
      ],
      3,
      16,
    );
    return [
      {
        name: 'read, /members of 100,000, 16 at once, rate / bare grammY',
        value: median(our.map((round) => round.rate)),
        baseline: median(bares.map((round) => round.rate)),
        unit: 'updates/s',
        bound: 'at least',
        target: 0.4,
      },
    ];
  } finally {
    await ours.stop();
    await bare.stop();
  }
}
