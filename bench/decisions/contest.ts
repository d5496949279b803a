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
  for (let place = 0; place < contender.asked; place++) {
    if (contender.answer(place) !== world.questions[place]?.answer) {
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

/** Passes until a round is over; nanoseconds a decision. */
function timed({ asked, pass }: Contender): number {
  const expected = world.questions.slice(0, asked).filter(({ answer }) => answer).length;
  const started = performance.now();
  for (let passes = 1; ; passes++) {
    if (pass() !== expected) throw new Error('an answer changed');
    const elapsed = performance.now() - started;
    if (elapsed >= ROUND_MS) return (elapsed * 1e6) / (passes * asked);
  }
}

function usedMb(): number {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
