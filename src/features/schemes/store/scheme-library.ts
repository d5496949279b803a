import type { Pool } from 'pg';
import { type CompiledScheme, compile } from '../../../access/compile.ts';
import { type PresetKey, presets } from '../../../access/presets.ts';
import { nameOfVersion, type SchemeVersion, versionNamed } from '../../../domain/scheme-ref.ts';
import { parseScheme } from '../file/parse.ts';

/**
 * The compiled schemes of this process. Presets are always there; a workspace's own scheme is read at its first
 * use. A version never changes and a new one has another name, so what is here is never out of date.
 */
export interface SchemeLibrary {
  /** Whether a scheme is here without reading. */
  has(name: string): boolean;
  /** A scheme that is here. Throws `SchemeNotHere` where it must be read, and an error for an unknown preset. */
  get(name: string): CompiledScheme;
  /** Reads a scheme, one statement, unless it is here. Throws where there is none. */
  read(name: string): Promise<CompiledScheme>;
  /**
   * Runs something pure; where it needs a scheme that is not here, reads that and runs it again. So whoever
   * decides need not say beforehand which schemes it will look at.
   */
  run<T>(pure: () => T): Promise<T>;
}

/** A scheme that must be read before it can be asked. */
class SchemeNotHere extends Error {
  readonly scheme: string;

  constructor(scheme: string) {
    super(`scheme ${scheme} was not read`);
    this.scheme = scheme;
  }
}

/** Own schemes kept compiled, some 70 KB each; those used longest ago give way. */
const MOST_KEPT = 500;
/** Schemes that one act can need: its workspace's and those of invitations, transfers and notices. */
const MOST_READ = 20;

const READ = 'select declaration from scheme_versions where workspace_id = $1::uuid and version = $2::int';

/** Opens a library over a pool. A scheme read from the store goes by its name there, whatever its file called it. */
export function openSchemeLibrary(pool: Pool): SchemeLibrary {
  const kept = new Map<string, CompiledScheme>();
  const reading = new Map<string, Promise<CompiledScheme>>();

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
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return scheme;
  };
  const readOnce = (name: string): Promise<CompiledScheme> => {
    const version = versionNamed(name);
    if (version === null) return Promise.reject(new Error(`no scheme ${name}`));
    const known = reading.get(name);
    if (known !== undefined) return known;
    const begun = readVersion(pool, version)
      .then((scheme) => keep(name, scheme))
      .finally(() => reading.delete(name));
    reading.set(name, begun);
    return begun;
  };

  return {
    has: (name) => isPreset(name) || kept.has(name),
    get(name) {
      const scheme = recall(name);
      if (scheme !== undefined) return scheme;
      if (versionNamed(name) === null) throw new Error(`no scheme ${name}`);
      throw new SchemeNotHere(name);
    },
    read: async (name) => recall(name) ?? readOnce(name),
    async run(pure) {
      for (let read = 0; ; read++) {
        try {
          return pure();
        } catch (error) {
          if (!(error instanceof SchemeNotHere) || read === MOST_READ) throw error;
          await readOnce(error.scheme);
        }
      }
    },
  };
}

function isPreset(name: string): name is PresetKey {
  return Object.hasOwn(presets, name);
}

async function readVersion(pool: Pool, version: SchemeVersion): Promise<CompiledScheme> {
  const { rows } = await pool.query<{ declaration: unknown }>({
    name: 'scheme-version',
    text: READ,
    values: [version.workspaceId, version.version],
  });
  const [row] = rows;
  if (row === undefined) throw new Error(`no scheme ${nameOfVersion(version)}`);
  return compile({ ...parseScheme(row.declaration), key: nameOfVersion(version) });
}
