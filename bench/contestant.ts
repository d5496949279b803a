import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asked, Told } from './probe-protocol.ts';

/** A bot in a process of its own. */
export interface Contestant {
  readonly name: string;
  /** Where its updates are posted. */
  readonly webhook: string;
  /** Milliseconds from `spawn` until its port took a connection. */
  readonly startMs: number;
  ask<K extends Told['kind']>(asked: Asked, kind: K): Promise<Extract<Told, { kind: K }>>;
  stop(): Promise<void>;
}

export interface ContestantOptions {
  readonly name: string;
  /** The built entry, relative to `dist/`; or a `.ts` file, relative to the repository, that runs through tsx. */
  readonly entry: string;
  readonly webhookPath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

const repository = new URL('../', import.meta.url);
const dist = new URL('dist/', repository);
const MAX_START_MS = 60_000;

/** Starts a bot and waits until it listens. What it prints goes nowhere, except to stderr. */
export async function startContestant(options: ContestantOptions): Promise<Contestant> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), ...program(options.entry)], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...options.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await listens(child, port, options.name);
  return {
    name: options.name,
    webhook: `http://127.0.0.1:${port}${options.webhookPath}`,
    startMs: performance.now() - started,
    async ask(asked, kind) {
      const answered = once(child, 'message');
      child.send(asked);
      const [told] = (await answered) as [Told];
      if (told.kind !== kind) throw new Error(`${options.name} answered ${told.kind} to ${asked}`);
      // Checked just now; the compiler does not narrow a union by a generic key.
      return told as Extract<Told, { kind: typeof kind }>;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Arguments of `node` for an entry with the probe loaded before it. */
function program(entry: string): string[] {
  if (!entry.endsWith('.ts')) {
    const probe = new URL('bench/bench/probe.js', dist).href;
    return ['--import', probe, fileURLToPath(new URL(entry, dist))];
  }
  const probe = new URL('bench/probe.ts', repository).href;
  return ['--import', 'tsx', '--import', probe, fileURLToPath(new URL(entry, repository))];
}

async function listens(child: ChildProcess, port: number, name: string): Promise<void> {
  const deadline = performance.now() + MAX_START_MS;
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} instead of listening`);
    if (performance.now() > deadline) throw new Error(`${name} does not listen`);
    await delay(2);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (accepted: boolean): void => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
