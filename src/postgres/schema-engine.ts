import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { DatabaseError, type Pool } from 'pg';
import type { Migration } from './migrations.ts';
import { packageFile } from './package-files.ts';

const schemaFile = packageFile('prisma/schema.prisma');
/** Nothing in the database is left to others. */
export const everything = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine, as WASM, on a pool: what `prisma migrate` runs on, without the native program that
 * the CLI would download. The caller frees it.
 */
export async function openSchemaEngine(pool: Pool): Promise<SchemaEngine> {
  engineModule ??= loadEngine();
  const engine = await engineModule;
  const factory = new PrismaPg(pool);
  const schema = await readFile(schemaFile, 'utf8');
  return engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: async () => withWholeScripts(await factory.connect()),
      connectToShadowDb: async () => withWholeScripts(await factory.connectToShadowDb()),
    }),
  );
}

/** Migrations in the shape that the engine takes. */
export function migrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The part of the standard that is used here; TypeScript has it in its DOM library only. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

// The glue code holds one instance; a second one would be read through the memory of the first.
let engineModule: ReturnType<typeof loadEngine> | undefined;

async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(await readFile(glue.replace(/\.js$/, '.wasm')));
  const imports = Object.fromEntries(Object.entries(engine).map(withoutWaiting));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': imports });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  return engine;
}

/** The engine sets a time limit on its lock and never clears it: ten seconds that no process should wait to end. */
function withoutWaiting([name, imported]: [string, unknown]): [string, unknown] {
  if (!name.startsWith('__wbg_setTimeout_')) return [name, imported];
  return [name, (task: () => void, ms: number) => setTimeout(task, ms).unref()];
}

/**
 * The adapter cuts a script at every semicolon, also inside a function's body or a string. Postgres itself takes
 * a whole script, as long as it has no parameters. Its errors go through in its own words.
 */
function withWholeScripts(adapter: Awaited<ReturnType<PrismaPg['connect']>>): SqlDriverAdapter {
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((error: unknown) => {
          if (!(error instanceof DatabaseError)) throw error;
          const { code = '', severity = 'ERROR', message, detail, hint, column } = error;
          throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, hint, column });
        });
    },
  });
}
