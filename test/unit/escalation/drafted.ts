import type { CompiledScheme } from '../../../src/access/compile.ts';
import { allRights } from '../../../src/access/vocabulary.ts';
import { addRole } from '../../../src/features/schemes/add-role.ts';
import { deleteRole } from '../../../src/features/schemes/delete-role.ts';
import { draftOf, type SchemeDraft } from '../../../src/features/schemes/draft.ts';
import { mergeRole } from '../../../src/features/schemes/merge-role.ts';
import { setRule } from '../../../src/features/schemes/set-rule.ts';
import { setRight } from '../../../src/features/schemes/toggle-right.ts';
import type { Edit } from './acts.ts';

/** The scheme in force with some presses on its draft. */
export function drafted(scheme: CompiledScheme, edits: readonly Edit[]): SchemeDraft {
  return edits.reduce(edited, draftOf(scheme));
}

function edited(draft: SchemeDraft, edit: Edit, place: number): SchemeDraft {
  const { roles } = draft.declaration;
  const keyAt = (number: number): string => roles[number % roles.length]?.key ?? '';
  const key = keyAt(edit.role);
  switch (edit.kind) {
    case 'right':
      return setRight(draft, key, allRights[edit.right % allRights.length] ?? 'bot.view', edit.extent);
    case 'add':
      return addRole(draft, { copyOf: key, title: `Copy ${place} of ${key} ${roles.length}` }).draft;
    case 'delete':
      return deleteRole(draft, key);
    case 'merge':
      return mergeRole(draft, key, keyAt(edit.into));
    case 'rule':
      return setRule(draft, 'role' in edit.rule ? { ...edit.rule, role: key } : edit.rule);
  }
}
