import type { Question } from './world.ts';

/** Somebody who answers the questions of the world, or the first of them where they are slow. */
export interface Contender {
  readonly name: string;
  /** How many of the questions it is asked. */
  readonly asked: number;
  /** How many of them are parsed and put at a time; null: there is nothing to parse, all are put at once. */
  readonly atOnce: number | null;
  /**
   * Makes of questions what a caller would have in hand, looking up nothing; what comes back puts them, in a loop of
   * its own so that nobody's loop is made for another, and says how many were allowed.
   *
   * @param from the place of the first among all questions
   */
  ready(questions: readonly Question[], from: number): () => number;
}

/** Few enough to be in the processor's cache when they are put, as a request is that was parsed just now. */
export const A_FEW = 100;
