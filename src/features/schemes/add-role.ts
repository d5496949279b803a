import { maxRoles } from '../../access/role-set.ts';
import { Refusal } from '../../domain/refusal.ts';
import { roleIn, type SchemeDraft } from './draft.ts';
import { refuseTaken } from './rename-role.ts';
import { titleFrom } from './title.ts';

/**
 * Adds a role that may do what another may, ranking right below it. A copy of the keystone is an ordinary role.
 * The new role's key is the copied one's with a number. Throws `Refusal`: `unknown_role`, `role_title`,
 * `role_title_taken`, `too_many_roles`.
 */
export function addRole(
  draft: SchemeDraft,
  { copyOf, title: typed }: { readonly copyOf: string; readonly title: string },
): { readonly draft: SchemeDraft; readonly key: string } {
  const { declaration } = draft;
  const copied = roleIn(draft, copyOf);
  const title = titleFrom(typed);
  refuseTaken(declaration, title);
  if (declaration.roles.length >= maxRoles) {
    throw new Refusal('too_many_roles', { values: { most: maxRoles } });
  }
  const key = freeKey(
    copyOf,
    new Set([...declaration.roles.map((role) => role.key), ...Object.keys(draft.moves)]),
  );
  const place = declaration.roles.indexOf(copied) + 1;
  const roles = declaration.roles.toSpliced(place, 0, { ...copied, key, title });
  return { draft: { ...draft, declaration: { ...declaration, roles } }, key };
}

/** Keys have 32 characters at most. A key that a role gave up in this draft is not free: its holders are moved by it. */
function freeKey(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/_\d+$/, '').slice(0, 28);
  for (let number = 2; ; number++) {
    const key = `${stem}_${number}`;
    if (!taken.has(key)) return key;
  }
}
