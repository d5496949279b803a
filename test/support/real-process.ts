import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serves } from '../../src/postgres/embedded-process.ts';

/** A program of ours in a process of its own. */
export interface RealProcess {
  readonly child: ChildProcess;
  /** Resolves when it has ended: its status, or the signal that ended it, and what it said. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; out: string; err: string }>;
}

/** Starts a program of this repository with nothing in its environment but what is given. */
export function startProcess(
  program: URL,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): RealProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program), ...args], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Awaited<RealProcess['ended']>>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended };
}

/** The process id of the embedded server under a directory; null where none runs. */
export async function serverUnder(dataDir: string): Promise<number | null> {
  const cluster = join(dataDir, 'postgres');
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(content.split('\n')[0]);
  return pid > 0 && (await serves(pid, cluster)) ? pid : null;
}
