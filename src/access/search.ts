import { capabilities } from './capabilities.ts';
import type { CompiledScheme } from './compile.ts';
import { decide } from './decide.ts';
import type { Subject, Target } from './subject.ts';
import { type Resource, type Right, rightsTo } from './vocabulary.ts';

/** Who of these may use the right on the target; in the order given. */
export function searchSubjects<S extends Subject>(
  scheme: CompiledScheme,
  subjects: readonly S[],
  right: Right,
  target: Target,
  now: Date,
): readonly S[] {
  return subjects.filter((subject) => decide(scheme, subject, right, target, now).allow);
}

/** What the person may do to this kind of resource on the target; in the order of the vocabulary. */
export function searchActions(
  scheme: CompiledScheme,
  subject: Subject,
  resource: Resource,
  target: Target,
  now: Date,
): readonly Right[] {
  const can = capabilities(scheme, subject, target, now);
  return rightsTo(resource).filter((right) => can.has(right));
}

/** On which of these targets the person may use the right; in the order given. */
export function searchTargets<T extends Target>(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  targets: readonly T[],
  now: Date,
): readonly T[] {
  return targets.filter((target) => decide(scheme, subject, right, target, now).allow);
}
