import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps the tokens of channels unreadable for a person who has the database but not the installation's secret. */
export interface TokenBox {
  /** What is stored of a channel's token. It opens for this channel only. */
  seal(channelId: string, token: string): Buffer;
  /** The token again. Throws on what was not sealed for this channel with this key, or was changed since. */
  open(channelId: string, sealed: Uint8Array): string;
}

/** As NIST SP 800-38D recommends for GCM: a nonce of 96 bits, a tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key of 32 bytes: nonce, tag and ciphertext in one. The channel's id is authenticated along,
 * so that no sealed token can be put into another channel's row.
 */
export function createTokenBox(key: Uint8Array, random: (size: number) => Buffer = randomBytes): TokenBox {
  return {
    seal(channelId, token) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(channelId));
      const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open(channelId, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(channelId))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}
