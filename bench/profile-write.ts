import type { Ground } from './ground.ts';
import { countCalls, play } from './measure.ts';
import { printProfile } from './profile.ts';
import type { createInvitees } from './seed.ts';
import { acceptPressed, ourAccept } from './updates.ts';

/** Prints the profile of a write update in our process, and beside it that of the bare bot. */
export async function profileWrite(
  ground: Ground,
  invitees: ReturnType<typeof createInvitees>,
): Promise<void> {
  const count = Math.round(10_000 * ground.scale);
  const errands = async (number: number) =>
    (await invitees(number)).map((invitee) => acceptPressed(invitee, ourAccept(invitee)));
  for (const start of [ground.startBare, ground.startOurs]) {
    const contestant = await start();
    try {
      const [first, ...warmUp] = await errands(count / 2 + 1);
      if (!first) throw new Error('nothing to do');
      const calls = await countCalls(ground, contestant, first);
      await play(ground, contestant, warmUp, calls, 16);
      await printProfile(ground, contestant, await errands(count), calls);
    } finally {
      await contestant.stop();
    }
  }
}
