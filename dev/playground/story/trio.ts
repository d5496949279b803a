import { type Actor, type ActorParts, createActor } from '../actor.ts';

/** The three people of the main story, and the means to tell it. */
export interface Trio extends ActorParts {
  readonly anna: Actor;
  readonly boris: Actor;
  readonly vira: Actor;
}

/** Anna reads English, Boris Russian, Vira Ukrainian. The bot has met none of them. */
export function createTrio(parts: ActorParts): Trio {
  return {
    ...parts,
    anna: createActor(parts, { name: 'Anna', language: 'en', username: 'anna' }),
    boris: createActor(parts, { name: 'Boris', language: 'ru', username: 'boris' }),
    vira: createActor(parts, { name: 'Vira', language: 'uk', username: 'vira' }),
  };
}
