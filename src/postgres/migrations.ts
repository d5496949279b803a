import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { packageFile } from './package-files.ts';

/** A folder of `prisma/migrations`. */
export interface Migration {
  /** The folder's name; migrations are applied in the order of their names. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 in hex, as `_prisma_migrations` keeps it. */
  readonly checksum: string;
}

export const migrationsFolder = packageFile('prisma/migrations/');

/** Reads all migrations, in order. */
export async function readMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
