import type { RightsTable, RoleDeclaration } from '../../access/define-scheme.ts';
import { rightsIn, tableOf } from '../../access/rights-table.ts';
import type { AddedVocabulary, Right } from '../../access/vocabulary.ts';
import { roleIn, type SchemeDraft, withRole } from './draft.ts';

/** How far a role has a right: not, on what is its holder's own, or everywhere the role reaches. */
export type RightExtent = 'no' | 'own' | 'yes';

/** How far a role of the draft has a right, whatever the scheme forbids to everybody. */
export function extentOf(
  { can, canOnOwn = {} }: RoleDeclaration,
  right: Right,
  added?: AddedVocabulary,
): RightExtent {
  if (rightsIn(can, added).includes(right)) return 'yes';
  return rightsIn(canOnOwn, added).includes(right) ? 'own' : 'no';
}

/** Gives a role a right, takes it, or narrows it to one's own. Throws `Refusal` (`unknown_role`). */
export function setRight(draft: SchemeDraft, key: string, right: Right, extent: RightExtent): SchemeDraft {
  const { can, canOnOwn = {}, ...role } = roleIn(draft, key);
  const added = draft.declaration.vocabulary;
  const own = withRight(canOnOwn, right, extent === 'own', added);
  return withRole(draft, {
    ...role,
    can: withRight(can, right, extent === 'yes', added),
    ...(Object.keys(own).length === 0 ? {} : { canOnOwn: own }),
  });
}

function withRight<T extends 'everything' | RightsTable>(
  table: T,
  right: Right,
  wanted: boolean,
  added: AddedVocabulary | undefined,
): T | RightsTable {
  const rights = new Set(rightsIn(table, added));
  if (rights.has(right) === wanted) return table;
  if (wanted) rights.add(right);
  else rights.delete(right);
  return tableOf(rights, added);
}
