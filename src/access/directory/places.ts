import type { Grant, Target } from '../subject.ts';
import { withRoomFor } from './columns.ts';

/** A target as a number: which bot and which project a question is about. */
export type Place = number;

/** The number of no bot or project. */
export const noThing = 0;

/** Bots and projects by number. */
export type Things = readonly (Grant['thing'] | undefined)[];

/** Bots and projects by number, and the places that they make. */
export interface Places {
  /** The number of a bot or project, given at its first mention and kept for good. */
  thing(thing: Grant['thing']): number;
  readonly things: Things;
  /** The place of a target. */
  place(target: Target): Place;
  botAt(place: Place): number;
  projectAt(place: Place): number;
}

const BOT = 0;
const PROJECT = 1;
const COLUMNS = 2;

/** Creates an empty table. */
export function createPlaces(): Places {
  const numbers = { bot: new Map<string, number>(), project: new Map<string, number>() };
  const things: (Grant['thing'] | undefined)[] = [undefined];
  /** By bot, then by project. */
  const known = new Map<number, Map<number, Place>>();
  let rows = new Int32Array(0);
  let count = 0;

  const thing = ({ kind, id }: Grant['thing']): number => {
    const known = numbers[kind].get(id);
    if (known !== undefined) return known;
    numbers[kind].set(id, things.length);
    return things.push({ kind, id }) - 1;
  };
  const thingOn = ({ path }: Target, kind: Grant['thing']['kind']): number => {
    for (const step of path) if (step.kind === kind) return thing({ kind, id: step.id });
    return noThing;
  };

  return {
    thing,
    things,
    place(target) {
      const bot = thingOn(target, 'bot');
      const project = thingOn(target, 'project');
      const ofBot = known.get(bot) ?? new Map<number, Place>();
      const place = ofBot.get(project) ?? count;
      if (place === count) {
        rows = withRoomFor(place, COLUMNS, rows);
        rows[place * COLUMNS + BOT] = bot;
        rows[place * COLUMNS + PROJECT] = project;
        known.set(bot, ofBot.set(project, place));
        count++;
      }
      return place;
    },
    botAt: (place) => rows[place * COLUMNS + BOT] ?? noThing,
    projectAt: (place) => rows[place * COLUMNS + PROJECT] ?? noThing,
  };
}
