import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(10 * 512);
let used = random.length;

/**
 * A UUID of version 7 (RFC 9562): the milliseconds of `at`, then 74 random bits. Ids made later sort later, so
 * rows that are written together lie together in the indexes.
 */
export function uuidV7(at: Date): string {
  if (used >= random.length) {
    randomFillSync(random);
    used = 0;
  }
  const time = at.getTime().toString(16).padStart(12, '0');
  const noise = random.toString('hex', used, used + 10);
  used += 10;
  const variant = ((Number.parseInt(noise.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}
