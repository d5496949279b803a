import { pathText, type SchemeProblem } from './problems.ts';

/** Where a value stands. Steps are linked outwards: a file may nest a million deep. */
interface Place {
  readonly within: Place | null;
  readonly step: PropertyKey;
}

/** More than anybody reads before mending the first of them. */
const MAX_FAULTS = 50;

/** What the database's text and JSON cannot hold: NUL, and half of a surrogate pair. */
const unstorable = /[\0\p{Cs}]/u;

/**
 * Names and texts anywhere in a file that would be lost or refused behind the checks: `__proto__`, which an object
 * takes for its prototype, and what the database takes for no text.
 */
export function textFaults(value: unknown): readonly SchemeProblem[] {
  const faults: SchemeProblem[] = [];
  const fault = (place: Place | null, sentence: string) => faults.push({ path: pathTo(place), sentence });
  const waiting: { readonly found: unknown; readonly at: Place | null }[] = [{ found: value, at: null }];
  for (let next = waiting.pop(); next && faults.length < MAX_FAULTS; next = waiting.pop()) {
    const { found, at } = next;
    if (typeof found === 'string' && unstorable.test(found)) fault(at, 'holds a NUL or half a character');
    if (typeof found !== 'object' || found === null) continue;
    for (const [name, inner] of Object.entries(found).reverse()) {
      if (unstorable.test(name)) fault(at, 'has a name with a NUL or half a character');
      const place = { within: at, step: Array.isArray(found) ? Number(name) : name };
      if (name === '__proto__') fault(place, 'is a name that nothing can have');
      waiting.push({ found: inner, at: place });
    }
  }
  return faults;
}

function pathTo(place: Place | null): string {
  const steps: PropertyKey[] = [];
  for (let at = place; at !== null; at = at.within) steps.push(at.step);
  return pathText(steps.reverse());
}
