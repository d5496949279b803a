import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the directory of our own files, and those above it. Only its owner sees what is in it; others may pass
 * through, because the embedded server runs as another user under root.
 *
 * Not by `mkdir`'s `recursive`: where a file system answers "no such file" to the making itself, as `/proc` does,
 * Node asks again for ever.
 *
 * @throws Error naming the directory and the reason when it cannot be made
 */
export async function makeDataDir(path: string): Promise<void> {
  try {
    await make(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DATA_DIR ${path} cannot be made (${reason}). Choose a directory that this user may write to.`,
    );
  }
}

async function make(path: string): Promise<void> {
  const above = dirname(path);
  const missing = await stat(path).then(
    (found) => {
      if (!found.isDirectory()) throw new Error(`${path} is no directory`);
      return false;
    },
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return true;
    },
  );
  if (!missing) return;
  if (above !== path) await make(above);
  await mkdir(path, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
    // Another process was quicker.
    if (error.code !== 'EEXIST') throw error;
  });
}
