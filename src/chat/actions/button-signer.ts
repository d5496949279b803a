import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a button carries: what to do, and on what. At most two UUIDs fit Telegram's 64 bytes
 * (messages of `callback_data`, 1–64 bytes); anything longer lives in the wizard.
 */
interface ButtonContent {
  /** Two lower-case letters, unique among the actions. */
  readonly code: string;
  /** UUIDs travel packed; other arguments as they are, without `~`. */
  readonly args: readonly string[];
}

/** What a pressed payload turned out to be. */
type Press =
  | ({ readonly kind: 'ours' } & ButtonContent)
  /** Genuine, but made for another person. */
  | ({ readonly kind: 'for-another' } & ButtonContent)
  /** Not made by us, or edited. */
  | { readonly kind: 'forged' };

export interface ButtonSigner {
  /** The payload of a button for one person. Throws over 64 bytes: that is our own mistake. */
  sign(content: ButtonContent, personId: string): string;
  /** Reads what was pressed by a person, who may have been others before. Never throws. */
  read(payload: string, personId: string, formerIds?: readonly string[]): Press;
}

const SEAL_LENGTH = 10;
const OWNER_LENGTH = 4;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PACKED = /^![\w-]{22}$/;

/**
 * Signs buttons with a key: `<seal><owner><code><args>`, where the seal is 60 bits of an HMAC over the rest
 * and the owner 24 bits that tell which person the button was made for.
 */
export function createButtonSigner(key: Buffer): ButtonSigner {
  const digest = (text: string, length: number): string =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, length);
  // The buttons of one screen are made for one person, mostly for the one whose press is being read.
  let latest = { personId: '', owner: '' };
  const ownerOf = (personId: string): string => {
    if (latest.personId !== personId) latest = { personId, owner: digest(`owner ${personId}`, OWNER_LENGTH) };
    return latest.owner;
  };
  return {
    sign({ code, args }, personId) {
      const body = ownerOf(personId) + code + args.map(pack).join('~');
      const payload = digest(`button ${body}`, SEAL_LENGTH) + body;
      if (Buffer.byteLength(payload) > 64) throw new Error(`button ${code} takes over 64 bytes`);
      return payload;
    },
    read(payload, personId, formerIds = []) {
      const seal = payload.slice(0, SEAL_LENGTH);
      const body = payload.slice(SEAL_LENGTH);
      if (body.length < OWNER_LENGTH + 2 || !same(seal, digest(`button ${body}`, SEAL_LENGTH)))
        return { kind: 'forged' };
      const packed = body.slice(OWNER_LENGTH + 2);
      const content: ButtonContent = {
        code: body.slice(OWNER_LENGTH, OWNER_LENGTH + 2),
        args: packed === '' ? [] : packed.split('~').map(unpack),
      };
      const madeFor = body.slice(0, OWNER_LENGTH);
      const isOurs = [personId, ...formerIds].some((id) => same(madeFor, ownerOf(id)));
      return { kind: isOurs ? 'ours' : 'for-another', ...content };
    },
  };
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function pack(argument: string): string {
  return UUID.test(argument)
    ? `!${Buffer.from(argument.replaceAll('-', ''), 'hex').toString('base64url')}`
    : argument;
}

function unpack(argument: string): string {
  if (!PACKED.test(argument)) return argument;
  const hex = Buffer.from(argument.slice(1), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
