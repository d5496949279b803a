import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deriveKey, loadAppSecret } from '../../../src/app/app-secret.ts';
import { makeDataDir } from '../../../src/postgres/data-dir.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'castellan-secret-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

test('a secret is made once and kept for its owner only', async () => {
  const secret = await loadAppSecret(join(dataDir, 'new'));
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await loadAppSecret(join(dataDir, 'new'))).toBe(secret);
  expect((await stat(join(dataDir, 'new', 'app-secret'))).mode & 0o777).toBe(0o600);
});

test('those who start at once agree on one and leave nothing else behind', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => loadAppSecret(dataDir)));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['app-secret']);
});

test('a directory that cannot be made is named at once', async () => {
  await expect(loadAppSecret('/proc/castellan/data')).rejects.toThrow('DATA_DIR /proc/castellan');
  await writeFile(join(dataDir, 'file'), '');
  await expect(makeDataDir(join(dataDir, 'file', 'data'))).rejects.toThrow('cannot be made');
});

test('a damaged secret is refused rather than replaced', async () => {
  await writeFile(join(dataDir, 'app-secret'), '');
  await expect(loadAppSecret(dataDir)).rejects.toThrow('less than 32 characters');
});

test('a derived key serves as a webhook secret, is stable, and differs by purpose and by secret', () => {
  const key = deriveKey('a'.repeat(32), 'telegram webhook');
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(deriveKey('a'.repeat(32), 'telegram webhook')).toBe(key);
  expect(deriveKey('a'.repeat(32), 'buttons')).not.toBe(key);
  expect(deriveKey('b'.repeat(32), 'telegram webhook')).not.toBe(key);
});
