import { createReadStream } from 'node:fs';

/** Larger files are no role schemes. */
const MAX_BYTES = 5_000_000;

/** The file is there and is no JSON; the message says why. */
export class FaultyFile extends Error {}

/**
 * What a file says, as JSON has it. Throws `FaultyFile` for what is too large, in another encoding than UTF-8 or no
 * JSON, and an error where it cannot be read.
 *
 * @param file a path; `-` is the standard input
 */
export async function readSchemeFile(file: string): Promise<unknown> {
  const bytes = await bytesOf(file);
  try {
    // Drops a byte order mark, too.
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FaultyFile(`${file} is no JSON: ${error.message}`);
    throw new FaultyFile(`${file} is no text in UTF-8.`);
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      size += chunk.length;
      if (size > MAX_BYTES) throw new FaultyFile(`${file} is larger than 5 MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof FaultyFile) throw error;
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return Buffer.concat(chunks);
}
