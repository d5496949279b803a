import { Refusal } from '../../domain/refusal.ts';

/** A role's key on a button: keys may be too long for it. FNV-1a, 32 bits, in base 36. */
export function tagOf(key: string): string {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The role that a tag means. Throws `Refusal` where it is gone. */
export function taggedRole<R extends { readonly key: string }>(
  roles: readonly R[],
  tag: string | undefined,
): R {
  const role = roles.find(({ key }) => tagOf(key) === tag);
  if (role === undefined) throw new Refusal('button_stale');
  return role;
}
