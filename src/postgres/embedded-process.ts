import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** A server that runs on a cluster, as its `postmaster.pid` tells. */
export interface RunningServer {
  readonly pid: number;
  /** The directory of its socket. */
  readonly socketDir: string;
  /** Whether it takes connections, by its own word. */
  readonly ready: boolean;
}

/** Is there a process of this id, no matter who owns it? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * The server that runs on `cluster`, also one left behind by a killed process; `undefined` when there is none.
 *
 * A pid file whose process is dead is left to Postgres, which clears it under its own interlock. One whose id was
 * given to another program since would keep Postgres from starting for ever, so it is removed here.
 */
export async function findServer(cluster: string): Promise<RunningServer | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => '');
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
  const [first = '', , , , socketDir = '', , , status = ''] = content.split('\n');
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (await serves(pid, cluster)) return { pid, socketDir, ready: status.trim() === 'ready' };
  if (isAlive(pid) && content === (await readFile(file, 'utf8').catch(() => ''))) {
    await rm(file, { force: true });
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) {
      if (socketDir !== '') await rm(join(socketDir, name), { force: true });
    }
  }
  return undefined;
}

/** Is process `pid` a Postgres that serves `cluster`? Not so for a zombie, which has no command line any more. */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  const [program = '', ...args] = await commandLine(pid);
  const directory = args[args.indexOf('-D') + 1];
  if (basename(program) !== 'postgres' || directory === undefined) return false;
  const [theirs, ours] = await Promise.all([identity(directory), identity(cluster)]);
  return ours !== undefined && theirs === ours;
}

async function identity(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && `${found.dev}:${found.ino}`;
}

async function commandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  }
  const listed = promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)]);
  return (
    await listed.then(
      ({ stdout }) => stdout,
      () => '',
    )
  )
    .trim()
    .split(' ');
}
