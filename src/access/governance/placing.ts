import type { CompiledScheme } from '../compile.ts';
import type { Subject, Target } from '../subject.ts';
import { decisionOn, type GovernanceDecision } from './decision.ts';
import { denialOfGiving } from './giving.ts';

/**
 * May the actor move a resource into a project on which members hold roles? They will hold these roles on the resource
 * too, so the actor needs the right to give each of them there, for good.
 *
 * @param at the project that it moves into
 */
export function mayPlaceIn(
  scheme: CompiledScheme,
  { actor, at, now }: { readonly actor: Subject; readonly at: Target; readonly now: Date },
): GovernanceDecision {
  const heldThere = scheme.roles.filter(({ reach }) => reach !== 'workspace');
  return decisionOn(scheme, actor, at, (someone) => {
    for (const { key } of heldThere) {
      const excessive = denialOfGiving(scheme, someone, { role: key, until: null }, at, now);
      if (excessive !== null) return excessive;
    }
    return null;
  });
}
