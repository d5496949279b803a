import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'castellan-playground-'));
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

function start(input: 'pipe' | 'ignore', port = '0') {
  const child = spawn(process.execPath, ['--import', tsx, main], {
    // Where no .env is.
    cwd: dataDir,
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: port },
    stdio: [input, 'pipe', 'pipe'],
  });
  let output = '';
  const said = new EventTarget();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      said.dispatchEvent(new Event('more'));
    });
  return {
    child,
    output: () => output,
    ended: once(child, 'close').then(([status]) => status as number | null),
    async shows(text: string) {
      while (!output.includes(text)) await once(said, 'more');
    },
  };
}

async function play(...lines: string[]): Promise<string> {
  const { child, ended, output } = start('pipe');
  child.stdin?.end(lines.map((line) => `${line}\n`).join(''));
  expect(await ended, output()).toBe(0);
  return output();
}

test('people are played by lines, and are the same people after a restart', async () => {
  const first = await play(':new-person Clara uk clara', ':group Team anna clara', ':in Team', ':menu');
  expect(first).toContain('Anna › :new-person Clara uk clara');
  expect(first).toContain('— Clara in Team —');
  expect(first).toContain('/help');
  const played = await play('/new Acme company', ':as boris');
  expect(played).toMatch(/Anna › \/new Acme company\n\nCastellan #\d+\n {2}.*Acme/);
  expect(played).toMatch(/\[1\] /);
  const second = await play(':people', ':as nobody', ':as clara', ':in Team');
  expect(second).toMatch(
    /→ Anna @anna \(en\)\n {2}Boris @boris \(ru\)\n {2}Vira @vira \(uk\)\n {2}Clara @clara \(uk\)/,
  );
  expect(second).toContain('There is nobody called nobody. :people lists who there is.');
  expect(second).toContain('— Clara in Team —');
});

test('without an input it runs until it is told to stop, and others play over HTTP', async () => {
  const { child, ended, output, shows } = start('ignore');
  await shows('npm start\n');
  const users = /curl (\S+\/control\/users)/.exec(output())?.[1] ?? '';
  const answer: unknown = await (await fetch(users, { method: 'POST' })).json();
  expect(answer).toMatchObject({
    result: expect.arrayContaining([expect.objectContaining({ username: 'anna' })]),
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a taken port is named in one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { ended, output } = start('ignore', port);
  expect(await ended).toBe(1);
  expect(output()).toBe(
    `Castellan cannot start: port ${port} is taken by another program. Stop that, or set PORT to another (0: any free one).\n`,
  );
  taken.close();
});
