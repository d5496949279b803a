import { timingSafeEqual } from 'node:crypto';
import type { onRequestHookHandler, preHandlerHookHandler } from 'fastify';
import type { SchemeLibrary } from '../../../domain/scheme-library.ts';
import type { KeyScope } from '../../api-keys/key.ts';
import { isSecretOf, readKey } from '../../api-keys/store/api-key-token.ts';
import type { UseNotes } from '../../api-keys/store/api-keys.ts';
import type { KeyRecord } from '../store/access.ts';
import type { AccessCache } from '../store/access-cache.ts';
import { AccessError } from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that the request was made with; null until it is checked. */
    apiKey: KeyRecord | null;
  }
}

const bearer = /^Bearer +(\S+)$/i;
const unauthorized = (): AccessError => new AccessError(401, 'A living API key is required as bearer token.');

/** Keys with the secret that was found to be theirs, for as long as the key is remembered. */
type Proven = WeakMap<KeyRecord, Buffer>;

/**
 * Whether a secret is a key's. A key is asked with again and again, and hashing costs more than the decision: what
 * was proven once is only compared afterwards, in constant time like the hash.
 */
function isSecretOfKey(secret: string, key: KeyRecord, proven: Proven): boolean {
  const given = Buffer.from(secret);
  const before = proven.get(key);
  if (before?.length === given.length && timingSafeEqual(before, given)) return true;
  if (!isSecretOf(secret, key.secretHash)) return false;
  proven.set(key, given);
  return true;
}

/**
 * Lets a request pass that bears a living key, notes the key's use, and has its workspace's scheme read. A key that never was, one that was
 * revoked and one with a wrong secret are answered alike.
 */
export function authenticate(
  cache: AccessCache,
  uses: UseNotes,
  schemes: SchemeLibrary,
): onRequestHookHandler {
  const proven: Proven = new WeakMap();
  return (request, _reply, done) => {
    const [, token = ''] = bearer.exec(request.headers.authorization ?? '') ?? [];
    const given = readKey(token);
    if (given === null) {
      done(unauthorized());
      return;
    }
    const check = (key: KeyRecord | null): void => {
      if (key === null || !isSecretOfKey(given.secret, key, proven)) {
        done(unauthorized());
        return;
      }
      request.apiKey = key;
      uses.note(key.id);
      if (schemes.has(key.scheme)) done();
      else schemes.read(key.scheme).then(() => done(), done);
    };
    const known = cache.knownKey(given.publicId);
    if (known === undefined) cache.readKey(given.publicId).then(check, done);
    else check(known);
  };
}

/**
 * Asks again once the body is there: it may take half a minute to come, and the key may be revoked meanwhile or its
 * workspace have another scheme.
 *
 * @param authenticated the hook that the request has passed
 */
export function reassure(
  cache: AccessCache,
  schemes: SchemeLibrary,
  authenticated: onRequestHookHandler,
): preHandlerHookHandler {
  return function (request, reply, done) {
    const key = request.apiKey;
    if (key !== null && cache.knownKey(key.publicId) === key && schemes.has(key.scheme)) done();
    else authenticated.call(this, request, reply, done);
  };
}

/** The key of a request that has passed {@link authenticate}, if its scope covers what is asked. */
export function keyFor(request: { readonly apiKey: KeyRecord | null }, scope: KeyScope): KeyRecord {
  if (request.apiKey === null) throw unauthorized();
  if (!request.apiKey.scopes.includes(scope)) {
    throw new AccessError(403, `This key's scope does not include ${scope}.`);
  }
  return request.apiKey;
}
