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

type Invitees = ReturnType<typeof createInvitees>;

/** The whole act of accepting, from the webhook to the last answer, beside the two baselines. */
export async function writeFigures(ground: Ground, invitees: Invitees): Promise<Figure[]> {
  const contestants = [await ground.startOurs(), await ground.startBare(), await ground.startPrisma()];
  const [ours, bare, prisma] = contestants;
  if (!ours || !bare || !prisma) throw new Error('three were started');
  try {
    const taken: number[] = [];
    const entrants = [
      entrant(ours, invitees, Math.round(6_000 * ground.scale), ourAccept, taken),
      entrant(bare, invitees, Math.round(12_000 * ground.scale), ourAccept, []),
      entrant(prisma, invitees, Math.round(1_200 * ground.scale), prismaAccept, taken),
    ];
    const [our = [], bares = [], prismas = []] = await alternate(ground, entrants, ROUNDS, AT_ONCE);
    await verify(ground, taken);
    const rate = (rounds: readonly Round[]): number => median(rounds.map((round) => round.rate));
    const cpu = (rounds: readonly Round[]): number => median(rounds.map((round) => round.cpu));
    return [
      {
        name: 'write, 16 at once, rate / bare grammY',
        value: rate(our),
        baseline: rate(bares),
        unit: 'updates/s',
        bound: 'at least',
        target: 0.3,
      },
      {
        name: 'write, 16 at once, CPU of the process / bare grammY',
        value: cpu(our),
        baseline: cpu(bares),
        unit: 'µs/update',
        bound: 'at most',
        target: 2,
      },
      {
        name: 'write, 16 at once, rate / grammY + Prisma $transaction',
        value: rate(our),
        baseline: rate(prismas),
        unit: 'updates/s',
        bound: 'at least',
        target: 4,
      },
    ];
  } finally {
    for (const contestant of contestants) await contestant.stop();
  }
}

/** One update at a time: how long a person waits. */
export async function latencyFigures(ground: Ground, invitees: Invitees): Promise<Figure[]> {
  const ours = await ground.startOurs();
  const bare = await ground.startBare();
  try {
    const perRound = Math.round(1_000 * ground.scale);
    const taken: number[] = [];
    const [our = [], bares = []] = await alternate(
      ground,
      [entrant(ours, invitees, perRound, ourAccept, taken), entrant(bare, invitees, perRound, ourAccept, [])],
      ROUNDS,
      1,
    );
    await verify(ground, taken);
    const at = (rounds: readonly Round[], share: number): number =>
      median(rounds.map((round) => percentile(round.latencies, share)));
    return [0.5, 0.99].map((share) => ({
      name: `write, one at a time, p${share * 100} / bare grammY`,
      value: at(our, share),
      baseline: at(bares, share),
      unit: 'ms',
      bound: 'at most' as const,
      target: 3,
    }));
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

/** People who press Accept; those who really must become members are noted in `taken`. */
function entrant(
  contestant: Contestant,
  invitees: Invitees,
  perRound: number,
  payload: (invitee: number) => string,
  taken: number[],
): Entrant {
  return {
    contestant,
    perRound,
    async errands(count) {
      const people = await invitees(count);
      taken.push(...people);
      return people.map((invitee) => acceptPressed(invitee, payload(invitee)));
    },
  };
}

/** A rate counts only if every update had its effect. */
async function verify(ground: Ground, taken: readonly number[]): Promise<void> {
  const { rows } = await ground.pool.query<{ count: number }>(
    `select count(*)::int as count from memberships where state = 'active' and person_id = any ($1::uuid[])`,
    [taken.map((invitee) => idOf('person', invitee))],
  );
  const count = rows[0]?.count ?? 0;
  if (count !== taken.length) throw new Error(`${taken.length} people accepted, ${count} became members`);
}
