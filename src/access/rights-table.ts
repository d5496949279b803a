import type { RightsTable } from './define-scheme.ts';
import { type AddedVocabulary, type Right, rightsWith } from './vocabulary.ts';

/** The rights that a table names, in the order of the vocabulary. */
export function rightsIn(table: 'everything' | RightsTable, added?: AddedVocabulary): readonly Right[] {
  const rights = rightsWith(added);
  if (table === 'everything') return rights;
  const named: Readonly<Record<string, 'all' | readonly string[]>> = table;
  return rights.filter((right) => {
    const [resource, action] = partsOf(right);
    const actions = Object.hasOwn(named, resource) ? named[resource] : undefined;
    return actions === 'all' || actions?.includes(action);
  });
}

/** The table that names just these rights; a resource with all of its actions is written `all`. */
export function tableOf(rights: ReadonlySet<Right>, added?: AddedVocabulary): RightsTable {
  const resources = new Map<string, { readonly named: string[]; all: boolean }>();
  for (const right of rightsWith(added)) {
    const [resource, action] = partsOf(right);
    const found = resources.get(resource) ?? { named: [], all: true };
    resources.set(resource, found);
    if (rights.has(right)) found.named.push(action);
    else found.all = false;
  }
  return Object.fromEntries(
    [...resources].flatMap(([resource, { named, all }]) =>
      named.length === 0 ? [] : [[resource, all ? 'all' : named]],
    ),
  );
}

/** A right as its resource and its action. */
function partsOf(right: Right): readonly [resource: string, action: string] {
  const dot = right.indexOf('.');
  return [right.slice(0, dot), right.slice(dot + 1)];
}
