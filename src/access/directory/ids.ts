import { createRegister } from './register.ts';

/** How many numbers stand for an id. */
export const ID_WORDS = 4;

/**
 * Ids as numbers, so that whether two are the same is seen without going to where a text is kept. A UUID is its
 * own 128 bits; any other text is a name, and has the number of its place among the names that are mentioned.
 * Two different ids never have the same numbers.
 */
export interface Ids {
  /** Writes the numbers of an id into a key, from a place on; false where it is a name that nobody mentions. */
  read(id: string, key: Int32Array, at: number): boolean;
  /** The same for an id that is mentioned from now on (once more). */
  take(id: string, key: Int32Array, at: number): void;
  /** One mention less of the id whose numbers stand there. */
  release(key: Int32Array, at: number): void;
}

const UUID_LENGTH = 36;
const HYPHEN = '-'.charCodeAt(0);

/** What each UTF-16 unit counts as a hexadecimal digit; -1 for what is none, capitals among them. */
const digits = new Int8Array(65_536).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) digits[digit.charCodeAt(0)] = value;

/** Creates a table of ids that knows no names. */
export function createIds(): Ids {
  const names = createRegister<string>();
  const write = (name: number, key: Int32Array, at: number): void => {
    key.fill(0, at, at + ID_WORDS);
    key[at] = name;
  };
  return {
    read(id, key, at) {
      if (readUuid(id, key, at)) return true;
      const name = names.numberOf(id);
      if (name === undefined) return false;
      write(name, key, at);
      return true;
    },
    take(id, key, at) {
      if (!readUuid(id, key, at)) write(names.take(id), key, at);
    },
    release(key, at) {
      if (!isUuid(key, at)) names.release(key[at] ?? 0);
    },
  };
}

// Stryker disable all: any tags lead to the same answers, only slower
/** A number of 16 bits made of an id's last letters, which tells most ids apart without reading them whole. */
export function tagOf(id: string): number {
  return id.length < 4 ? 0 : fourDigits(id, id.length - 4) & 0xffff;
}
// Stryker restore all

/** Two tags in one number. */
export function pairOfTags(first: number, second: number): number {
  return (first << 16) | second;
}

export function firstOfTags(pair: number): number {
  return pair >>> 16;
}

export function secondOfTags(pair: number): number {
  return pair & 0xffff;
}

/**
 * Writes the numbers of a UUID in its usual form; false for any other text, the key is of no use then. The variant
 * that UUIDs have (RFC 9562) makes the third number negative, where a name has zero.
 */
function readUuid(id: string, key: Int32Array, at: number): boolean {
  if (id.length !== UUID_LENGTH || !isHyphen(id, 8) || !isHyphen(id, 13)) return false;
  if (!isHyphen(id, 18) || !isHyphen(id, 23)) return false;
  const a = fourDigits(id, 0);
  const b = fourDigits(id, 4);
  const c = fourDigits(id, 9);
  const d = fourDigits(id, 14);
  const e = fourDigits(id, 19);
  const f = fourDigits(id, 24);
  const g = fourDigits(id, 28);
  const h = fourDigits(id, 32);
  key[at] = (a << 16) | b;
  key[at + 1] = (c << 16) | d;
  key[at + 2] = (e << 16) | f;
  key[at + 3] = (g << 16) | h;
  return (a | b | c | d | e | f | g | h) >= 0 && isUuid(key, at);
}

function isUuid(key: Int32Array, at: number): boolean {
  return (key[at + 2] ?? 0) < 0;
}

function isHyphen(id: string, at: number): boolean {
  return id.charCodeAt(at) === HYPHEN;
}

/** Four digits as one number; negative where one of them is none, for -1 joined with anything is negative. */
function fourDigits(id: string, at: number): number {
  return (
    (digitAt(id, at) << 12) | (digitAt(id, at + 1) << 8) | (digitAt(id, at + 2) << 4) | digitAt(id, at + 3)
  );
}

function digitAt(id: string, at: number): number {
  return digits[id.charCodeAt(at)] ?? -1;
}
