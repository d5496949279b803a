/** How far a batch of questions is answered (Authorization API 1.0, "Evaluations semantics"). */
export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type Semantic = (typeof semantics)[number];

/** Answers questions in their order: all of them, or up to and with the first denial or permission. */
export function evaluateAll<Q, A extends { readonly decision: boolean }>(
  questions: readonly Q[],
  semantic: Semantic,
  answer: (question: Q, place: number) => A,
): A[] {
  const answers: A[] = [];
  for (const [place, question] of questions.entries()) {
    const answered = answer(question, place);
    answers.push(answered);
    if (semantic === 'deny_on_first_deny' && !answered.decision) break;
    if (semantic === 'permit_on_first_permit' && answered.decision) break;
  }
  return answers;
}
