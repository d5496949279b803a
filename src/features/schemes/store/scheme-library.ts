import type { Pool } from 'pg';
import { type CompiledScheme, compile } from '../../../access/compile.ts';
import { type PresetKey, presets } from '../../../access/presets.ts';
import type { SchemeLibrary } from '../../../domain/scheme-library.ts';
import { nameOfVersion, type SchemeVersion, versionNamed } from '../../../domain/scheme-ref.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import { sql } from '../../../store/sql.ts';
import { parseScheme } from '../file/parse.ts';

/** Own schemes kept compiled, about 70 KB each; the least recently used one is dropped first. */
const MAX_KEPT = 500;

/** Opens a library over a pool. A scheme read from the store has the store's name as its key, not that of its file. */
export function openSchemeLibrary(pool: Pool): SchemeLibrary {
  const kept = new Map<string, CompiledScheme>();
  const reading = new Map<string, Promise<CompiledScheme | null>>();

  const recall = (name: string): CompiledScheme | undefined => {
    if (isPreset(name)) return presets[name];
    const scheme = kept.get(name);
    if (scheme === undefined) return undefined;
    kept.delete(name);
    kept.set(name, scheme);
    return scheme;
  };
  const keep = (name: string, scheme: CompiledScheme): CompiledScheme => {
    kept.set(name, scheme);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    return scheme;
  };
  const readOnce = (name: string): Promise<CompiledScheme | null> => {
    const version = versionNamed(name);
    if (version === null) return Promise.resolve(null);
    const known = reading.get(name);
    if (known !== undefined) return known;
    const begun = readVersion(pool, version)
      .then((scheme) => scheme && keep(name, scheme))
      .finally(() => reading.delete(name));
    reading.set(name, begun);
    return begun;
  };

  return {
    has: (name) => isPreset(name) || kept.has(name),
    get(name) {
      const scheme = recall(name);
      if (scheme === undefined) throw new Error(`scheme ${name} is not loaded`);
      return scheme;
    },
    async read(name) {
      const scheme = recall(name) ?? (await readOnce(name));
      if (scheme === null) throw new Error(`no scheme ${name}`);
      return scheme;
    },
    async load(names) {
      const missing = [...names].filter((name) => recall(name) === undefined);
      if (missing.length > 0) await Promise.all(missing.map(readOnce));
    },
  };
}

function isPreset(name: string): name is PresetKey {
  return Object.hasOwn(presets, name);
}

/** A scheme is needed on the way of an update whose process sees the workspace for the first time. */
const versionOf = defineStatement<SchemeVersion, { declaration: unknown }>({
  name: 'scheme-version',
  columns: { declaration: 'jsonb' },
  sql: ({ workspaceId, version }) => sql`
select declaration from scheme_versions where workspace_id = ${workspaceId}::uuid and version = ${version}::int`,
});

async function readVersion(pool: Pool, version: SchemeVersion): Promise<CompiledScheme | null> {
  const [row] = await run(pool, versionOf, version);
  if (row === undefined) return null;
  return compile({ ...parseScheme(row.declaration), key: nameOfVersion(version) });
}
