import type { Grant, Target } from '../subject.ts';
import { ID_WORDS, type Ids } from './ids.ts';
import { createKeyedRows, noRow } from './keyed-rows.ts';

/** A target as a number: which bot and which project a question is about. */
export type Place = number;

/** A bot or project as a number: those of bots are even, those of projects odd. */
export type ThingNumber = number;

/** The number of no bot or project. */
export const noThing: ThingNumber = 0;

/** Bots and projects by number, and the places that they make. */
export interface Places {
  /** The number of a bot or project, given at its first mention and kept for good. */
  thing(thing: Grant['thing']): ThingNumber;
  /** Whether a number is that of a bot or project. */
  isThing(number: ThingNumber, kind: Grant['thing']['kind'], id: string): boolean;
  /** The place of a target. */
  place(target: Target): Place;
  botAt(place: Place): ThingNumber;
  projectAt(place: Place): ThingNumber;
}

const FIRST_BOT = 2;
const FIRST_PROJECT = 3;

const BOT = 0;
const PROJECT = 1;
const COLUMNS = 2;

/** Creates an empty table. */
export function createPlaces(ids: Ids): Places {
  const bots = createKeyedRows(ID_WORDS, ID_WORDS);
  const projects = createKeyedRows(ID_WORDS, ID_WORDS);
  const places = createKeyedRows(COLUMNS, COLUMNS);
  /** The id, and the bot and project, that a question or a change is about. */
  const key = new Int32Array(ID_WORDS);
  const both = new Int32Array(COLUMNS);

  const thing = ({ kind, id }: Grant['thing']): ThingNumber => {
    const things = kind === 'bot' ? bots : projects;
    const known = ids.read(id, key, 0) ? things.find(key) : noRow;
    if (known === noRow) ids.take(id, key, 0);
    const row = known === noRow ? things.add(key) : known;
    return 2 * row + (kind === 'bot' ? FIRST_BOT : FIRST_PROJECT);
  };
  const thingOn = ({ path }: Target, kind: Grant['thing']['kind']): ThingNumber => {
    for (const step of path) if (step.kind === kind) return thing({ kind, id: step.id });
    return noThing;
  };

  return {
    thing,
    isThing(number, kind, id) {
      const first = kind === 'bot' ? FIRST_BOT : FIRST_PROJECT;
      if ((number - first) % 2 !== 0 || !ids.read(id, key, 0)) return false;
      return (kind === 'bot' ? bots : projects).hasKey((number - first) / 2, key);
    },
    place(target) {
      both[BOT] = thingOn(target, 'bot');
      both[PROJECT] = thingOn(target, 'project');
      const known = places.find(both);
      return known === noRow ? places.add(both) : known;
    },
    botAt: (place) => places.at(place, BOT),
    projectAt: (place) => places.at(place, PROJECT),
  };
}
