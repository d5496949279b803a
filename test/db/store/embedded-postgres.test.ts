import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/postgres/embedded-postgres.ts';
import { serves } from '../../../src/postgres/embedded-process.ts';
import { startOwner } from '../../support/embedded-owner.ts';

const root = process.getuid?.() === 0;
/** May an ordinary user run what is in this clone? Not when root keeps it under a private directory. */
const cloneIsOpen =
  root &&
  spawnSync('setpriv', [
    ...['--reuid=nobody', '--regid=nogroup', '--clear-groups', process.execPath],
    ...['-e', 'require("node:fs").accessSync(process.argv[1])', fileURLToPath(import.meta.url)],
  ]).status === 0;
/** Under root it is root's own, mode 0700: the server's account cannot look into it. */
let home: string;
let dataDir: string;
let seed: string;
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  seed = join(await mkdtemp(join(tmpdir(), 'castellan-')), 'data');
  await (await startEmbeddedPostgres({ dataDir: seed, log: () => undefined })).stop();
});

afterAll(() => rm(join(seed, '..'), { recursive: true }));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'castellan-'));
  dataDir = join(home, 'data');
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(home, { recursive: true, force: true });
});

/** A cluster that has been in use; setting one up takes a second. */
async function existingCluster(): Promise<void> {
  await promisify(execFile)('cp', ['-a', seed, dataDir]);
}

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  started.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement).finally(() => client.end());
  return rows[0] ?? {};
}

