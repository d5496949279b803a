import { hash, timingSafeEqual } from 'node:crypto';

/** Random bytes that a key is made of: 8 to find it by, 256 bits that nobody guesses. */
export const KEY_ENTROPY_BYTES = 40;

const PUBLIC_BYTES = 8;

/** A key as it is shown, once. What may be stored of it is its public id and the hash of its secret. */
export interface MintedKey {
  /** `ck_<16 hex digits>_<43 characters of A-Za-z0-9_->`. */
  readonly token: string;
  readonly publicId: string;
  readonly secretHash: Buffer;
}

/** Makes a key of {@link KEY_ENTROPY_BYTES} random bytes. Throws RangeError where there are fewer. */
export function mintKey(random: Buffer): MintedKey {
  if (random.length < KEY_ENTROPY_BYTES)
    throw new RangeError(`a key takes ${KEY_ENTROPY_BYTES} random bytes`);
  const publicId = random.toString('hex', 0, PUBLIC_BYTES);
  const secret = random.toString('base64url', PUBLIC_BYTES, KEY_ENTROPY_BYTES);
  return { token: `ck_${publicId}_${secret}`, publicId, secretHash: hashOf(secret) };
}

/** The parts of a key that came from outside, or null where it has not the form of one. */
export function readKey(token: string): { readonly publicId: string; readonly secret: string } | null {
  const [, publicId, secret] = /^ck_([0-9a-f]{16})_([\w-]{43})$/.exec(token) ?? [];
  return publicId === undefined || secret === undefined ? null : { publicId, secret };
}

/** Whether a secret is the one that was hashed; takes the same time whatever differs. */
export function isSecretOf(secret: string, secretHash: Buffer): boolean {
  return timingSafeEqual(hashOf(secret), secretHash);
}

/** A plain hash serves: 256 random bits cannot be found by trying, so nothing slow or salted is needed. */
function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
