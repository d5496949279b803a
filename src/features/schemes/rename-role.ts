import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { Refusal } from '../../domain/refusal.ts';
import { roleIn, type SchemeDraft, withRole } from './draft.ts';
import { titleFrom } from './title.ts';

/**
 * Gives a role another title; its key stays, so nobody's role changes. Throws `Refusal`: `unknown_role`,
 * `role_title`, `role_title_taken`.
 */
export function renameRole(draft: SchemeDraft, key: string, typed: string): SchemeDraft {
  const role = roleIn(draft, key);
  const title = titleFrom(typed);
  refuseTaken(draft.declaration, title, key);
  return withRole(draft, { ...role, title });
}

/** Two roles of one title could not be told apart. Throws `Refusal` (`role_title_taken`). */
export function refuseTaken({ roles }: SchemeDeclaration, title: string, butOf?: string): void {
  const wanted = title.toLowerCase();
  const taken = roles.some(
    (role) =>
      role.key !== butOf &&
      (role.title?.toLowerCase() === wanted ||
        role.key.replaceAll('_', ' ') === wanted ||
        role.key === wanted),
  );
  if (taken) throw new Refusal('role_title_taken', { values: { title } });
}
