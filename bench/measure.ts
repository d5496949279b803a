import { setTimeout as delay } from 'node:timers/promises';
import type { Contestant } from './contestant.ts';
import { type Ground, WEBHOOK_SECRET } from './ground.ts';
import { type Errand, type LoadResult, MAX_ANSWER_MS, run } from './load.ts';

/** One round of one contestant. */
export interface Round extends LoadResult {
  /** Microseconds of CPU of the bot's process per update: all of it, and the part spent in the kernel. */
  readonly cpu: number;
  readonly system: number;
}

/** Who takes part in a comparison, and what it is given to do. */
export interface Entrant {
  readonly contestant: Contestant;
  /** Makes so many updates, each new. */
  readonly errands: (count: number) => Promise<Errand[]>;
  readonly perRound: number;
}

/** What a bot still does after its last answer (deleting, forgetting) belongs to its round. */
const AFTERMATH_MS = 150;
/** After so long without a further call, an update has been answered in full. */
const SILENCE_MS = 1_000;

/** Plays rounds in turn, the order turned round each time; the results by entrant, in the order given. */
export async function alternate(
  ground: Ground,
  entrants: readonly Entrant[],
  rounds: number,
  atOnce: number,
): Promise<Round[][]> {
  const results = entrants.map((): Round[] => []);
  const calls: number[] = [];
  for (const { contestant, errands, perRound } of entrants) {
    const [first, ...rest] = await errands(Math.ceil(perRound / 2 / atOnce) * atOnce + 1);
    if (!first) throw new Error('nothing to do');
    const counted = await countCalls(ground, contestant, first);
    calls.push(counted);
    await play(ground, contestant, rest, counted, 16);
  }
  for (let round = 0; round < rounds; round++) {
    const places = entrants.map((_, place) => place);
    if (round % 2 === 1) places.reverse();
    for (const place of places) {
      const entrant = entrants[place];
      if (!entrant) continue;
      const errands = await entrant.errands(entrant.perRound);
      results[place]?.push(await play(ground, entrant.contestant, errands, calls[place] ?? 1, atOnce));
    }
  }
  return results;
}

/** Has one contestant do errands, and takes its CPU. */
export async function play(
  ground: Ground,
  contestant: Contestant,
  errands: readonly Errand[],
  calls: number,
  atOnce: number,
): Promise<Round> {
  await delay(AFTERMATH_MS);
  const before = await contestant.ask('usage', 'usage');
  const result = await run({
    contestant,
    api: ground.api,
    secret: WEBHOOK_SECRET,
    errands,
    calls,
    atOnce,
  });
  await delay(AFTERMATH_MS);
  const after = await contestant.ask('usage', 'usage');
  const system = (after.system - before.system) / errands.length;
  return { ...result, cpu: (after.user - before.user) / errands.length + system, system };
}

/** How many calls answer an update of this kind: whatever comes until a second passes in silence. */
export async function countCalls(ground: Ground, contestant: Contestant, errand: Errand): Promise<number> {
  let calls = 0;
  let last = performance.now();
  ground.api.onCall = ({ about }) => {
    if (!errand.abouts.includes(about)) return;
    calls++;
    last = performance.now();
  };
  const answer = await fetch(contestant.webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
    body: errand.body,
  });
  if (!answer.ok) throw new Error(`${contestant.name} answered ${answer.status} to its first update`);
  const patience = () => (calls === 0 ? MAX_ANSWER_MS : SILENCE_MS);
  while (performance.now() - last < patience()) await delay(50);
  ground.api.onCall = () => undefined;
  if (calls === 0) throw new Error(`${contestant.name} did not answer its first update`);
  return calls;
}
