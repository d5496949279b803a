import { existsSync } from 'node:fs';

/**
 * A file or folder of this package, by its path from the package's root (a folder's ends in `/`). The root is looked
 * for, because the code may lie anywhere below it: in `src/`, in `dist/`, or in the bundle of the process.
 */
export function packageFile(path: string): URL {
  return new URL(path, root);
}

const root = rootAbove(new URL('./', import.meta.url));

function rootAbove(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const above = new URL('../', folder);
  if (above.href === folder.href) throw new Error('The files of Castellan lie in no package.');
  return rootAbove(above);
}
