import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const ROOT = new URL('../../', import.meta.url);

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Runs an example as its first lines say; resolves when it says that it is open. */
export async function runExample(file: string, settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=castellan-source', file], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      said += data;
      if (said.includes('is open')) resolve();
    });
    child.once('exit', () => reject(new Error(`${file} ended:\n${said}`)));
  });
  return child;
}
