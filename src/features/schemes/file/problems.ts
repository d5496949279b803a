import type { z } from 'zod';

/** What is wrong with a scheme from outside, and where: `roles[2].can.bot[0]`; empty for the scheme as such. */
export interface SchemeProblem {
  readonly path: string;
  readonly sentence: string;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Zod's issues as paths and sentences. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly SchemeProblem[] {
  return issues.flatMap(flattened).map(({ path, message }) => ({ path: pathText(path), sentence: message }));
}

/** Of a choice that nothing fitted, the branch that came nearest says what is wrong; of a name, what it must be like. */
function flattened(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path: issue.path, message }));
  if (issue.code !== 'invalid_union') return [issue];
  const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(nearest) === 0) return [{ path: issue.path, message: 'has a value that does not belong here' }];
  return nearest.flatMap((inner) =>
    flattened(inner).map(({ path, message }) => ({ path: [...issue.path, ...path], message })),
  );
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((deepest, { path }) => Math.max(deepest, path.length), 0);
}

/** A path as a programmer writes it. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, place) =>
      typeof step === 'number' ? `[${step}]` : `${place === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}
