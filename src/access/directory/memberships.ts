import type { CompiledScheme } from '../compile.ts';
import type { RoleSet } from '../role-set.ts';
import { ID_WORDS, type Ids } from './ids.ts';
import { createKeyedRows, noRow } from './keyed-rows.ts';
import { createRegister } from './register.ts';

/** A membership as a number; the same until the member is removed. */
export type Member = number;

/** Whoever is no active member of the workspace. */
export const nobody: Member = noRow;

/** What a membership is answered on. */
export interface Membership {
  readonly scheme: CompiledScheme;
  /** Roles in force everywhere and for good. */
  readonly settled: RoleSet;
  /** Roles that the membership names for good. */
  readonly named: RoleSet;
  readonly losesBaseline: boolean;
  /** The chain of roles on the membership that end. */
  readonly timed: number;
  /** The chain of grants. */
  readonly grants: number;
}

const WORKSPACE = 0;
const PERSON = ID_WORDS;
const KEY = 2 * ID_WORDS;

/**
 * Where each of these stands in a membership's row, behind who it is of; a boolean is 0 or 1. What most
 * questions end at comes first.
 */
export const column = {
  settled: KEY,
  scheme: KEY + 1,
  grants: KEY + 2,
  timed: KEY + 3,
  named: KEY + 4,
  losesBaseline: KEY + 5,
} as const;

/** Two are left empty, so that every row lies alike on the lines of a processor's cache. */
const COLUMNS = 16;

/** Memberships by number and by who is a member of what. */
export interface Memberships {
  size(): number;
  find(workspaceId: string, personId: string): Member;
  /** The number of somebody who has none yet. */
  open(workspaceId: string, personId: string, membership: Membership): Member;
  replace(member: Member, membership: Membership): void;
  close(member: Member): void;
  /** A number of a membership's row. */
  at(member: Member, column: number): number;
  /** Schemes by their number in the rows. */
  readonly schemes: readonly (CompiledScheme | undefined)[];
}

/** Creates an empty table. */
export function createMemberships(ids: Ids, expected: number): Memberships {
  const rows = createKeyedRows(KEY, COLUMNS, expected);
  const schemes = createRegister<CompiledScheme>();
  /** Whom a question or a change is about. */
  const key = new Int32Array(KEY);

  const fill = (member: Member, membership: Membership): void => {
    rows.set(member, column.settled, membership.settled);
    rows.set(member, column.scheme, schemes.take(membership.scheme));
    rows.set(member, column.grants, membership.grants);
    rows.set(member, column.timed, membership.timed);
    rows.set(member, column.named, membership.named);
    rows.set(member, column.losesBaseline, membership.losesBaseline ? 1 : 0);
  };

  return {
    size: rows.size,
    find(workspaceId, personId) {
      const areKnown = ids.read(workspaceId, key, WORKSPACE) && ids.read(personId, key, PERSON);
      return areKnown ? rows.find(key) : nobody;
    },
    open(workspaceId, personId, membership) {
      ids.take(workspaceId, key, WORKSPACE);
      ids.take(personId, key, PERSON);
      const member = rows.add(key);
      fill(member, membership);
      return member;
    },
    replace(member, membership) {
      const before = rows.at(member, column.scheme);
      fill(member, membership);
      schemes.release(before);
    },
    close(member) {
      for (let place = 0; place < KEY; place++) key[place] = rows.at(member, place);
      ids.release(key, WORKSPACE);
      ids.release(key, PERSON);
      schemes.release(rows.at(member, column.scheme));
      rows.remove(member);
    },
    at: rows.at,
    schemes: schemes.keys,
  };
}
