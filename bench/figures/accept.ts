import type { Contestant } from '../contestant.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { alternate, type Entrant, type Round } from '../measure.ts';
import { idOf } from '../people.ts';
import type { createInvitees } from '../seed.ts';
import { median, percentile } from '../statistics.ts';
import { acceptPressed, ourAccept, prismaAccept } from '../updates.ts';

const ROUNDS = 3;
const AT_ONCE = 16;
const ONE_AT_A_TIME = 1_000;

type Invitees = ReturnType<typeof createInvitees>;

/** Results of the three bots. */
interface Results {
  readonly ours: readonly Round[];
  readonly prisma: readonly Round[];
  readonly bare: readonly Round[];
}

/** Accepting an invitation, from the webhook to the last answer: sixteen at once, then one at a time. */
export async function acceptFigures(ground: Ground, invitees: Invitees): Promise<Figure[]> {
  const ours = await ground.startOurs();
  const bare = await ground.startBare();
  const prisma = await ground.startPrisma();
  const contest = async (counts: Record<keyof Results, number>, atOnce: number): Promise<Results> => {
    const accepted: number[] = [];
    const entrants = [
      entrant(ours, invitees, Math.round(counts.ours * ground.scale), ourAccept, accepted),
      entrant(prisma, invitees, Math.round(counts.prisma * ground.scale), prismaAccept, accepted),
      entrant(bare, invitees, Math.round(counts.bare * ground.scale), ourAccept, []),
    ];
    const [our = [], prismas = [], bares = []] = await alternate(ground, entrants, ROUNDS, atOnce);
    await verify(ground, accepted);
    return { ours: our, prisma: prismas, bare: bares };
  };
  try {
    const together = await contest({ ours: 6_000, prisma: 1_200, bare: 12_000 }, AT_ONCE);
    const alone = await contest({ ours: ONE_AT_A_TIME, prisma: ONE_AT_A_TIME, bare: ONE_AT_A_TIME }, 1);
    return [...throughput(together), ...latency(alone)];
  } finally {
    for (const contestant of [ours, bare, prisma]) await contestant.stop();
  }
}

function throughput({ ours, prisma, bare }: Results): Figure[] {
  const rate = (rounds: readonly Round[]): number => median(rounds.map((round) => round.rate));
  const cpu = (rounds: readonly Round[]): number => median(rounds.map((round) => round.cpu));
  const what = `accept, ${AT_ONCE} at once`;
  const rated = { value: rate(ours), unit: 'updates/s', bound: 'at least' as const };
  return [
    { name: what, against: 'grammY + Prisma $transaction', ...rated, baseline: rate(prisma), target: 4 },
    { name: what, against: 'bare grammY, stores nothing', ...rated, baseline: rate(bare), target: null },
    {
      name: `${what}, CPU of the process`,
      against: 'bare grammY, stores nothing',
      value: cpu(ours),
      baseline: cpu(bare),
      unit: 'µs/update',
      bound: 'at most',
      target: null,
    },
  ];
}

function latency({ ours, prisma, bare }: Results): Figure[] {
  const at = (rounds: readonly Round[], share: number): number =>
    median(rounds.map((round) => percentile(round.latencies, share)));
  return [0.5, 0.99].flatMap((share) => {
    const figure = {
      name: `accept, one at a time, p${share * 100}`,
      value: at(ours, share),
      unit: 'ms',
      bound: 'at most' as const,
    };
    return [
      { ...figure, against: 'grammY + Prisma $transaction', baseline: at(prisma, share), target: 0.7 },
      { ...figure, against: 'bare grammY, stores nothing', baseline: at(bare, share), target: null },
    ];
  });
}

/** People who press Accept; those who must become members by it are noted in `accepted`. */
function entrant(
  contestant: Contestant,
  invitees: Invitees,
  perRound: number,
  payload: (invitee: number) => string,
  accepted: number[],
): Entrant {
  return {
    contestant,
    perRound,
    async errands(count) {
      const people = await invitees(count);
      accepted.push(...people);
      return people.map((invitee) => acceptPressed(invitee, payload(invitee)));
    },
  };
}

/** A rate counts only if every update had its effect. */
async function verify(ground: Ground, accepted: readonly number[]): Promise<void> {
  const { rows } = await ground.pool.query<{ count: number }>(
    `select count(*)::int as count from memberships where state = 'active' and person_id = any ($1::uuid[])`,
    [accepted.map((invitee) => idOf('person', invitee))],
  );
  const count = rows[0]?.count ?? 0;
  if (count !== accepted.length)
    throw new Error(`${accepted.length} people accepted, ${count} became members`);
}
