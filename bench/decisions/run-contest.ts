import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Contest } from './contest.ts';

const built = fileURLToPath(new URL('../../dist/bench/bench/decisions/contest.js', import.meta.url));

/** Has the contenders compete in a process of their own. Throws where one of them answers differently. */
export async function runContest(workspaces: number, members: number, questions: number, rounds: number) {
  const child = fork(built, [workspaces, members, questions, rounds].map(String), {
    execArgv: ['--expose-gc', '--max-old-space-size=4096'],
  });
  let result: Contest | undefined;
  child.once('message', (told: Contest) => {
    result = told;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (result === undefined) throw new Error(`the contest of decisions ended with ${code}`);
  return result;
}
