import type { CompiledScheme } from '../compile.ts';
import type { Subject, Target } from '../subject.ts';
import type { Right } from '../vocabulary.ts';
import { createIds } from './ids.ts';
import { noEntry } from './keyed-entries.ts';
import { createMemberships, type Member, nobody } from './memberships.ts';
import { createPlaces, type Place } from './places.ts';
import { createStandings, STANDING } from './standings.ts';

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

/**
 * Creates an empty directory.
 *
 * @param expectedMembers how many to have room for from the start; more find room as they come
 */
export function createDirectory(expectedMembers = 0): Directory {
  const ids = createIds();
  const members = createMemberships(ids, expectedMembers);
  const places = createPlaces(ids);
  const standings = createStandings(places);
  /** The standing that is being put. */
  const standing = new Int32Array(STANDING);

  const remove = (workspaceId: string, personId: string): void => {
    const entry = members.find(workspaceId, personId);
    if (entry === noEntry) return;
    standings.drop(members.entries(), members.standingIn(entry));
    members.close(entry);
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
      standings.write(scheme, subject, standing);
      const entry = members.open(workspaceId, subject.personId);
      standings.drop(members.entries(), members.standingIn(entry));
      members.keep(entry, standing);
      return members.memberOf(entry);
    },
    remove,
    allows(workspaceId, personId, right, target, time) {
      const entry = members.find(workspaceId, personId);
      if (entry === noEntry) return false;
      const own = target.ownerId === personId;
      return standings.allowsOn(members.entries(), members.standingIn(entry), right, target, time, own);
    },
    member(workspaceId, personId) {
      const entry = members.find(workspaceId, personId);
      return entry === noEntry ? nobody : members.memberOf(entry);
    },
    row: (member, right) => standings.row(members.rows(), members.standingOf(member), right),
    place: places.place,
    allowsMember(member, row, place, time, own = false) {
      return (
        member !== nobody &&
        standings.allowsAt(members.rows(), members.standingOf(member), row, place, time, own)
      );
    },
  };
}
