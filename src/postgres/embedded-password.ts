import { createHash, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'postgres-password';
const BYTES = 32;

/**
 * The password of our role in the embedded server, from a file that only our own account may read; made at the first
 * call. Those who make it at once agree on one.
 */
export async function loadPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE);
  const draft = `${path}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const known = await read(path);
  if (known !== null) return known;
  await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await read(path);
  if (made === null)
    throw new Error(`${path} holds no password. Remove it, and a new one is made at the next start.`);
  return made;
}

async function read(path: string): Promise<string | null> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (content === null) return null;
  const password = content.trim();
  if (!/^[\w-]{43}$/.test(password))
    throw new Error(`${path} holds no password. Remove it, and a new one is made at the next start.`);
  return password;
}

/**
 * The whole of `pg_hba.conf`: our role with its password, and nobody else. The comment tells which password was set,
 * as a hash of 256 random bits.
 */
export function accessRules(role: string, password: string): string {
  const mark = createHash('sha256').update(password).digest('hex').slice(0, 16);
  return `# password ${mark}\nlocal all ${role} scram-sha-256\n`;
}
