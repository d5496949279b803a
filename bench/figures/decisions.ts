import { runContest } from '../decisions/run-contest.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;
const MEMBERS = 20;
const QUESTIONS = 10_000;
/** MiB that the cache may take for 10,000 workspaces of 20 members. */
const MAX_CACHE_MB = 100;

/** Decisions of the decision API in process, from its cache, beside libraries that answer the same questions. */
export async function decisionFigures({ databaseUrl, scale }: Ground): Promise<Figure[]> {
  const workspaces = Math.round(10_000 * scale);
  const { nanoseconds, cacheMb } = await runContest(databaseUrl, {
    workspaces,
    members: MEMBERS,
    questions: QUESTIONS,
    rounds: ROUNDS,
  });
  const rate = (name: string) => 1e9 / median(nanoseconds[name] ?? []);
  const compared = (ours: string, against: string, what: string, target: number | null): Figure => ({
    name: `${what}, ${workspaces} workspaces × ${MEMBERS} members`,
    against,
    value: rate(ours),
    baseline: rate(against),
    unit: 'a second',
    bound: 'at least',
    target,
  });
  return [
    compared('castellan', 'CASL with cached abilities', 'decisions from the cache', 2),
    compared('castellan', 'better-auth access', 'decisions from the cache', 2),
    compared('castellan, core alone', 'CASL with cached abilities', 'decisions by the core alone', null),
    {
      name: `memory of that cache, ${workspaces * MEMBERS} members with grants`,
      against: `${MAX_CACHE_MB} MiB for 200000`,
      value: cacheMb,
      baseline: MAX_CACHE_MB * scale,
      unit: 'MiB',
      bound: 'at most',
      target: 1,
    },
  ];
}
