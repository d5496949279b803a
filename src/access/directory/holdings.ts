import { noRoles, type RoleSet, union } from '../role-set.ts';
import { liesOn } from '../roles-in-force.ts';
import type { Target } from '../subject.ts';
import { withRoomFor } from './columns.ts';
import { noThing, type Things, tagOf } from './places.ts';

/** The end of a chain. */
export const endOfChain = -1;

/**
 * Roles held on things or for a time, each a link of its member's chain. A chain is known by the number of its
 * first link.
 */
export interface Holdings {
  /** Adds a link before the others; the number of the longer chain. */
  add(chain: number, thing: number, roles: RoleSet, until: Date | null): number;
  /** Forgets a whole chain. */
  drop(chain: number): void;
  /** The roles that a chain holds on either of two things at a time (ms since the epoch). */
  rolesOn(chain: number, oneThing: number, otherThing: number, time: number): RoleSet;
  /** The roles that a chain holds on a target at a time; `things` are by number. */
  rolesOnTarget(chain: number, target: Target, things: Things, time: number): RoleSet;
}

const THING = 0;
const ROLES = 1;
const NEXT = 2;
const ENDS = 3;
const COLUMNS = 4;

/** Creates an empty table. */
export function createHoldings(): Holdings {
  let links = new Int32Array(0);
  let count = 0;
  let free = endOfChain;
  /** When the few links that end do so. */
  const ends = new Map<number, number>();

  const next = (link: number): number => links[link * COLUMNS + NEXT] ?? endOfChain;
  const thingOf = (link: number): number => links[link * COLUMNS + THING] ?? noThing;
  const rolesOf = (link: number): RoleSet => links[link * COLUMNS + ROLES] ?? noRoles;
  const lives = (link: number, time: number): boolean =>
    links[link * COLUMNS + ENDS] === 0 || (ends.get(link) ?? time) > time;

  return {
    add(chain, thing, roles, until) {
      const link = free === endOfChain ? count++ : free;
      if (link === free) free = next(free);
      links = withRoomFor(link, COLUMNS, links);
      const row = link * COLUMNS;
      links[row + THING] = thing;
      links[row + ROLES] = roles;
      links[row + NEXT] = chain;
      links[row + ENDS] = until === null ? 0 : 1;
      if (until !== null) ends.set(link, until.getTime());
      return link;
    },
    drop(chain) {
      for (let link = chain; link !== endOfChain; ) {
        const following = next(link);
        ends.delete(link);
        links[link * COLUMNS + NEXT] = free;
        free = link;
        link = following;
      }
    },
    rolesOn(chain, oneThing, otherThing, time) {
      let held = noRoles;
      for (let link = chain; link !== endOfChain; link = next(link)) {
        const thing = thingOf(link);
        if ((thing === oneThing || thing === otherThing) && lives(link, time)) {
          held = union(held, rolesOf(link));
        }
      }
      return held;
    },
    rolesOnTarget(chain, target, { known, tags }, time) {
      let held = noRoles;
      if (chain === endOfChain) return held;
      for (const { id } of target.path) {
        const tag = tagOf(id);
        for (let link = chain; link !== endOfChain; link = next(link)) {
          if (tags[thingOf(link)] !== tag) continue;
          const thing = known[thingOf(link)];
          if (thing !== undefined && liesOn(target, thing) && lives(link, time)) {
            held = union(held, rolesOf(link));
          }
        }
      }
      return held;
    },
  };
}
