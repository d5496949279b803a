import { Refusal } from '../../domain/refusal.ts';
import { withoutRole } from './delete-role.ts';
import { roleIn, type SchemeDraft } from './draft.ts';

/**
 * Makes one role of two: a person who holds the first, or is invited with it, has the second from then on. Throws
 * `Refusal`: `unknown_role`, `keystone_stays`, `nothing_changed`.
 */
export function mergeRole(draft: SchemeDraft, key: string, into: string): SchemeDraft {
  roleIn(draft, key);
  roleIn(draft, into);
  if (key === into) throw new Refusal('nothing_changed');
  const followed = Object.entries(draft.moves).map(([from, to]): [string, string] => [
    from,
    to === key ? into : to,
  ]);
  return {
    declaration: withoutRole(draft.declaration, key, into),
    moves: { ...Object.fromEntries(followed), [key]: into },
  };
}