async function serverPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('a new server', () => {
  test('is durable, speaks Cyrillic, and is reached by its owner only', async () => {
    const { url } = await start();
    const facts = await ask(
      url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
              lower('ЖУК Ї') as lower, rolsuper as super from pg_roles where rolname = current_user`,
    );
    expect(facts).toEqual({
      fsync: 'on',
      commit: 'on',
      listens: '',
      encoding: 'UTF8',
      lower: 'жук ї',
      super: false,
    });
    expect((await stat(join(dataDir, 'socket'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);

    await ask(url, 'create extension pg_trgm');
    await ask(url, 'create extension btree_gist');
    const { similarity } = await ask(url, "select similarity('Анна Петрова', 'петрова анна')");
    expect(similarity).toBe(1);
  });

  test('keeps its superuser to itself', async () => {
    await existingCluster();
    const { url } = await start();
    const asSuperuser = url.replace(/castellan:.*@\/castellan/, 'postgres@/postgres');
    await expect(ask(asSuperuser, 'select 1')).rejects.toThrow('no pg_hba.conf entry');
  });

  test('lets nobody in without the password, which only its owner may read, and gives one to a cluster without', async () => {
    await existingCluster();
    await writeFile(join(dataDir, 'postgres/pg_hba.conf'), 'local all castellan trust\n');
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    const password = await readFile(join(dataDir, 'postgres-password'), 'utf8');
    expect(url).toContain(password.trim());
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(/:[^@/]*@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password authentication',
    );
    await expect(ask(url.replace(/:[^@/]*@/, '@'), 'select 1')).rejects.toThrow('password');
  });

  test('fits its socket elsewhere when DATA_DIR is too long for one', async () => {
    dataDir = join(dataDir, 'x'.repeat(100));
    const server = await start();
    expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
    const socketDir = new URL(server.url.replace('@/', '@localhost/')).searchParams.get('host') ?? '';
    expect(socketDir).not.toContain(dataDir);
    await server.stop();
    await expect(stat(socketDir)).rejects.toThrow('ENOENT');
  });
});

describe('one owner', () => {
  beforeEach(existingCluster);

  test('stops its server on SIGTERM, and everything committed is there at the next start', async () => {
    const owner = startOwner(dataDir);
    await ask(await owner.up, 'create table kept as select 1 as one');
    const pid = await serverPid();
    process.kill(owner.pid, 'SIGTERM');
    expect(await owner.ended).toEqual({ code: 0, message: '' });
    expect(await serves(pid, join(dataDir, 'postgres'))).toBe(false);
    expect(await ask((await start()).url, 'select * from kept')).toEqual({ one: 1 });
  });

  test('is started again when its server dies, at the same address, with everything committed', async () => {
    await existingCluster();
    const warnings: string[] = [];
    const server = await startEmbeddedPostgres({
      dataDir,
      log: () => undefined,
      warn: (line) => warnings.push(line),
    });
    started.push(server);
    await ask(server.url, 'create table kept as select 1 as n');
    const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(server.url, 'select n from kept')).toEqual({ n: 1 }), {
      timeout: 20_000,
    });
    expect(warnings[0]).toContain('went away');
    await server.stop();
    await expect(ask(server.url, 'select 1')).rejects.toThrow();
  });

  test('a Ctrl-C in its terminal does not reach the server', async () => {
    const owner = startOwner(dataDir);
    const url = await owner.up;
    process.kill(-owner.pid, 'SIGINT');
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    process.kill(owner.pid, 'SIGTERM');
    await owner.ended;
  });

  test('a second process is told who has the directory; once the first is killed, it takes the server over', async () => {
    const first = startOwner(dataDir);
    await ask(await first.up, 'create table kept as select 1 as one');
    const pid = await serverPid();

    const second = await startOwner(dataDir).ended;
    expect(second.code).toBe(1);
    expect(second.message).toContain(`Another Castellan (process ${first.pid}) runs on ${dataDir}`);

    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const third = await start();
    expect(await serverPid()).toBe(pid);
    expect(await ask(third.url, 'select * from kept')).toEqual({ one: 1 });
    await third.stop();
    expect(await serves(pid, join(dataDir, 'postgres'))).toBe(false);
  });

  test('of three that start at once on nothing, one gets it', async () => {
    await rm(join(dataDir, 'postgres'), { recursive: true });
    const owners = [1, 2, 3].map(() => startOwner(dataDir));
    const outcomes = await Promise.allSettled(owners.map(({ up }) => up));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('Another Castellan');
    }
    const winner = owners[outcomes.findIndex(({ status }) => status === 'fulfilled')];
    process.kill(winner?.pid ?? 0, 'SIGTERM');
    await winner?.ended;
  });
});

describe('what a crash leaves behind', () => {
  beforeEach(existingCluster);

  test('a pid file without a process', async () => {
    const owner = startOwner(dataDir);
    await ask(await owner.up, 'create table kept as select 1 as one');
    const pid = await serverPid();
    process.kill(owner.pid, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => serves(pid, join(dataDir, 'postgres')), { interval: 5 }).toBe(false);
    expect(await ask((await start()).url, 'select * from kept')).toEqual({ one: 1 });
  });

  test('a pid file whose number another program has got since', async () => {
    const cluster = join(dataDir, 'postgres');
    const socketDir = join(dataDir, 'socket');
    const { uid, gid } = await stat(cluster);
    const other = spawn('sleep', ['60'], root ? { uid, gid } : {});
    const lines = [other.pid, cluster, 0, 5432, socketDir, '', '', 'ready', ''].join('\n');
    await writeFile(join(cluster, 'postmaster.pid'), lines);
    await mkdir(socketDir, { recursive: true });
    await writeFile(join(socketDir, '.s.PGSQL.5432.lock'), lines);
    expect(await ask((await start()).url, 'select 1 as one')).toEqual({ one: 1 });
    expect(other.kill()).toBe(true);
  });

  test('half a cluster', async () => {
    await rename(join(dataDir, 'postgres'), join(dataDir, 'postgres.new-999999999'));
    await start();
    await expect(stat(join(dataDir, 'postgres.new-999999999'))).rejects.toThrow('ENOENT');
  });

  test('a server that cannot start is reported with the end of its log', async () => {
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '9.6\n');
    await expect(start()).rejects.toThrow(/did not start[\s\S]*initialized by PostgreSQL version 9\.6/);
  });
});

describe.runIf(root)('accounts', () => {
  async function shared(): Promise<void> {
    await chmod(home, 0o755);
    await mkdir(dataDir);
    await chown(dataDir, 65534, 65534);
  }

  test('root lends an unprivileged account, which keeps the cluster', async () => {
    await existingCluster();
    const { url } = await start();
    const { uid } = await stat(join(dataDir, 'postgres'));
    const accounts = await readFile('/etc/passwd', 'utf8');
    expect(accounts).toMatch(new RegExp(`^castellan-pg:[^:]*:${uid}:`, 'm'));
    expect((await stat(`/proc/${await serverPid()}`)).uid).toBe(uid);
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  async function capabilities(): Promise<string | undefined> {
    const status = await readFile(`/proc/${await serverPid()}/status`, 'utf8');
    return status.match(/CapEff:\s*(\w+)/)?.[1];
  }

  test('under a private directory that account keeps just the capability that lets it in', async () => {
    await existingCluster();
    await start();
    expect(await capabilities()).toBe('0000000000000002');
  });

  test.runIf(cloneIsOpen)('under an open directory it keeps none', async () => {
    await existingCluster();
    await chmod(home, 0o755);
    await start();
    expect(await capabilities()).toBe('0000000000000000');
  });

  test.runIf(cloneIsOpen)('an ordinary user runs it as itself', async () => {
    await shared();
    const owner = startOwner(dataDir, { unprivileged: true });
    expect(await ask(await owner.up, 'select 1 as one')).toEqual({ one: 1 });
    expect((await stat(`/proc/${await serverPid()}`)).uid).toBe(65534);
    process.kill(owner.pid, 'SIGTERM');
    expect(await owner.ended).toEqual({ code: 0, message: '' });
  });

  test.runIf(cloneIsOpen)('an ordinary user is told whose cluster it is', async () => {
    await shared();
    await mkdir(join(dataDir, 'postgres'));
    const { code, message } = await startOwner(dataDir, { unprivileged: true }).ended;
    expect(code).toBe(1);
    expect(message).toContain('belongs to user 0, and this process runs as user 65534');
  });
});
