import type { Grant, Target } from '../subject.ts';
import { nothing, withRoomFor } from './columns.ts';
import { ID_WORDS, type Ids } from './ids.ts';
import { createKeyedEntries, noEntry } from './keyed-entries.ts';

/** A target as a number: which bot and which project a question is about. */
export type Place = number;

/** A bot or project as a number: those of bots are even, those of projects odd. */
export type ThingNumber = number;

/** The number of no bot or project. */
export const noThing: ThingNumber = 0;

type ThingKind = Grant['thing']['kind'];

/** Bots and projects by number, and the places that they make. */
export interface Places {
  /** The number of a bot or project, given at its first mention and kept for good. */
  thing(thing: Grant['thing']): ThingNumber;
  /** Whether a number is that of a bot or project. */
  isThing(number: ThingNumber, kind: ThingKind, id: string): boolean;
  /** The place of a target. */
  place(target: Target): Place;
  botAt(place: Place): ThingNumber;
  projectAt(place: Place): ThingNumber;
}

const FIRST_BOT = 2;
const FIRST_PROJECT = 3;

const BOT = 0;
const PROJECT = 1;
const PAIR = 2;

/** Creates an empty table. */
export function createPlaces(ids: Ids): Places {
  const bots = createKeyedEntries(ID_WORDS, ID_WORDS + 1);
  const projects = createKeyedEntries(ID_WORDS, ID_WORDS + 1);
  const placeOf = createKeyedEntries(PAIR, PAIR + 1);
  /** The bot and the project of each place. */
  let pairs = new Int32Array(0);
  /** The id, and the bot and project, that a question or a change is about. */
  const key = new Int32Array(ID_WORDS);
  const both = new Int32Array(PAIR);

  /** The number of a bot or project that was mentioned; `noThing` of any other. */
  const known = (kind: ThingKind, id: string): ThingNumber => {
    const things = kind === 'bot' ? bots : projects;
    const entry = ids.read(id, key, 0) ? things.find(key) : noEntry;
    return entry === noEntry ? noThing : (things.numbers()[entry + ID_WORDS] ?? noThing);
  };
  const numbered = (kind: ThingKind, id: string): ThingNumber => {
    const found = known(kind, id);
    if (found !== noThing) return found;
    const things = kind === 'bot' ? bots : projects;
    const number = 2 * things.size() + (kind === 'bot' ? FIRST_BOT : FIRST_PROJECT);
    ids.take(id, key, 0);
    things.add(key, number);
    return number;
  };
  /** What was asked for last: roles on one thing mostly follow each other. */
  let last = { kind: '', id: '', number: noThing };
  const thing = ({ kind, id }: Grant['thing']): ThingNumber => {
    if (last.kind !== kind || last.id !== id) last = { kind, id, number: numbered(kind, id) };
    return last.number;
  };
  const thingOn = ({ path }: Target, kind: ThingKind): ThingNumber => {
    for (const step of path) if (step.kind === kind) return thing({ kind, id: step.id });
    return noThing;
  };

  return {
    thing,
    isThing: (number, kind, id) => number !== noThing && known(kind, id) === number,
    place(target) {
      both[BOT] = thingOn(target, 'bot');
      both[PROJECT] = thingOn(target, 'project');
      const entry = placeOf.find(both);
      if (entry !== noEntry) return placeOf.numbers()[entry + PAIR] ?? nothing;
      const place = placeOf.size();
      placeOf.add(both, place);
      pairs = withRoomFor(place, PAIR, pairs);
      pairs.set(both, place * PAIR);
      return place;
    },
    botAt: (place) => pairs[place * PAIR + BOT] ?? nothing,
    projectAt: (place) => pairs[place * PAIR + PROJECT] ?? nothing,
  };
}
