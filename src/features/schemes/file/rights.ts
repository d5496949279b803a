import { z } from 'zod';
import { type AddedVocabulary, allRights, rightsWith } from '../../../access/vocabulary.ts';
import { isVisibleText, plainText } from '../../../domain/plain-text.ts';
import { isFree, notFree } from './reserved.ts';

/** Characters of a name: other systems name their actions and types as they like. */
const MAX_NAME = 128;
const spelling = `must be 1–${MAX_NAME} visible characters on one line`;
const action = z
  .string()
  .max(MAX_NAME, spelling)
  .refine((text) => text === plainText(text) && isVisibleText(text), spelling)
  .refine(isFree, notFree);
/** A right is its resource and its action with a dot between, and the first dot is the one. */
const resource = action.refine((text) => !text.includes('.'), 'must have no dot');
/** Of one table: each names all that there is instead, and nobody reads more of them. */
const MAX_FAULTS = 50;
/** Rights in all: a decision looks one up, a screen lists them. */
const MAX_ADDED = 200;
/** Names in one list: more than there are would say some of them twice. */
const MAX_NAMED = allRights.length + MAX_ADDED;

/** Resources of another system, each with its actions. */
export const vocabulary = z
  .record(resource, z.array(action).min(1).max(MAX_ADDED))
  .refine(
    (added) => Object.values(added).flat().length <= MAX_ADDED,
    `has room for ${MAX_ADDED} rights in all`,
  );

/** Rights by resource; each name must be in the built-in vocabulary or in the added one. */
export function rightsTable(added: AddedVocabulary) {
  const actionsOf = new Map<string, string[]>();
  for (const right of rightsWith(added)) {
    const dot = right.indexOf('.');
    const resource = right.slice(0, dot);
    actionsOf.set(resource, [...(actionsOf.get(resource) ?? []), right.slice(dot + 1)]);
  }
  return z
    .record(z.string(), z.union([z.literal('all'), z.array(z.string()).max(MAX_NAMED)]))
    .superRefine((table, context) => {
      for (const [resource, actions] of Object.entries(table)) {
        if (context.issues.length >= MAX_FAULTS) return;
        const known = actionsOf.get(resource);
        if (known === undefined) {
          const there = [...actionsOf.keys()].join(', ');
          context.addIssue({
            code: 'custom',
            path: [resource],
            message: `is no resource; there are ${there}`,
          });
          continue;
        }
        if (actions === 'all') continue;
        for (const [place, action] of actions.entries()) {
          if (known.includes(action)) continue;
          const message = `${action} is no action on ${resource}; there are ${known.join(', ')}`;
          context.addIssue({ code: 'custom', path: [resource, place], message });
        }
      }
    });
}
