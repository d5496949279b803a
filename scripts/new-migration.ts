import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { migrationsFolder } from '../src/postgres/migrations.ts';
import { everything, openSchemaEngine } from '../src/postgres/schema-engine.ts';

// npm run migration -- add_time_zone
//
// Writes the next folder of prisma/migrations: the SQL that leads from the schema as it was committed with the
// last migration to prisma/schema.prisma as it is now. It compares the two texts, not the database that the
// migrations make: Prisma knows nothing of the indexes, checks and triggers written by hand there, and would drop
// them. Nothing is fetched from the network.

const root = fileURLToPath(new URL('..', import.meta.url));
const [, , name = ''] = process.argv;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The engine wants a server even to compare two texts. */
async function difference(before: string, after: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'castellan-migration-'));
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, log: () => undefined });
  const pool = new Pool({ connectionString: server.url });
  try {
    const engine = await openSchemaEngine(pool);
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', files: [{ path: 'before.prisma', content: before }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'after.prisma', content: after }] },
      script: true,
      exitCode: null,
      filters: everything,
    });
    return stdout ?? '';
  } finally {
    await pool.end();
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

if (!/^[a-z][a-z0-9_]*$/.test(name)) stop('Name the migration, as in: npm run migration -- add_time_zone');
if (git('status', '--porcelain', 'prisma/migrations') !== '') stop('Commit the last migration first.');
const last = git('log', '-1', '--format=%H', '--', 'prisma/migrations').trim();
const script = await difference(
  git('show', `${last}:prisma/schema.prisma`),
  await readFile(`${root}/prisma/schema.prisma`, 'utf8'),
);
if (!/^[^-\s]/m.test(script)) stop('prisma/schema.prisma says nothing new since the last migration.');

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = new URL(`${stamp}_${name}/`, migrationsFolder);
await mkdir(folder);
await writeFile(new URL('migration.sql', folder), script);
console.log(
  `${script}\nWritten to prisma/migrations/${stamp}_${name}/migration.sql. Read it, then commit it.`,
);
