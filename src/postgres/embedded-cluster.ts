import { spawn } from 'node:child_process';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './embedded-binaries.ts';
import { accessRules } from './embedded-password.ts';
import { isAlive } from './embedded-process.ts';
import { type Launcher, type ServerUser, serverEnvironment } from './embedded-user.ts';

/** The role, and the database of the same name, that Castellan uses in its own server. */
export const embeddedRole = 'castellan';

const HBA_FILE = 'pg_hba.conf';

// Postgres's own C.UTF-8 orders and lowers text the same on every machine. LC_CTYPE still comes from the C
// library, and pg_trgm asks it what a letter is: in its locale C, Cyrillic has none. macOS may lack C.UTF-8.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8'];

/**
 * Makes the cluster directory unless it is there. It appears whole or not at all: a process that is killed half-way, or
 * overtaken by another process, leaves nothing that a later start could take for a cluster.
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  launcher: Launcher,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  if (await stat(cluster).catch(() => undefined)) return;
  await removeAbandoned(cluster);
  const draft = `${cluster}.new-${process.pid}`;
  await mkdir(draft, { mode: 0o700 });
  try {
    if (user) await chown(draft, user.uid, user.gid);
    await initialise(draft, binaries, launcher, password);
    await rename(draft, cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!isOvertaken(error)) throw error;
  }
  // A power cut must not undo the rename after the first acknowledged commit.
  const parent = await open(dirname(cluster));
  await parent.sync();
  await parent.close();
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code));
}

async function initialise(
  cluster: string,
  binaries: Binaries,
  launcher: Launcher,
  password: string,
): Promise<void> {
  const options = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  let made = { code: 1, output: '' };
  for (const locale of characterTypes) {
    made = await run(launcher, binaries.initdb, [...options, `--lc-ctype=${locale}`]);
    if (!made.output.includes('invalid locale name')) break;
  }
  requireSuccess(made);
  const statements = [
    `create role ${embeddedRole} login createdb password '${password}'`,
    `create database ${embeddedRole} owner ${embeddedRole}`,
  ];
  requireSuccess(await runAlone(cluster, binaries, launcher, statements));
  await allowRole(cluster, password);
}

/**
 * Sets the password of a cluster that has another one or none yet, as those of earlier versions. Not while its server
 * runs: then it does nothing, and the next start does it.
 */
export async function ensurePassword(
  cluster: string,
  binaries: Binaries,
  launcher: Launcher,
  password: string,
): Promise<void> {
  const rules = await readFile(join(cluster, HBA_FILE), 'utf8').catch(() => '');
  if (rules === accessRules(embeddedRole, password)) return;
  const made = await runAlone(cluster, binaries, launcher, [
    `alter role ${embeddedRole} password '${password}'`,
  ]);
  // Another process was quicker, or the cluster cannot be used at all, which its server says better.
  if (made.code === 0) await allowRole(cluster, password);
}

/** Runs statements as the superuser, in the single-user mode of a server that does not run. */
async function runAlone(
  cluster: string,
  binaries: Binaries,
  launcher: Launcher,
  statements: readonly string[],
) {
  // A password of 256 random bits needs no stretching, which each connection would pay for.
  const settings = ['-c', 'exit_on_error=on', '-c', 'scram_iterations=1'];
  const single = ['--single', '-D', cluster, ...settings, 'postgres'];
  return run(launcher, binaries.postgres, single, `${statements.join(';\n')};\n`);
}

/**
 * Lets our role in with its password and nobody else, so that no other account of the machine reads the database. The
 * role is no superuser (a superuser could read files as the server's account), and nobody can log in as one; the
 * single-user mode of the server is there for operators who need that.
 */
async function allowRole(cluster: string, password: string): Promise<void> {
  const hba = await open(join(cluster, HBA_FILE), 'r+');
  await hba.truncate();
  await hba.writeFile(accessRules(embeddedRole, password));
  await hba.sync();
  await hba.close();
}

async function run(launcher: Launcher, program: string, args: readonly string[], input = '') {
  const { command, args: all, ...account } = launcher(program, args);
  const child = spawn(command, all, { ...account, cwd: '/', env: serverEnvironment, detached: true });
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, out, err] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { code, output: out + err };
}

function requireSuccess({ code, output }: { code: number; output: string }): void {
  if (code === 0) return;
  throw new Error(
    `The embedded Postgres could not be set up: ${output.trim().split('\n').slice(-5).join(' / ')}`,
  );
}

async function removeAbandoned(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true });
  }
}
