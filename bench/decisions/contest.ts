import { arrivalsOf, parse } from './arrivals.ts';
import { betterAuth } from './better-auth.ts';
import { casbin } from './casbin.ts';
import { casl } from './casl.ts';
import { cedar } from './cedar.ts';
import type { Contender } from './contender.ts';
import { mapsAndSets } from './map-set.ts';
import { loadDirectory, oursByHandles, oursByIds } from './ours.ts';
import { createWorld } from './world.ts';

// A process of its own, compiled as the product is: what it measures goes to its parent over IPC.

/** Nanoseconds a decision by contender, a round each. */
export interface Contest {
  readonly loadMs: readonly number[];
  readonly heapMb: number;
  readonly nanoseconds: Readonly<Record<string, readonly number[]>>;
}

const [workspaces = 10_000, members = 20, questions = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
/** As long as a round of one contender takes, at least. */
const ROUND_MS = 60;

const world = createWorld(workspaces, members, questions);
const loadMs = Array.from({ length: 3 }, () => {
  // Nobody pays for what was thrown away before.
  collectGarbage();
  const started = performance.now();
  loadDirectory(world);
  return performance.now() - started;
});
const before = usedMb();
const directory = loadDirectory(world);
const heapMb = usedMb() - before;
const contenders: readonly Contender[] = [
  mapsAndSets(world),
  oursByIds(directory, world),
  oursByHandles(directory, world),
  betterAuth(world),
  casl(world),
  await casbin(world),
  cedar(world),
];

const nanoseconds: Record<string, number[]> = {};
for (const contender of contenders) {
  nanoseconds[contender.name] = [];
  for (const [place, question] of world.questions.slice(0, contender.asked).entries()) {
    if (contender.ready([question], place)() !== (question.answer ? 1 : 0)) {
      throw new Error(`${contender.name} answers question ${place} differently`);
    }
  }
  timed(contender);
}
for (let round = 0; round < rounds; round++) {
  for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
    nanoseconds[contender.name]?.push(timed(contender));
  }
}
const result: Contest = { loadMs, heapMb, nanoseconds };
process.send?.(result);
process.disconnect?.();

/** Passes until a round is over; nanoseconds a decision. The clock stands while questions are parsed. */
function timed({ asked, atOnce, ready }: Contender): number {
  const questions = world.questions.slice(0, asked);
  const arrivals = arrivalsOf(questions, atOnce ?? asked);
  let elapsed = 0;
  for (let passes = 1; ; passes++) {
    for (const arrival of arrivals) {
      const put = ready(atOnce === null ? questions : parse(arrival), arrival.from);
      const started = performance.now();
      const allowed = put();
      elapsed += performance.now() - started;
      if (allowed !== arrival.allowed) throw new Error('an answer changed');
    }
    if (elapsed >= ROUND_MS) return (elapsed * 1e6) / (passes * asked);
  }
}

function usedMb(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function collectGarbage(): void {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
}
