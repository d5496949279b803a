import type { CompiledScheme } from '../compile.ts';
import { rolesThatAllow } from '../decide.ts';
import { noRoles, overlaps, type RoleSet, union } from '../role-set.ts';
import { afterEveryEnd, losesBaseline, rolesCounting, rolesNamed } from '../roles-in-force.ts';
import type { HeldRole, Subject, Target } from '../subject.ts';
import type { Right } from '../vocabulary.ts';
import { nothing } from './columns.ts';
import { createHoldings, endOfChain } from './holdings.ts';
import { firstOfTags, pairOfTags, secondOfTags, tagOf } from './ids.ts';
import { noThing, type Place, type Places, type ThingNumber } from './places.ts';
import { createRegister } from './register.ts';

/** How many numbers a standing is. */
export const STANDING = 7;

/** Roles in force everywhere and for good. Most questions end at these. */
const SETTLED = 0;
const SCHEME = 1;

// Of whoever holds all they do for good, and on two things at most:
/** The one thing, and the roles in force on it. */
const THING = 2;
const ON_THING = 3;
const OTHER_THING = 4;
const ON_OTHER_THING = 5;
/** Of both things' ids: most other things are told apart by these. */
const TAGS = 6;

// Of everybody else:
/** What stands in the place of the one thing. */
const MORE: ThingNumber = -2;
/** Roles that the membership names for good. */
const NAMED = 3;
/** The chain of grants. */
const GRANTS = 4;
/** The chain of roles on the membership that end. */
const TIMED = 5;

/**
 * What memberships are answered on, each a few numbers side by side in a table of the caller's: where a function
 * takes them, the standing begins at `at`.
 */
export interface Standings {
  /** Writes somebody's standing down at the beginning of these numbers. */
  write(scheme: CompiledScheme, subject: Subject, numbers: Int32Array): void;
  /** Forgets what a standing mentions, before it is overwritten; where none was written, nothing. */
  drop(numbers: Int32Array, at: number): void;
  /** The row of a right in the scheme; -1 where it has none. */
  row(numbers: Int32Array, at: number, right: Right): number;
  /** Whether the right of a row may be used at a place and a time (ms since the epoch). */
  allowsAt(numbers: Int32Array, at: number, row: number, place: Place, time: number, own: boolean): boolean;
  /** The same on a target. */
  allowsOn(
    numbers: Int32Array,
    at: number,
    right: Right,
    target: Target,
    time: number,
    own: boolean,
  ): boolean;
}

