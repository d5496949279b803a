import type { Grant, Target } from '../subject.ts';
import { withRoomFor } from './columns.ts';

/** A target as a number: which bot and which project a question is about. */
export type Place = number;

/** The number of no bot or project. */
export const noThing = 0;

/** Bots and projects by number. */
export interface Things {
  readonly known: readonly (Grant['thing'] | undefined)[];
  /** The tag of each one's id, to tell most of them from another without looking at the id. */
  readonly tags: readonly number[];
}

/** A small number made of an id's end, where ids of one kind differ most. */
export function tagOf(id: string): number {
  // Stryker disable all: any tag leads to the same answers, only slower
  const end = id.length;
  return end < 3
    ? end
    : (id.charCodeAt(end - 1) * 128 + id.charCodeAt(end - 2)) * 128 + id.charCodeAt(end - 3);
  // Stryker restore all
}

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
  const known: (Grant['thing'] | undefined)[] = [undefined];
  const tags: number[] = [-1];
  /** By bot, then by project. */
  const places = new Map<number, Map<number, Place>>();
  let rows = new Int32Array(0);
  let count = 0;

  const thing = ({ kind, id }: Grant['thing']): number => {
    const number = numbers[kind].get(id);
    if (number !== undefined) return number;
    numbers[kind].set(id, known.length);
    tags.push(tagOf(id));
    return known.push({ kind, id }) - 1;
  };
  const thingOn = ({ path }: Target, kind: Grant['thing']['kind']): number => {
    for (const step of path) if (step.kind === kind) return thing({ kind, id: step.id });
    return noThing;
  };

  return {
    thing,
    things: { known, tags },
    place(target) {
      const bot = thingOn(target, 'bot');
      const project = thingOn(target, 'project');
      const ofBot = places.get(bot) ?? new Map<number, Place>();
      const place = ofBot.get(project) ?? count;
      if (place === count) {
        rows = withRoomFor(place, COLUMNS, rows);
        rows[place * COLUMNS + BOT] = bot;
        rows[place * COLUMNS + PROJECT] = project;
        places.set(bot, ofBot.set(project, place));
        count++;
      }
      return place;
    },
    botAt: (place) => rows[place * COLUMNS + BOT] ?? noThing,
    projectAt: (place) => rows[place * COLUMNS + PROJECT] ?? noThing,
  };
}
