import type { CompiledScheme } from '../compile.ts';
import type { Subject, Target } from '../subject.ts';
import { objectionToGiving } from './giving.ts';
import { type Ruling, rulingOn } from './ruling.ts';

/**
 * May the actor put something where roles are held on single things? Whoever holds a role there holds it on what
 * comes in, so it takes the right to give each such role there, for good.
 *
 * @param at the project that it comes into
 */
export function mayPlaceIn(
  scheme: CompiledScheme,
  { actor, at, now }: { readonly actor: Subject; readonly at: Target; readonly now: Date },
): Ruling {
  const heldThere = scheme.roles.filter(({ reach }) => reach !== 'workspace');
  return rulingOn(scheme, actor, at, (someone) => {
    for (const { key } of heldThere) {
      const excessive = objectionToGiving(scheme, someone, { role: key, until: null }, at, now);
      if (excessive !== null) return excessive;
    }
    return null;
  });
}
