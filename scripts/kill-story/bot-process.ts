import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One life of the bot, as a process of its own. */
export interface BotProcess {
  /** Resolves when it listens; rejects with what it said if it ended before. */
  readonly listening: Promise<void>;
  /** Lines of its log at level error, and what it wrote to standard error. */
  readonly complaints: readonly string[];
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with its exit status. */
  stop(): Promise<number | null>;
}

/** Which program is run: the built one, or the sources through tsx (slower to start, needs no build). */
export type Program = 'built' | 'sources';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PROGRAMS: Readonly<Record<Program, readonly string[]>> = {
  built: [inRoot('dist/src/main.js')],
  sources: ['--import', import.meta.resolve('tsx'), inRoot('src/main.ts')],
};

/** Starts the bot in `directory`, where no .env is, with nothing but these settings in its environment. */
export function startBot(
  program: Program,
  directory: string,
  settings: Readonly<Record<string, string>>,
): BotProcess {
  const child = spawn(process.execPath, [...PROGRAMS[program]], {
    cwd: directory,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  const gone = once(child, 'exit');
  const listening = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"msg":"listening"')) resolve();
      if (/^\{"level":[56]0/.test(line)) complaints.push(line);
    });
    gone.then(() => reject(new Error(`the bot ended before it listened\n${complaints.join('\n')}`)), reject);
  });
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  listening.catch(() => undefined);
  return {
    listening,
    complaints,
    async kill() {
      signal(child, 'SIGKILL');
      await gone;
    },
    async stop() {
      signal(child, 'SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(name);
}
