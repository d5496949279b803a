/** Somebody who answers the questions of the world, or the first of them where they are slow. */
export interface Contender {
  readonly name: string;
  /** How many of the questions it is asked in one pass. */
  readonly asked: number;
  /** The answer to one question. */
  answer(place: number): boolean;
  /** One pass in a loop of its own, so that nobody's loop is made for another; how many were allowed. */
  pass(): number;
}
