import type { CompiledScheme } from '../../access/compile.ts';
import type { RoleDeclaration, SchemeDeclaration } from '../../access/define-scheme.ts';
import { presetKeys } from '../../access/presets.ts';
import { Refusal } from '../../domain/refusal.ts';

/**
 * A scheme as it would be, and where the holders of today's roles go. Plain JSON: it waits in a wizard while
 * buttons change it bit by bit. Every edit makes a new one.
 */
export interface SchemeDraft {
  readonly declaration: SchemeDeclaration;
  /** By key of a role in force, the role that takes its place; a role not named here keeps its key. */
  readonly moves: Readonly<Record<string, string>>;
}

/** The scheme in force, ready to be edited. A preset becomes a scheme of one's own with the same words. */
export function draftOf({ declaration }: CompiledScheme): SchemeDraft {
  const { key } = declaration;
  const words = presetKeys.find((preset) => preset === key) ?? declaration.titlesFrom;
  return {
    declaration: { ...declaration, key: 'own', ...(words === undefined ? {} : { titlesFrom: words }) },
    moves: {},
  };
}

/** A role of the draft. Throws `Refusal` (`unknown_role`). */
export function roleIn({ declaration }: SchemeDraft, key: string): RoleDeclaration {
  const role = declaration.roles.find((one) => one.key === key);
  if (role === undefined) throw new Refusal('unknown_role', { about: key });
  return role;
}

/** The draft with one role put in another's place. */
export function withRole(draft: SchemeDraft, role: RoleDeclaration): SchemeDraft {
  const roles = draft.declaration.roles.map((one) => (one.key === role.key ? role : one));
  return { ...draft, declaration: { ...draft.declaration, roles } };
}