/** Creates standings that mention nothing yet. */
export function createStandings(places: Places): Standings {
  const schemes = createRegister<CompiledScheme>();
  const onThings = createHoldings(places);
  const forATime = createHoldings(places);

  /** Writes down what fits the short form; false where it does not fit. */
  const writeShort = (
    scheme: CompiledScheme,
    { roles, grants }: Subject,
    named: RoleSet,
    without: boolean,
    to: Int32Array,
  ): boolean => {
    for (const { until } of roles) if (until !== null) return false;
    let thing = noThing;
    let otherThing = noThing;
    let granted = noRoles;
    let grantedOther = noRoles;
    let tag = 0;
    let otherTag = 0;
    for (const grant of grants) {
      if (grant.until !== null) return false;
      const number = places.thing(grant.thing);
      if (thing === noThing || number === thing) {
        thing = number;
        tag = tagOf(grant.thing.id);
        granted = union(granted, setOf(scheme, grant));
      } else if (otherThing === noThing || number === otherThing) {
        otherThing = number;
        otherTag = tagOf(grant.thing.id);
        grantedOther = union(grantedOther, setOf(scheme, grant));
      } else return false;
    }
    const onThing = granted === noRoles ? noRoles : rolesCounting(scheme, named, granted, without);
    const onOther = grantedOther === noRoles ? noRoles : rolesCounting(scheme, named, grantedOther, without);
    // A role on a project may wake one on a bot in it, which neither alone does.
    const both = union(granted, grantedOther);
    if (otherThing !== noThing && rolesCounting(scheme, named, both, without) !== union(onThing, onOther)) {
      return false;
    }
    to[THING] = thing;
    to[ON_THING] = onThing;
    to[OTHER_THING] = otherThing;
    to[ON_OTHER_THING] = onOther;
    to[TAGS] = pairOfTags(tag, otherTag);
    return true;
  };

  const writeLong = (
    scheme: CompiledScheme,
    { roles, grants }: Subject,
    named: RoleSet,
    to: Int32Array,
  ): void => {
    let timedChain = endOfChain;
    let grantChain = endOfChain;
    for (const held of roles) {
      if (held.until !== null) timedChain = forATime.add(timedChain, null, setOf(scheme, held), held.until);
    }
    for (const grant of grants) {
      grantChain = onThings.add(grantChain, grant.thing, setOf(scheme, grant), grant.until);
    }
    to[THING] = MORE;
    to[NAMED] = named;
    to[GRANTS] = grantChain;
    to[TIMED] = timedChain;
  };

  const schemeOf = (numbers: Int32Array, at: number): CompiledScheme | undefined =>
    schemes.keys[numbers[at + SCHEME] ?? nothing];

  /** Whether a role allows that comes of what the long form says. */
  const allowsMore = (
    numbers: Int32Array,
    at: number,
    allowing: RoleSet,
    scheme: CompiledScheme,
    granted: RoleSet,
    time: number,
  ): boolean => {
    const lent = forATime.rolesOn(numbers[at + TIMED] ?? endOfChain, noThing, noThing, time);
    const named = union(numbers[at + NAMED] ?? noRoles, lent);
    // Whoever does not lose the baseline has it settled; asked is whether another role brings it back.
    return overlaps(rolesCounting(scheme, named, granted, true), allowing);
  };

  return {
    write(scheme, subject, numbers) {
      const named = rolesNamed(scheme, subject.roles, afterEveryEnd);
      const without = losesBaseline(scheme, subject.roles);
      numbers[SETTLED] = rolesCounting(scheme, named, noRoles, without);
      numbers[SCHEME] = schemes.take(scheme);
      if (!writeShort(scheme, subject, named, without, numbers)) {
        writeLong(scheme, subject, named, numbers);
      }
    },
    drop(numbers, at) {
      const scheme = numbers[at + SCHEME] ?? nothing;
      if (scheme === nothing) return;
      schemes.release(scheme);
      if (numbers[at + THING] !== MORE) return;
      onThings.drop(numbers[at + GRANTS] ?? endOfChain);
      forATime.drop(numbers[at + TIMED] ?? endOfChain);
    },
    row: (numbers, at, right) => schemeOf(numbers, at)?.rowOf.get(right) ?? nothing,
    allowsAt(numbers, at, row, place, time, own) {
      const scheme = schemeOf(numbers, at);
      if (scheme === undefined) return false;
      const allowing = rolesThatAllow(scheme, row, own);
      // More roles never take a right away: what is settled for good needs no look at the rest.
      if (overlaps(numbers[at + SETTLED] ?? noRoles, allowing)) return true;
      const thing = numbers[at + THING];
      if (thing === MORE) {
        const chain = numbers[at + GRANTS] ?? endOfChain;
        const granted = onThings.rolesOn(chain, places.botAt(place), places.projectAt(place), time);
        return allowsMore(numbers, at, allowing, scheme, granted, time);
      }
      const onThing = numbers[at + ON_THING] ?? noRoles;
      const onOther = numbers[at + ON_OTHER_THING] ?? noRoles;
      if (!overlaps(union(onThing, onOther), allowing)) return false;
      const bot = places.botAt(place);
      const project = places.projectAt(place);
      if ((thing === bot || thing === project) && overlaps(onThing, allowing)) return true;
      const other = numbers[at + OTHER_THING];
      return (other === bot || other === project) && overlaps(onOther, allowing);
    },
    allowsOn(numbers, at, right, target, time, own) {
      const scheme = schemeOf(numbers, at);
      const row = scheme?.rowOf.get(right);
      if (scheme === undefined || row === undefined) return false;
      const allowing = rolesThatAllow(scheme, row, own);
      if (overlaps(numbers[at + SETTLED] ?? noRoles, allowing)) return true;
      const thing = numbers[at + THING] ?? noThing;
      if (thing === MORE) {
        const granted = onThings.rolesOnTarget(numbers[at + GRANTS] ?? endOfChain, target, time);
        return allowsMore(numbers, at, allowing, scheme, granted, time);
      }
      const onThing = numbers[at + ON_THING] ?? noRoles;
      const onOther = numbers[at + ON_OTHER_THING] ?? noRoles;
      if (!overlaps(union(onThing, onOther), allowing)) return false;
      const other = numbers[at + OTHER_THING] ?? noThing;
      const tags = numbers[at + TAGS] ?? 0;
      for (const { kind, id } of target.path) {
        if (kind === 'channel') continue;
        const tag = tagOf(id);
        if (tag === firstOfTags(tags) && overlaps(onThing, allowing) && places.isThing(thing, kind, id)) {
          return true;
        }
        if (tag === secondOfTags(tags) && overlaps(onOther, allowing) && places.isThing(other, kind, id)) {
          return true;
        }
      }
      return false;
    },
  };
}

function setOf(scheme: CompiledScheme, { role }: HeldRole): RoleSet {
  return scheme.roleByKey.get(role)?.set ?? noRoles;
}
