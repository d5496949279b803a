import { setImmediate } from 'node:timers/promises';
import { Pool } from 'pg';
import { betterAuth } from '../baselines/better-auth.ts';
import { casl } from '../baselines/casl.ts';
import { arrivalsOf, parse } from './arrivals.ts';
import { castellan, core, fillCache } from './castellan.ts';
import type { Contender } from './contender.ts';
import { seedWorld } from './seed-world.ts';
import { createWorld, type World } from './world.ts';

// A process of its own, compiled as the product is: it sends what it measures to its parent over IPC.

export interface Contest {
  /** MiB of heap that the filled cache takes. */
  readonly cacheMb: number;
  /** Nanoseconds for a decision by contender, one number for each round. */
  readonly nanoseconds: Readonly<Record<string, readonly number[]>>;
}

const [workspaces = 10_000, members = 20, questions = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
/** Duration of a round of one contender, at least. */
const ROUND_MS = 60;

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });
const world = createWorld(workspaces, members, questions);
const arrivals = arrivalsOf(world.questions);
await seedWorld(pool, world);
const before = usedMb();
const cache = await fillCache(pool, world);
const cacheMb = usedMb() - before;
const contenders: readonly Contender[] = [
  castellan(pool, cache, world),
  core(world),
  betterAuth(world),
  casl(world),
];
const nanoseconds: Record<string, number[]> = {};
for (const contender of contenders) {
  nanoseconds[contender.name] = [];
  await checkAnswers(contender, world);
  await timed(contender);
}
for (let round = 0; round < rounds; round++) {
  for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
    nanoseconds[contender.name]?.push(await timed(contender));
  }
}
await cache.close();
await pool.end();
const result: Contest = { cacheMb, nanoseconds };
process.send?.(result);
process.disconnect?.();

/** Throws where a contender answers a question otherwise than the others. */
async function checkAnswers({ name, ready, refresh }: Contender, { questions: all }: World): Promise<void> {
  for (const question of all) {
    await refresh?.();
    if (ready([question])() !== (question.answer ? 1 : 0)) {
      throw new Error(`${name} answers differently: ${JSON.stringify(question)}`);
    }
  }
}

/** Nanoseconds for a decision, over passes until the round is over. The clock stands while questions are parsed. */
async function timed({ ready, refresh }: Contender): Promise<number> {
  let elapsed = 0;
  for (let passes = 1; ; passes++) {
    for (const arrival of arrivals) {
      // The cache looks at the database between two requests.
      await setImmediate();
      await refresh?.();
      const put = ready(parse(arrival));
      const started = performance.now();
      const allowed = put();
      elapsed += performance.now() - started;
      if (allowed !== arrival.allowed) throw new Error('an answer changed');
    }
    if (elapsed >= ROUND_MS) return (elapsed * 1e6) / (passes * world.questions.length);
  }
}

function usedMb(): number {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
