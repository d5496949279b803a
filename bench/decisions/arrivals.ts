import { allRights } from '../../src/access/vocabulary.ts';
import type { Question } from './world.ts';

/** Questions that arrive together, as text. */
export interface Arrival {
  readonly text: string;
  readonly allowed: number;
}

/** Few enough to stay in the processor's cache until they are answered, as a request just parsed does. */
const AT_ONCE = 100;

/** Rights are written in a caller's code and not parsed: the same string each time. */
const rights = new Map(allRights.map((right) => [right, right]));

/** Cuts questions into texts of a hundred each. */
export function arrivalsOf(questions: readonly Question[]): readonly Arrival[] {
  return Array.from({ length: Math.ceil(questions.length / AT_ONCE) }, (_, place) => {
    const some = questions.slice(place * AT_ONCE, (place + 1) * AT_ONCE);
    return { text: JSON.stringify(some), allowed: some.filter(({ answer }) => answer).length };
  });
}

/**
 * Questions as they come out of a request: their ids are new strings. A string used a second time would carry the
 * hash that its first lookup computed.
 */
export function parse({ text }: Arrival): readonly Question[] {
  const questions: readonly Question[] = JSON.parse(text);
  return questions.map((question) => ({ ...question, right: rights.get(question.right) ?? question.right }));
}
