import type { CompiledScheme } from '../compile.ts';
import type { RoleSet } from '../role-set.ts';
import { withRoomFor } from './columns.ts';
import { createRegister } from './register.ts';

/** A membership as a number; the same until the member is removed. */
export type Member = number;

/** Whoever is no active member of the workspace. */
export const nobody: Member = -1;

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

/** Where each of these stands in a membership's row; a boolean is 0 or 1. */
export const column = { settled: 0, scheme: 1, timed: 2, grants: 3, named: 4, losesBaseline: 5 } as const;

const WORKSPACE = 6;
/** In every column: no scheme, no workspace, no chain. */
const NOTHING = -1;
/** One is left empty, so that no row is spread over two lines of a processor's cache. */
const COLUMNS = 8;

/** Memberships by number and by who is a member of what. */
export interface Memberships {
  size(): number;
  find(workspaceId: string, personId: string): Member;
  /** The number of somebody who has none yet. */
  open(workspaceId: string, personId: string, membership: Membership): Member;
  replace(member: Member, membership: Membership): void;
  close(workspaceId: string, personId: string, member: Member): void;
  /** A number of a membership's row. */
  at(member: Member, column: number): number;
  /** Schemes by their number in the rows. */
  readonly schemes: readonly (CompiledScheme | undefined)[];
}

/** Creates an empty table. */
export function createMemberships(): Memberships {
  /** A person's membership, or several by workspace; most people have one. */
  const persons = new Map<string, Member | Map<string, Member>>();
  const workspaces = createRegister<string>();
  const schemes = createRegister<CompiledScheme>();
  const free: Member[] = [];
  let used = 0;
  let rows = new Int32Array(0);

  const at = (member: Member, place: number): number => rows[member * COLUMNS + place] ?? NOTHING;
  const fill = (member: Member, workspace: number, membership: Membership): void => {
    const row = member * COLUMNS;
    rows[row + column.settled] = membership.settled;
    rows[row + column.scheme] = schemes.take(membership.scheme);
    rows[row + column.timed] = membership.timed;
    rows[row + column.grants] = membership.grants;
    rows[row + column.named] = membership.named;
    rows[row + column.losesBaseline] = membership.losesBaseline ? 1 : 0;
    rows[row + WORKSPACE] = workspace;
  };

  return {
    size: () => used - free.length,
    find(workspaceId, personId) {
      const known = persons.get(personId);
      if (known === undefined) return nobody;
      if (typeof known !== 'number') return known.get(workspaceId) ?? nobody;
      return workspaces.keys[at(known, WORKSPACE)] === workspaceId ? known : nobody;
    },
    open(workspaceId, personId, membership) {
      const member = free.pop() ?? used++;
      rows = withRoomFor(member, COLUMNS, rows);
      fill(member, workspaces.take(workspaceId), membership);
      const known = persons.get(personId);
      if (known === undefined) persons.set(personId, member);
      else if (typeof known !== 'number') known.set(workspaceId, member);
      else {
        const elsewhere = workspaces.keys[at(known, WORKSPACE)] ?? '';
        persons.set(personId, new Map([[elsewhere, known]]).set(workspaceId, member));
      }
      return member;
    },
    replace(member, membership) {
      const before = at(member, column.scheme);
      fill(member, at(member, WORKSPACE), membership);
      schemes.release(before);
    },
    close(workspaceId, personId, member) {
      workspaces.release(at(member, WORKSPACE));
      schemes.release(at(member, column.scheme));
      rows.fill(NOTHING, member * COLUMNS, (member + 1) * COLUMNS);
      free.push(member);
      const known = persons.get(personId);
      if (typeof known === 'object') known.delete(workspaceId);
      if (typeof known === 'number' || known?.size === 0) persons.delete(personId);
    },
    at,
    schemes: schemes.keys,
  };
}
