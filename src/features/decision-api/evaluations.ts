/** How far a batch of questions is answered (Authorization API 1.0, "Evaluations semantics"). */
export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type Semantic = (typeof semantics)[number];

/** Answers questions in their order: all of them, or up to and with the first denial or permission. */
export function evaluateAll<Q, A extends { readonly allow: boolean }>(
  questions: readonly Q[],
  semantic: Semantic,
  answer: (question: Q, place: number) => A,
): readonly A[] {
  const answers: A[] = [];
  for (const [place, question] of questions.entries()) {
    const decision = answer(question, place);
    answers.push(decision);
    if (semantic === 'deny_on_first_deny' && !decision.allow) break;
    if (semantic === 'permit_on_first_permit' && decision.allow) break;
  }
  return answers;
}
