import { noRoles, type RoleSet, union } from '../role-set.ts';
import type { Grant, Target } from '../subject.ts';
import { withRoomFor } from './columns.ts';
import { tagOf } from './ids.ts';
import { noThing, type Places, type ThingNumber } from './places.ts';

/** The end of a chain. */
export const endOfChain = -1;

/**
 * Roles held on things or for a time, each a link of its member's chain. A chain is known by the number of its
 * first link.
 */
export interface Holdings {
  /** Adds what is held, on a thing or on none; the number of the chain that holds it, too. */
  add(chain: number, thing: Grant['thing'] | null, roles: RoleSet, until: Date | null): number;
  /** Forgets a whole chain. */
  drop(chain: number): void;
  /** The roles that a chain holds on either of two things at a time (ms since the epoch). */
  rolesOn(chain: number, oneThing: ThingNumber, otherThing: ThingNumber, time: number): RoleSet;
  /** The roles that a chain holds on a target at a time. */
  rolesOnTarget(chain: number, target: Target, time: number): RoleSet;
}

const THING = 0;
/** Of the thing's id: most other things are told apart where the link is. */
const TAG = 1;
const ROLES = 2;
const NEXT = 3;
const COLUMNS = 4;

/** Creates an empty table. */
export function createHoldings(places: Places): Holdings {
  let links = new Int32Array(0);
  let count = 0;
  let free = endOfChain;
  /** When those links that end do so. */
  const ends = new Map<number, number>();

  const at = (link: number, column: number): number => links[link * COLUMNS + column] ?? endOfChain;
  const lives = (link: number, time: number): boolean =>
    ends.size === 0 || (ends.get(link) ?? Number.POSITIVE_INFINITY) > time;
  /** The link of a chain that holds roles on a thing for good. */
  const heldForGood = (chain: number, thing: ThingNumber): number => {
    let link = chain;
    while (link !== endOfChain && (at(link, THING) !== thing || ends.has(link))) link = at(link, NEXT);
    return link;
  };

  return {
    add(chain, thing, roles, until) {
      const number = thing === null ? noThing : places.thing(thing);
      const same = until === null ? heldForGood(chain, number) : endOfChain;
      if (same !== endOfChain) {
        links[same * COLUMNS + ROLES] = union(at(same, ROLES), roles);
        return chain;
      }
      const link = free === endOfChain ? count++ : free;
      if (link === free) free = at(link, NEXT);
      links = withRoomFor(link, COLUMNS, links);
      links[link * COLUMNS + THING] = number;
      links[link * COLUMNS + TAG] = thing === null ? 0 : tagOf(thing.id);
      links[link * COLUMNS + ROLES] = roles;
      links[link * COLUMNS + NEXT] = chain;
      if (until !== null) ends.set(link, until.getTime());
      return link;
    },
    drop(chain) {
      for (let link = chain; link !== endOfChain; ) {
        const following = at(link, NEXT);
        ends.delete(link);
        links[link * COLUMNS + NEXT] = free;
        free = link;
        link = following;
      }
    },
    rolesOn(chain, oneThing, otherThing, time) {
      let held = noRoles;
      for (let link = chain; link !== endOfChain; link = at(link, NEXT)) {
        const thing = at(link, THING);
        if ((thing === oneThing || thing === otherThing) && lives(link, time)) {
          held = union(held, at(link, ROLES));
        }
      }
      return held;
    },
    rolesOnTarget(chain, { path }, time) {
      let held = noRoles;
      if (chain === endOfChain) return held;
      for (const { kind, id } of path) {
        if (kind === 'channel') continue;
        const tag = tagOf(id);
        for (let link = chain; link !== endOfChain; link = at(link, NEXT)) {
          if (at(link, TAG) === tag && places.isThing(at(link, THING), kind, id) && lives(link, time)) {
            held = union(held, at(link, ROLES));
          }
        }
      }
      return held;
    },
  };
}
