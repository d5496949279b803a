import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The account that a server process runs under when Castellan itself runs as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** What to hand to `spawn`: a program with the rights it needs and no more. */
interface Launch {
  readonly command: string;
  readonly args: string[];
  readonly uid?: number;
  readonly gid?: number;
}

const OWN_ACCOUNT = 'castellan-pg';

export type Launcher = (program: string, args: readonly string[]) => Launch;

/** All that a server process inherits: it has no business with the tokens in Castellan's own environment. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };

/**
 * The account to run Postgres under, which refuses to run as root; `undefined` means the account of this process.
 *
 * An existing cluster keeps its owner. A new one gets an account that belongs to it alone, made at the first start, so
 * that no other program's account owns its files; where none can be made, an account that every system has.
 * Throws, saying what to do, when the cluster belongs to another person or root has no unprivileged account to lend.
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser | undefined> {
  const owner = await stat(cluster).catch(() => undefined);
  const uid = process.getuid?.();
  if (uid !== 0) {
    if (!owner || owner.uid === uid) return undefined;
    throw new Error(
      `${cluster} belongs to user ${owner.uid}, and this process runs as user ${uid}. ` +
        'Start Castellan as it was started before (root, perhaps), or give it another DATA_DIR.',
    );
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = (await accountOf(OWN_ACCOUNT)) ?? (await makeAccount());
  if (found) return found;
  for (const name of ['postgres', 'nobody']) {
    const lent = await accountOf(name);
    if (lent) return lent;
  }
  throw new Error(
    'Postgres does not run as root, and this machine has neither a "postgres" nor a "nobody" account for it. ' +
      'Make one (useradd --system postgres), start Castellan as an ordinary user, or set DATABASE_URL.',
  );
}

async function accountOf(name: string): Promise<ServerUser | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const entry = accounts.split('\n').find((line) => line.startsWith(`${name}:`));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Makes the account that the server has for itself: without password, shell and home. */
async function makeAccount(): Promise<ServerUser | undefined> {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const args = [...options, '--shell', '/usr/sbin/nologin', OWN_ACCOUNT];
  for (let attempt = 0; attempt < 5; attempt++) {
    // It fails while another process makes the same one: then that is there in a moment.
    await promisify(execFile)('useradd', args, { env: serverEnvironment }).catch(() => undefined);
    const made = await accountOf(OWN_ACCOUNT);
    if (made) return made;
    await delay(100);
  }
  return undefined;
}

/**
 * How to start programs as `user`, who must get to every one of `paths`.
 *
 * Under a private directory of root's (`/root`, a `mktemp -d`) an unprivileged account reaches nothing. There the
 * programs keep the one capability that lets root through, CAP_DAC_OVERRIDE, and lose the rest when they start;
 * `no_setuid_fixup` makes access(2), by which initdb looks for its sister program, count it too.
 * Throws, saying what to do, where that is not possible.
 */
export async function chooseLauncher(
  user: ServerUser | undefined,
  paths: readonly string[],
): Promise<Launcher> {
  if (!user) return (program, args) => ({ command: program, args: [...args] });
  const closed = await firstClosed(user, paths);
  if (closed === undefined) return (program, args) => ({ command: program, args: [...args], ...user });

  const keep = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  const launcher: Launcher = (program, args) => ({ command: 'setpriv', args: [...keep, program, ...args] });
  const probe = launcher('cat', ['/dev/null']);
  await promisify(execFile)(probe.command, probe.args, { env: serverEnvironment }).catch(() => {
    throw new Error(
      `Postgres does not run as root, and user ${user.uid}, which it would run as, cannot get into ${closed}. ` +
        `Open it (chmod a+rx ${closed}), install setpriv (util-linux), move Castellan or its DATA_DIR to where ` +
        'others may read, start Castellan as an ordinary user, or set DATABASE_URL.',
    );
  });
  return launcher;
}

async function firstClosed(user: ServerUser, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    for (const step of stepsTo(path)) {
      const { uid, gid, mode } = await stat(step);
      const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
      if ((bits & 1) === 0) return step;
    }
  }
  return undefined;
}

/** `/a/b` → `/`, `/a`, `/a/b`. */
function stepsTo(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...stepsTo(parent), path];
}
