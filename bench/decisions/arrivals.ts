import { allRights } from '../../src/access/vocabulary.ts';
import type { Question } from './world.ts';

/** Questions that arrive together, as text. */
export interface Arrival {
  /** The place of the first among all questions. */
  readonly from: number;
  readonly text: string;
  readonly allowed: number;
}

/** Rights are written in a caller's code and not parsed: the same string each time. */
const rights = new Map(allRights.map((right) => [right, right]));

/** Cuts questions into texts of so many. */
export function arrivalsOf(questions: readonly Question[], atOnce: number): readonly Arrival[] {
  return Array.from({ length: Math.ceil(questions.length / atOnce) }, (_, place) => {
    const from = place * atOnce;
    const some = questions.slice(from, from + atOnce);
    return { from, text: JSON.stringify(some), allowed: some.filter(({ answer }) => answer).length };
  });
}

/**
 * Questions as they come from a request: their ids are strings that nobody has seen yet. Were the same strings put
 * again and again, each would carry the hash that its first lookup cost.
 */
export function parse({ text }: Arrival): readonly Question[] {
  const questions: readonly Question[] = JSON.parse(text);
  return questions.map((question) => ({ ...question, right: rights.get(question.right) ?? question.right }));
}
