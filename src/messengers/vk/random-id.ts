import { createHash } from 'node:crypto';

/** Signed 32 bits is what every source agrees on; 0 may mean "do not check". */
const LARGEST = 2n ** 31n - 1n;

/**
 * The `random_id` of a call: the same at every try, so that VK makes one message of all of them, and never that
 * of another call. Names that count up keep their distances: hashing them into 31 bits would make two of 65,000
 * messages meet more often than not, and the later one would be lost.
 *
 * @param name of the call; numbers in practice
 * @param installation sets two installations with one community apart, whose calls are both counted from 1
 */
export function randomIdOf(name: string, installation: string): number {
  const start = BigInt(`0x${digest(installation)}`);
  const count = /^\d+$/.test(name) ? BigInt(name) : BigInt(`0x${digest(name)}`);
  return Number(((start + count) % LARGEST) + 1n);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
