import { runContest } from '../decisions/run-contest.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;
const MEMBERS = 20;
const QUESTIONS = 10_000;

/** Decisions a second in process, beside others who answer the same questions; every answer is checked. */
export async function decisionFigures({ scale }: Ground): Promise<Figure[]> {
  const many = Math.round(10_000 * scale);
  const contest = await runContest(many, MEMBERS, QUESTIONS, ROUNDS);
  const alone = await runContest(1, MEMBERS, 1_000, ROUNDS);
  const rate = ({ nanoseconds }: typeof contest, name: string) => 1e9 / median(nanoseconds[name] ?? []);
  const faster = (name: string, than: string, target: number | null, of = contest, where = many): Figure => ({
    name: `${name} / ${than}, ${where} workspace${where === 1 ? '' : 's'}`,
    value: rate(of, name),
    baseline: rate(of, than),
    unit: 'a second',
    bound: 'at least',
    target,
  });
  const ids = 'castellan, string ids';
  return [
    faster(ids, 'Map and Set', 2),
    faster(ids, 'better-auth', 3),
    faster(ids, 'CASL, cached abilities', 6),
    faster(ids, 'casbin', null),
    faster(ids, 'cedar-wasm', 250),
    faster('castellan, handles', ids, 20),
    faster(ids, 'Map and Set', null, alone, 1),
    faster('castellan, handles', ids, null, alone, 1),
    {
      name: `heap for ${many * MEMBERS} members with grants`,
      value: contest.heapMb,
      baseline: 1,
      unit: 'MiB',
      bound: 'at most',
      target: 40,
    },
    {
      name: 'compile the schemes and load them all',
      value: median(contest.loadMs) / 1_000,
      baseline: 1,
      unit: 's',
      bound: 'at most',
      target: 0.3,
    },
  ];
}
