import type { Question } from './world.ts';

/** A library that answers the questions of the world. */
export interface Contender {
  readonly name: string;
  /** Brings up to date what is remembered, outside the clock. */
  refresh?(): Promise<void>;
  /**
   * Puts parsed questions into the words of the library, looking nothing up. The function that comes back answers
   * them, in a loop of its own so that the compiler optimises each loop for one library, and counts those allowed.
   */
  ready(questions: readonly Question[]): () => number;
}
