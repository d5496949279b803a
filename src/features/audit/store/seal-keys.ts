import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEvent, AuditHead, AuditRegister } from '../../../store/generated/client.ts';

/** Purpose of the key that seals the audit. */
export const SEAL_PURPOSE = 'audit seals';

/** What the first event of a workspace is chained to, and the digest of no heads. */
export const ORIGIN = Buffer.alloc(32);

/** An event with everything that its seal covers; the id in digits. */
export interface SealedContent extends Omit<AuditEvent, 'id' | 'xact' | 'detail'> {
  id: string;
  detail: unknown;
}

/** The end of a chain without its own seal. */
export type Head = Omit<AuditHead, 'mac'>;

/** The register without its own seal. */
export type Register = Omit<AuditRegister, 'mac' | 'id'>;

/** The keyed hashes of one installation's audit. Without the key none of them can be computed. */
export interface SealKeys {
  /** Seal of an event behind the previous one. */
  seal(previous: Uint8Array, event: SealedContent): Buffer;
  headMac(head: Head): Buffer;
  registerMac(register: Register): Buffer;
  /** What a head adds to the digest of the register. */
  term(head: Head): Buffer;
  /** Number of an event and 60 bits about its seal, as in `128-K7QF-3MXA-9TRW`. */
  fingerprint(workspaceId: string, position: number, seal: Uint8Array): string;
}

/** Letters and digits that are not mistaken for one another when typed (Crockford's base 32). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes the hashes from a key of 32 bytes. */
export function createSealKeys(key: Uint8Array): SealKeys {
  const mac = (purpose: string, ...values: unknown[]): Buffer =>
    createHmac('sha256', key)
      .update(canonical([purpose, ...values]))
      .digest();
  return {
    seal: (previous, event) => mac('event', hex(previous), contentOf(event)),
    headMac: ({ workspaceId, count, lastSeal, unkeyed, intact }) =>
      mac('head', workspaceId, String(count), hex(lastSeal), String(unkeyed), intact),
    registerMac: ({ heads, digest, settledId, scannedId, scannedXmax, scannedAt, intact }) =>
      mac(
        'register',
        String(heads),
        hex(digest),
        String(settledId),
        String(scannedId),
        String(scannedXmax),
        scannedAt.toISOString(),
        intact,
      ),
    term: ({ workspaceId, count, lastSeal }) => mac('term', workspaceId, String(count), hex(lastSeal)),
    fingerprint(workspaceId, position, seal) {
      const bytes = mac('fingerprint', workspaceId, position, hex(seal));
      const letters = [...bytes.subarray(0, 12)].map((byte) => DIGITS[byte % 32]).join('');
      return `${position}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
    },
  };
}

/** Seal of former versions: SHA-256 without a key, which anyone can compute. */
export function unkeyedSeal(previous: Uint8Array, event: SealedContent): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonical(contentOf(event)))
    .digest();
}

/** XOR of two digests: taking a term out is adding it once more. */
export function combined(one: Uint8Array, other: Uint8Array): Buffer {
  return Buffer.from(one.map((byte, place) => byte ^ (other[place] ?? 0)));
}

/** Whether two hashes are equal, in constant time. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A fingerprint as a person noted it, of today's form or of the former one. */
export type NotedFingerprint =
  | { readonly kind: 'keyed'; readonly position: number; readonly text: string }
  /** Beginning of an unkeyed seal in hexadecimal digits. */
  | { readonly kind: 'former'; readonly digits: string };

/** Reads a typed or pasted fingerprint; null where the text is none. Letters of either case, O for 0, I and L for 1. */
export function readFingerprint(typed: string): NotedFingerprint | null {
  const text = typed.trim().replace(/[‐-―−]/g, '-');
  if (/^[0-9a-f]{16,64}$/i.test(text)) return { kind: 'former', digits: text.toLowerCase() };
  const [, digits, rest = ''] =
    /^(\d{1,15})[-\s]([0-9a-z]{4}[-\s]?[0-9a-z]{4}[-\s]?[0-9a-z]{4})$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const letters = rest.replace(/[-\s]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  const position = Number(digits);
  return {
    kind: 'keyed',
    position,
    text: `${position}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function contentOf(event: SealedContent): unknown[] {
  return [
    event.id,
    event.workspaceId,
    event.at.toISOString(),
    event.actorId,
    event.action,
    event.outcome,
    event.subjectId,
    event.detail,
  ];
}

/** JSON with the keys of every object in order, so that a seal does not depend on how JSON was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
