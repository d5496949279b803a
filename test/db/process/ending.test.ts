import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RealProcess, serverUnder, startProcess } from '../../support/real-process.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };

let home: string;
let dataDir: string;
let started: RealProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'castellan-ending-'));
  dataDir = join(home, 'data');
});

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  started = [];
  const left = await serverUnder(dataDir);
  if (left !== null) process.kill(left, 'SIGQUIT');
  await vi.waitFor(async () => expect(await serverUnder(dataDir)).toBeNull(), PATIENCE);
  await rm(home, { recursive: true, force: true });
});

/** A bot whose Telegram does not answer, with a server of its own. */
function start(env: Readonly<Record<string, string>> = {}): RealProcess {
  const telegram = { TELEGRAM_BOT_TOKEN: '123456:AAbb-cc_DD', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
  const begun = startProcess(new URL('../../../src/main.ts', import.meta.url), {
    ...telegram,
    DATA_DIR: dataDir,
    PORT: '0',
    ...env,
  });
  started.push(begun);
  return begun;
}

describe('whatever ends a process, the server it started ends too', { timeout: 120_000 }, () => {
  test('SIGTERM while it starts', async () => {
    const { child, ended } = start();
    await vi.waitFor(async () => expect(await serverUnder(dataDir)).not.toBeNull(), PATIENCE);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(await serverUnder(dataDir)).toBeNull();
  });

  test('Ctrl-C, and once more before it is through', async () => {
    const { child, ended } = start();
    await vi.waitFor(async () => expect(await serverUnder(dataDir)).not.toBeNull(), PATIENCE);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect((await ended).signal).toBeNull();
    await vi.waitFor(async () => expect(await serverUnder(dataDir)).toBeNull(), PATIENCE);
  });

  test('a reader of the demo that has seen enough', async () => {
    const { child, ended } = startProcess(new URL('../../../dev/playground/demo.ts', import.meta.url), {
      TMPDIR: home,
    });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdout?.destroy();
    expect((await ended).signal).toBeNull();
    const left = await readdir(home);
    expect(left.filter((name) => name.startsWith('castellan-demo-'))).toEqual([]);
  });
});

describe('what cannot start says why, in a sentence', { timeout: 60_000 }, () => {
  test('a database that is not there', async () => {
    const { code, err } = await start({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/castellan' }).ended;
    expect(code).toBe(1);
    expect(err).toContain('DATABASE_URL: nothing answers at 127.0.0.1:9. Start Postgres there');
    expect(err).not.toContain('secret');
  });

  test('no messenger in production, and a token under another name', async () => {
    const production = await start({ TELEGRAM_BOT_TOKEN: '', NODE_ENV: 'production' }).ended;
    expect([production.code, production.err]).toEqual([1, expect.stringContaining('no messenger is set up')]);
    const misspelt = await start({ TELEGRAM_BOT_TOKEN: '', TELEGRAM_TOKEN: '123456:AAbb' }).ended;
    expect([misspelt.code, misspelt.err]).toEqual([
      1,
      expect.stringContaining('TELEGRAM_TOKEN is no setting of Castellan; did you mean TELEGRAM_BOT_TOKEN?'),
    ]);
    expect(misspelt.err).not.toContain('AAbb');
  });
});
