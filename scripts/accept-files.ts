import { type Ground, startGround } from '../bench/ground.ts';
import { play } from '../bench/measure.ts';
import { createInvitees, seedInviters } from '../bench/seed.ts';
import { acceptPressed, ourAccept } from '../bench/updates.ts';

// Prints which source files take part when one person presses Accept on an invitation: those of `src/` in which a
// function runs between the webhook and the last answer, by V8's precise coverage.

/** Acceptances before the measured one, so that everything loaded at its first use is loaded. */
const WARM_UP = 3;
/** Calls that answer an Accept: to the press, to the invitee and to the inviter. */
const CALLS = 3;

const ground = await startGround(1);
try {
  const files = await filesOfOneAccept(ground);
  for (const file of files) console.log(file);
  console.log(`\n${files.length} files of src/ executed for one Accept`);
} finally {
  await ground.close();
}

/** Paths from `src/` on, sorted. */
async function filesOfOneAccept(measured: Ground): Promise<readonly string[]> {
  await seedInviters(measured.pool);
  const invitees = await createInvitees(measured.pool)(WARM_UP + 1);
  const castellan = await measured.startSource();
  try {
    const presses = invitees.map((invitee) => acceptPressed(invitee, ourAccept(invitee)));
    await play(measured, castellan, presses.slice(0, WARM_UP), CALLS, 1);
    await castellan.ask('start coverage', 'started');
    await play(measured, castellan, presses.slice(WARM_UP), CALLS, 1);
    const { urls } = await castellan.ask('take coverage', 'coverage');
    const sources = new URL('../src/', import.meta.url).href;
    return urls
      .filter((url) => url.startsWith(sources))
      .map((url) => `src/${url.slice(sources.length)}`)
      .toSorted();
  } finally {
    await castellan.stop();
  }
}
