import type { CompiledScheme } from '../../access/compile.ts';

/**
 * A choice of roles as it travels on a button: a bit for each rank, in base 36, at most seven characters for
 * the 31 roles that a scheme may have. A choice is stored nowhere: every toggle carries the whole of it.
 */
export function roleMask(scheme: CompiledScheme, roles: readonly string[]): string {
  const bits = scheme.roles.reduce((sum, { key, rank }) => (roles.includes(key) ? sum + 2 ** rank : sum), 0);
  return bits.toString(36);
}

/** The roles that a mask names, broadest first; anything that is no mask names none. */
export function rolesInMask(scheme: CompiledScheme, mask: string | undefined): readonly string[] {
  const bits = /^[0-9a-z]{1,7}$/.test(mask ?? '') ? Number.parseInt(mask ?? '', 36) : 0;
  return scheme.roles.filter(({ rank }) => Math.floor(bits / 2 ** rank) % 2 === 1).map(({ key }) => key);
}
