import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../contestant.ts';
import { writeCerbosPolicy } from './cerbos-policy.ts';

/** A Cerbos server with the same policy. */
export interface Cerbos {
  readonly url: string;
  stop(): Promise<void>;
}

const MAX_START_MS = 30_000;

/** Starts the binary that comes with the package; null where there is none for this machine. */
export async function startCerbos(folder: string): Promise<Cerbos | null> {
  const binary = binaryPath();
  if (binary === null) return null;
  const port = await freePort();
  const settings = await writeCerbosPolicy(folder, port, await freePort());
  const child = spawn(binary, ['server', `--config=${settings}`, '--log-level=error'], {
    // It complains of every connection that a load closes.
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + MAX_START_MS;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error('Cerbos does not start');
    }
    await delay(50);
  }
  return {
    url: `${url}/api/check/resources`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function binaryPath(): string | null {
  const name = `cerbos-${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`@cerbos/${name}/package.json`);
    return join(dirname(manifest), name);
  } catch {
    return null;
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_cerbos/health`)).ok;
  } catch {
    return false;
  }
}
