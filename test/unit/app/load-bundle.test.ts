import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeCacheOf, loadBundle } from '../../../src/app/load-bundle.ts';

let folder: string;
const path = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'castellan-bundle-'));
  await writeFile(path('shared.cjs'), 'exports.token = {};');
  await writeFile(path('late.cjs'), "exports.token = require('./shared.cjs').token;");
  await writeFile(
    path('main.cjs'),
    `exports.shared = require('./shared.cjs').token;
     exports.builtIn = require('node:path');
     exports.late = () => require('./late.cjs').token;
     exports.place = __filename;`,
  );
  for (const name of ['shared.cjs', 'main.cjs']) await writeFile(codeCacheOf(path(name)), '');
});
afterEach(() => rm(folder, { recursive: true }));

interface Exports {
  readonly shared: object;
  readonly builtIn: object;
  readonly late: () => object;
  readonly place: string;
}

/** The bundle of these files, and its scripts. */
function load(): [Exports, Map<string, Script>] {
  const compiled = new Map<string, Script>();
  return [loadBundle(path('main.cjs'), compiled) as Exports, compiled];
}

/** As if in a process that has loaded nothing yet. */
async function forget(): Promise<void> {
  const { createRequire } = await import('node:module');
  const { cache } = createRequire(path('main.cjs'));
  for (const file of Object.keys(cache)) if (file.startsWith(folder)) delete cache[file];
}

test('a file with a code cache and one left to Node share what both require', () => {
  const [{ shared, late, builtIn, place }] = load();
  expect(late()).toBe(shared);
  expect(builtIn).toHaveProperty('join');
  expect(place).toBe(path('main.cjs'));
});

test('V8 takes the code that it made of the same file, and refuses any other', async () => {
  const [, first] = load();
  for (const [file, script] of first) await writeFile(codeCacheOf(file), script.createCachedData());
  expect([...first.keys()]).toEqual([path('main.cjs'), path('shared.cjs')]);

  await forget();
  const [again, second] = load();
  expect([...second.values()].map((script) => script.cachedDataRejected)).toEqual([false, false]);
  expect(again.late()).toBe(again.shared);

  await forget();
  const source = await readFile(path('shared.cjs'), 'utf8');
  await writeFile(path('shared.cjs'), `${source} exports.newer = true;`);
  const [changed, third] = load();
  expect([...third.values()].map((script) => script.cachedDataRejected)).toEqual([false, true]);
  expect(changed.late()).toBe(changed.shared);

  await forget();
  await rm(codeCacheOf(path('main.cjs')));
  const [bare] = load();
  expect(bare.late()).toBe(bare.shared);
});
