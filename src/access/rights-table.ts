import type { RightsTable } from './define-scheme.ts';
import { type Right, resources, rightsTo } from './vocabulary.ts';

/** The rights that a table names, in the order of the vocabulary. */
export function rightsIn(table: 'everything' | RightsTable): readonly Right[] {
  return resources.flatMap((resource) => {
    const actions: 'all' | readonly string[] = table === 'everything' ? 'all' : (table[resource] ?? []);
    return rightsTo(resource).filter(
      (right) => actions === 'all' || actions.includes(right.slice(resource.length + 1)),
    );
  });
}

/** The table that names just these rights; a resource with all of its actions is written `all`. */
export function tableOf(rights: ReadonlySet<Right>): RightsTable {
  return Object.fromEntries(
    resources.flatMap((resource) => {
      const named = rightsTo(resource).filter((right) => rights.has(right));
      if (named.length === 0) return [];
      const actions = named.map((right) => right.slice(resource.length + 1));
      return [[resource, named.length === rightsTo(resource).length ? 'all' : actions]];
    }),
  );
}
