import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Contest } from './contest.ts';

const built = fileURLToPath(new URL('../../dist/bench/bench/decisions/contest.js', import.meta.url));

/** Lets the contenders compete in a process of their own. Throws where one of them answers differently. */
export async function runContest(
  databaseUrl: string,
  sizes: { workspaces: number; members: number; questions: number; rounds: number },
): Promise<Contest> {
  const { workspaces, members, questions, rounds } = sizes;
  const child = fork(built, [workspaces, members, questions, rounds].map(String), {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: databaseUrl },
    execArgv: ['--expose-gc', '--max-old-space-size=4096'],
  });
  let result: Contest | undefined;
  child.once('message', (message: Contest) => {
    result = message;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (result === undefined) throw new Error(`the contest of decisions ended with ${code}`);
  return result;
}
