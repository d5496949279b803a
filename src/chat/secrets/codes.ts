import { createHmac, timingSafeEqual } from 'node:crypto';

/** Letters and digits that no one mistakes for each other: 31 of them, so eight make 39 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LINK_LENGTH = 8;
const MAIL_DIGITS = 6;
/** The largest multiple of the alphabet that fits a byte: beyond it some letters would come more often. */
const FAIR_BYTES = 248;

/** Makes one-time codes and what may be stored of them. */
export interface Codes {
  /** A code to be typed in another messenger: `ABCD-EFG2`, never without a digit. */
  drawLink(): string;
  /** A code that goes to an e-mail address: six digits. */
  drawMail(): string;
  /** HMAC of a code for one purpose: too short a secret for a plain hash. */
  hash(purpose: string, code: string): Buffer;
  /** Whether a typed code is the one that was hashed; takes the same time whatever differs. */
  matches(hash: Buffer, purpose: string, code: string): boolean;
}

/** Draws codes from `random`, which yields so many random bytes. */
export function createCodes(key: Buffer, random: (bytes: number) => Buffer): Codes {
  const hash = (purpose: string, code: string): Buffer =>
    createHmac('sha256', key).update(`${purpose} ${code}`).digest();
  return {
    drawLink() {
      let code = '';
      while (code.length < LINK_LENGTH || !/\d/.test(code)) {
        if (code.length === LINK_LENGTH) code = '';
        for (const byte of random(LINK_LENGTH)) {
          if (byte < FAIR_BYTES && code.length < LINK_LENGTH) code += ALPHABET[byte % ALPHABET.length] ?? '';
        }
      }
      return `${code.slice(0, 4)}-${code.slice(4)}`;
    },
    // Of 2^32 values the remainder by a million is even enough: one part in four thousand.
    drawMail: () => String(random(4).readUInt32BE() % 10 ** MAIL_DIGITS).padStart(MAIL_DIGITS, '0'),
    hash,
    matches: (stored, purpose, code) => timingSafeEqual(stored, hash(purpose, code)),
  };
}

/** A link code as it was drawn, however it was typed; null where the text is none. */
export function linkCodeIn(text: string): string | null {
  const [, first, second] = /^\s*([a-z2-9]{4})\s?[-–—]?\s?([a-z2-9]{4})\s*$/i.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const code = `${first}${second}`.toUpperCase();
  return [...code].every((letter) => ALPHABET.includes(letter))
    ? `${code.slice(0, 4)}-${code.slice(4)}`
    : null;
}

/** Whether a message is a link code as it was shown: with its capitals, and the digit that few names have. */
export function isLinkCodeAsShown(text: string): boolean {
  return isLinkCode(text) && /\d/.test(text) && text === text.toUpperCase();
}

/** Whether a message is nothing but a link code, dash included: plain words are never taken for one. */
export function isLinkCode(text: string): boolean {
  return /^\s*\w{4}[-–—]\w{4}\s*$/.test(text) && linkCodeIn(text) !== null;
}
