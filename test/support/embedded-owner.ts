import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Ending {
  readonly code: number | null;
  readonly message: string;
}

/** Another process that runs `startEmbeddedPostgres`. */
interface Owner {
  readonly pid: number;
  /** The server's address, once it is up; rejects with what the process said if it ended instead. */
  readonly up: Promise<string>;
  readonly ended: Promise<Ending>;
}

const script = fileURLToPath(new URL('embedded-child.ts', import.meta.url));

/** Starts such a process in a process group of its own, as root's `nobody` if asked to. */
export function startOwner(dataDir: string, { unprivileged = false } = {}): Owner {
  const lower = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--'];
  const line = [...(unprivileged ? lower : []), process.execPath, '--import', 'tsx', script, dataDir];
  const [command = '', ...args] = line;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let out = '';
  let message = '';
  child.stderr.on('data', (chunk: Buffer) => {
    message += chunk.toString();
  });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('close', (code) => resolve({ code, message }));
    child.once('error', reject);
  });
  const up = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.endsWith('\n')) resolve(out.trim());
    });
    ended.then(() => reject(new Error(message)), reject);
  });
  up.catch(() => undefined);
  return { pid: child.pid ?? 0, up, ended };
}
