import type { CompiledScheme } from '../compile.ts';
import { rolesAllowing } from '../decide.ts';
import { noRoles, type RoleSet, union } from '../role-set.ts';
import { losesBaseline, rolesCounting } from '../roles-in-force.ts';
import type { HeldRole, Subject, Target } from '../subject.ts';
import type { Right } from '../vocabulary.ts';
import { createHoldings, endOfChain } from './holdings.ts';
import { createIds } from './ids.ts';
import { column, createMemberships, type Member, type Membership, nobody } from './memberships.ts';
import { createPlaces, noThing, type Place } from './places.ts';

/**
 * The active members of many workspaces, for a host that embeds the core and asks very often. It answers what
 * `decide` would, yes or no; ask that for the reason.
 *
 * A question in words is put to `allows`. Whoever asks the same again and again looks up `member`, `row` and
 * `place` once and puts those to `allowsMember`, which hashes no string. Neither allocates anything.
 */
export interface Directory {
  /** How many memberships are known. */
  size(): number;
  /**
   * Makes somebody known as they are now, in place of what was known; whoever is not active is forgotten. When a
   * scheme changes, its members are put again. Throws TypeError for a scheme with conditions on properties: a
   * directory keeps none, so such a scheme is asked through `decide`.
   */
  put(workspaceId: string, scheme: CompiledScheme, subject: Subject): Member;
  remove(workspaceId: string, personId: string): void;

  /** Whether somebody may use a right on a target at a time (ms since the epoch). */
  allows(workspaceId: string, personId: string, right: Right, target: Target, time: number): boolean;

  /** The number of a membership until it is removed; -1 for whoever is no active member. */
  member(workspaceId: string, personId: string): Member;
  /** The row of a right in the scheme of a member; -1 where it has none. */
  row(member: Member, right: Right): number;
  /** The number of a target, for good; one that was moved has another. */
  place(target: Target): Place;
  /** As `allows`, in numbers. `own`: whether what is asked about belongs to the member. */
  allowsMember(member: Member, row: number, place: Place, time: number, own?: boolean): boolean;
}

/** The row of a right that does not exist. */
const NO_ROW = -1;

/**
 * Creates an empty directory.
 *
 * @param expectedMembers how many to have room for from the start; more find room as they come
 */
export function createDirectory(expectedMembers = 0): Directory {
  const ids = createIds();
  const members = createMemberships(ids, expectedMembers);
  const places = createPlaces(ids);
  const grants = createHoldings(places);
  const timed = createHoldings(places);

  const membershipOf = (scheme: CompiledScheme, { roles, grants: granted }: Subject): Membership => {
    const setOf = ({ role }: HeldRole): RoleSet => scheme.roleByKey.get(role)?.set ?? noRoles;
    const without = losesBaseline(scheme, roles);
    let named = noRoles;
    let timedChain = endOfChain;
    let grantChain = endOfChain;
    for (const held of roles) {
      if (held.until === null) named = union(named, setOf(held));
      else timedChain = timed.add(timedChain, null, setOf(held), held.until);
    }
    for (const grant of granted) {
      grantChain = grants.add(grantChain, grant.thing, setOf(grant), grant.until);
    }
    const settled = rolesCounting(scheme, named, noRoles, without);
    return { scheme, settled, named, losesBaseline: without, timed: timedChain, grants: grantChain };
  };
  const drop = (member: Member): void => {
    timed.drop(members.at(member, column.timed));
    grants.drop(members.at(member, column.grants));
  };
  const remove = (workspaceId: string, personId: string): void => {
    const member = members.find(workspaceId, personId);
    if (member === nobody) return;
    drop(member);
    members.close(member);
  };

  /** Whether a right comes of what is held on things or for a time, where what is settled does not give it. */
  const allowsWith = (
    granted: RoleSet,
    scheme: CompiledScheme,
    member: Member,
    row: number,
    time: number,
    own: boolean,
  ): boolean => {
    const lent = timed.rolesOn(members.at(member, column.timed), noThing, noThing, time);
    if (union(granted, lent) === noRoles) return false;
    const named = union(members.at(member, column.named), lent);
    const counting = rolesCounting(scheme, named, granted, members.at(member, column.losesBaseline) === 1);
    return rolesAllowing(scheme, row, counting, own) !== noRoles;
  };

  return {
    size: members.size,
    put(workspaceId, scheme, subject) {
      if (scheme.conditional.length > 0) {
        throw new TypeError(`Scheme ${scheme.declaration.key} decides on properties`);
      }
      if (subject.state !== 'active') {
        remove(workspaceId, subject.personId);
        return nobody;
      }
      const known = members.find(workspaceId, subject.personId);
      if (known === nobody) {
        return members.open(workspaceId, subject.personId, membershipOf(scheme, subject));
      }
      drop(known);
      members.replace(known, membershipOf(scheme, subject));
      return known;
    },
    remove,
    allows(workspaceId, personId, right, target, time) {
      const member = members.find(workspaceId, personId);
      if (member === nobody) return false;
      const scheme = members.schemes[members.at(member, column.scheme)];
      const row = scheme?.rowOf.get(right);
      if (scheme === undefined || row === undefined) return false;
      const own = target.ownerId === personId;
      if (rolesAllowing(scheme, row, members.at(member, column.settled), own) !== noRoles) return true;
      const chain = members.at(member, column.grants);
      const granted = grants.rolesOnTarget(chain, target, time);
      return allowsWith(granted, scheme, member, row, time, own);
    },
    member: members.find,
    row: (member, right) => members.schemes[members.at(member, column.scheme)]?.rowOf.get(right) ?? NO_ROW,
    place: places.place,
    allowsMember(member, row, place, time, own = false) {
      if (member === nobody) return false;
      const scheme = members.schemes[members.at(member, column.scheme)];
      if (scheme === undefined) return false;
      // More roles never take a right away: what is settled for good needs no look at the rest.
      if (rolesAllowing(scheme, row, members.at(member, column.settled), own) !== noRoles) return true;
      const chain = members.at(member, column.grants);
      const granted = grants.rolesOn(chain, places.botAt(place), places.projectAt(place), time);
      return allowsWith(granted, scheme, member, row, time, own);
    },
  };
}
