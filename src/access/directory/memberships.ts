import { nothing, withRoomFor } from './columns.ts';
import { ID_WORDS, type Ids } from './ids.ts';
import { createKeyedEntries, noEntry } from './keyed-entries.ts';
import { STANDING } from './standings.ts';

/** A membership as a number; the same until the member is removed. */
export type Member = number;

/** Whoever is no active member of the workspace. */
export const nobody: Member = nothing;

const WORKSPACE = 0;
const PERSON = ID_WORDS;
const KEY = 2 * ID_WORDS;

/** Where the number of a member stands in their entry. */
const MEMBER = KEY;
/** Where the standing begins in an entry. */
const ENTRY_STANDING = KEY + 1;
/** One more than a standing has: so that no row lies on two lines of a processor's cache. */
const ROW = STANDING + 1;

/**
 * Who is a member of what, and on what each is answered. A standing is kept twice, behind the key by which it is found
 * and in a row of the member's number, so that a question of either kind waits for memory once.
 */
export interface Memberships {
  size(): number;
  /** The entry of somebody, good until a member comes or goes; -1 for nobody. */
  find(workspaceId: string, personId: string): number;
  /** The entry of somebody, made where they have none. */
  open(workspaceId: string, personId: string): number;
  /** Forgets somebody whose entry this is. */
  close(entry: number): void;
  memberOf(entry: number): Member;
  /** Keeps the standing of whose entry this is. */
  keep(entry: number, standing: Int32Array): void;

  /** Where a standing begins among the numbers of the entries. */
  standingIn(entry: number): number;
  entries(): Int32Array;
  /** Where a standing begins among the numbers of the rows. */
  standingOf(member: Member): number;
  rows(): Int32Array;
}

/** Creates an empty table with room for so many members. */
export function createMemberships(ids: Ids, expected: number): Memberships {
  const entries = createKeyedEntries(KEY, KEY + 1 + STANDING, expected);
  let rows = new Int32Array(expected * ROW).fill(nothing);
  let used = 0;
  const free: Member[] = [];
  /** Whom a question or a change is about. */
  const key = new Int32Array(KEY);

  const memberOf = (entry: number): Member => entries.numbers()[entry + MEMBER] ?? nobody;

  return {
    size: entries.size,
    find(workspaceId, personId) {
      const areKnown = ids.read(workspaceId, key, WORKSPACE) && ids.read(personId, key, PERSON);
      return areKnown ? entries.find(key) : noEntry;
    },
    open(workspaceId, personId) {
      ids.take(workspaceId, key, WORKSPACE);
      ids.take(personId, key, PERSON);
      const known = entries.find(key);
      if (known !== noEntry) {
        ids.release(key, WORKSPACE);
        ids.release(key, PERSON);
        return known;
      }
      const member = free.pop() ?? used++;
      rows = withRoomFor(member, ROW, rows);
      return entries.add(key, member);
    },
    close(entry) {
      const numbers = entries.numbers();
      ids.release(numbers, entry + WORKSPACE);
      ids.release(numbers, entry + PERSON);
      const member = memberOf(entry);
      rows.fill(nothing, member * ROW, (member + 1) * ROW);
      free.push(member);
      entries.remove(entry);
    },
    memberOf,
    keep(entry, standing) {
      const numbers = entries.numbers();
      const row = memberOf(entry) * ROW;
      for (let column = 0; column < STANDING; column++) {
        const number = standing[column] ?? nothing;
        numbers[entry + ENTRY_STANDING + column] = number;
        rows[row + column] = number;
      }
    },
    standingIn: (entry) => entry + ENTRY_STANDING,
    entries: entries.numbers,
    standingOf: (member) => member * ROW,
    rows: () => rows,
  };
}
