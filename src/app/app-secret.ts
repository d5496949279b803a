import { createHmac, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataDir } from '../postgres/data-dir.ts';

/**
 * The secret of an installation whose APP_SECRET is not set: made once, kept in `dataDir/app-secret`, readable by
 * its owner only. Processes that start at once agree on one.
 */
export async function loadAppSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'app-secret');
  const kept = await readSecret(path);
  if (kept !== undefined) return kept;

  await makeDataDir(dataDir);
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await file.sync();
    // A link appears whole and never replaces another: the first to make it decides.
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
  return loadAppSecret(dataDir);
}

async function readSecret(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const secret = text?.trim();
  if (secret !== undefined && secret.length < 32) {
    throw new Error(
      `${path} holds less than 32 characters. Put the secret back, or remove the file to make a new one.`,
    );
  }
  return secret;
}

/**
 * A key of its own for each purpose (43 characters of `A-Za-z0-9_-`), so that what one protects is worth nothing
 * for another. The same secret and purpose always give the same key.
 */
export function deriveKey(appSecret: string, purpose: string): string {
  return createHmac('sha256', appSecret).update(purpose).digest('base64url');
}
