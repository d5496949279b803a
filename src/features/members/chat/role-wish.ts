import type { CompiledScheme } from '../../../access/compile.ts';
import { roleMask, rolesInMask } from '../../../chat/parts/role-mask.ts';
import type { RoleWish } from '../change-roles.ts';

/** A wish as a button carries it, and the version of the membership that the difference was shown for. */
export interface CarriedWish {
  readonly wish: RoleWish;
  readonly version: number | null;
}

const MINUTE_MS = 60_000;

/**
 * Packs a wish into at most 22 characters, so that with a membership it fits a button: the roles, the end in
 * minutes since the epoch (rounded down: a day ends within itself), and the version, each in base 36. Nothing is stored, so the button works
 * whenever it is pressed.
 */
export function packWish(scheme: CompiledScheme, { roles, end }: RoleWish, version?: number): string {
  const packedEnd =
    end === 'kept' ? '' : end === 'never' ? '0' : Math.floor(end.getTime() / MINUTE_MS).toString(36);
  return [roleMask(scheme, roles), packedEnd, version?.toString(36) ?? ''].join('.');
}

/** Reads a packed wish; nothing packed is no wish yet. */
export function unpackWish(scheme: CompiledScheme, packed: string | undefined | null): CarriedWish {
  const [mask, end = '', version = ''] = (packed ?? '').split('.');
  return {
    wish: {
      roles: rolesInMask(scheme, mask),
      end: end === '' ? 'kept' : end === '0' ? 'never' : new Date(Number.parseInt(end, 36) * MINUTE_MS),
    },
    version: version === '' ? null : Number.parseInt(version, 36),
  };
}
