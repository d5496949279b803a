import type { Contestant } from '../contestant.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { countCalls, play } from '../measure.ts';
import type { createInvitees } from '../seed.ts';
import { acceptPressed, ourAccept } from '../updates.ts';

const BATCH = 5_000;

/** Resident memory after 100,000 acceptances by 100,000 people beside that after 10,000, garbage collected. */
export async function memoryFigures(
  ground: Ground,
  invitees: ReturnType<typeof createInvitees>,
): Promise<Figure[]> {
  const ours = await ground.startOurs(['--expose-gc']);
  try {
    const early = Math.round(10_000 * ground.scale);
    const late = Math.round(100_000 * ground.scale);
    const [first = 0] = await invitees(1);
    const calls = await countCalls(ground, ours, acceptPressed(first, ourAccept(first)));
    await accept(ground, ours, invitees, early, calls);
    const before = await ours.ask('memory', 'memory');
    await accept(ground, ours, invitees, late - early, calls);
    const after = await ours.ask('memory', 'memory');
    return [
      {
        name: `memory of the process after ${late} updates`,
        against: `the same after ${early}`,
        value: after.rss / 2 ** 20,
        baseline: before.rss / 2 ** 20,
        unit: 'MiB',
        bound: 'at most',
        target: 1.1,
      },
    ];
  } finally {
    await ours.stop();
  }
}

async function accept(
  ground: Ground,
  ours: Contestant,
  invitees: ReturnType<typeof createInvitees>,
  count: number,
  calls: number,
): Promise<void> {
  for (let done = 0; done < count; done += BATCH) {
    const people = await invitees(Math.min(BATCH, count - done));
    const errands = people.map((invitee) => acceptPressed(invitee, ourAccept(invitee)));
    await play(ground, ours, errands, calls, 16);
  }
}
