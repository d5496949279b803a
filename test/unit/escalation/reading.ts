import type { RightsTable, RoleDeclaration } from '../../../src/access/define-scheme.ts';
import { type Subject, type Target, workspaceWide } from '../../../src/access/subject.ts';
import { rolesThatCount } from '../access/naive.ts';
import { nextWeek, now, tomorrow } from '../access/people.ts';
import { baseline, everyRight } from '../access/role-table.ts';
import { isMember, placesIn, subjectIn, type World } from './world.ts';

/*
 * Who may what, read off the declared tables without the code that rules on acts.
 */

/** Moments at which somebody's rights may differ: what ends is among them. */
const moments = [now, tomorrow, nextWeek, new Date('2036-01-01T00:00:00Z')];

/** A right somewhere at some time, as one word; ` own` where only on what is one's own. */
type Atom = string;

/** All that a person could do at any time from now on, were they not suspended; what every member may is left out. */
export function atomsOf(world: World, personId: string): ReadonlySet<Atom> {
  const row = world.members.get(personId);
  const read = row && readLast.get(row);
  if (read && read.scheme === world.scheme && read.bots === world.bots && read.now === world.now) {
    return read.found;
  }
  const found = atoms(world, { ...subjectIn(world, personId), state: stateOf(world, personId) });
  if (row) readLast.set(row, { scheme: world.scheme, bots: world.bots, now: world.now, found });
  return found;
}

/** What was read last of a membership: most acts leave most people as they were. */
const readLast = new WeakMap<
  object,
  Pick<World, 'scheme' | 'bots' | 'now'> & { readonly found: ReadonlySet<Atom> }
>();

/** The same for whoever is not suspended; nothing for whoever is. */
export function atomsToGive(world: World, personId: string): ReadonlySet<Atom> {
  return atoms(world, subjectIn(world, personId));
}

/** As {@link atomsOf}, if nothing slept for want of another role. */
export function atomsHeldAsleep(world: World, personId: string): ReadonlySet<Atom> {
  const awake = {
    ...world.scheme.declaration,
    roles: world.scheme.declaration.roles.map(({ requires: _, ...role }) => role),
  };
  const subject = { ...subjectIn(world, personId), state: stateOf(world, personId) };
  return atoms({ ...world, scheme: { ...world.scheme, declaration: awake } }, subject);
}

/** Whether an atom is in the set, as such or not only on one's own. */
export function covers(held: ReadonlySet<Atom>, atom: Atom): boolean {
  return held.has(atom) || held.has(atom.replace(' own', ''));
}

/** When and where an atom is. */
export function whenAndWhere(world: World, atom: Atom): { readonly at: Target; readonly moment: Date } {
  const [, place = '', moment = ''] = atom.split(' ');
  return { at: placesIn(world)[Number(place)] ?? workspaceWide, moment: new Date(Number(moment)) };
}

/** Whether a role that counts there and then is the one that stands for the workspace itself. */
export function heads(world: World, personId: string, at: Target, moment: Date): boolean {
  const { declaration } = world.scheme;
  const subject = subjectIn(world, personId);
  return (
    subject.state === 'active' &&
    rolesThatCount(declaration, subject, at, moment).some(({ key }) => key === declaration.keystone.role)
  );
}

/** Whether the scheme lets one act on the other at a place, by where the roles stand in its list. */
export function standsAbove(
  world: World,
  actorId: string,
  targetId: string,
  at: Target,
  whom: 'broader' | 'peers' | 'keystone',
): boolean {
  const { declaration } = world.scheme;
  if (whom === 'keystone') return heads(world, actorId, at, world.now);
  const acting = rolesThatCount(declaration, subjectIn(world, actorId), at, world.now);
  const { roles, grants } = subjectIn(world, targetId);
  const living = [...roles, ...grants].filter(({ until }) => until === null || until > world.now);
  const named = (key: string): boolean =>
    roles.some(({ role, until }) => role === key && (until === null || until > world.now));
  const held = declaration.roles.filter(
    ({ key, reach }) => living.some(({ role }) => role === key) && (reach !== 'granted_things' || named(key)),
  );
  const rank = (some: readonly RoleDeclaration[]): number =>
    declaration.roles.findIndex(({ key }) => some.some((role) => role.key === key));
  const [mine, theirs] = [rank(acting), rank(held)];
  if (mine === -1) return false;
  if (theirs === -1) return true;
  return whom === 'peers' ? mine <= theirs : mine < theirs;
}

function stateOf(world: World, personId: string): Subject['state'] {
  return isMember(world.members.get(personId)) ? 'active' : 'none';
}

function atoms(world: World, subject: Subject): ReadonlySet<Atom> {
  const { declaration } = world.scheme;
  const found = new Set<Atom>();
  if (subject.state !== 'active') return found;
  // A role may name what every member has anyhow: who gives it away has it without any role.
  const left = new Set([...rightsIn(declaration.never ?? {}), ...baseline]);
  for (const [place, at] of placesIn(world).entries()) {
    for (const moment of moments.filter((one) => one >= world.now)) {
      for (const { can, canOnOwn = {} } of rolesThatCount(declaration, subject, at, moment)) {
        const suffix = `${place} ${moment.getTime()}`;
        for (const right of rightsIn(can)) if (!left.has(right)) found.add(`${right} ${suffix}`);
        for (const right of rightsIn(canOnOwn)) if (!left.has(right)) found.add(`${right} ${suffix} own`);
      }
    }
  }
  return found;
}

const everything: ReadonlySet<string> = new Set(everyRight);
const read = new WeakMap<object, ReadonlySet<string>>();

function rightsIn(table: 'everything' | RightsTable): ReadonlySet<string> {
  if (table === 'everything') return everything;
  const known = read.get(table);
  if (known !== undefined) return known;
  const named: Readonly<Record<string, string | readonly string[]>> = table;
  const rights = new Set(
    everyRight.filter((right) => {
      const [resource = '', action = ''] = right.split('.');
      const actions = named[resource] ?? [];
      return actions === 'all' || actions.includes(action);
    }),
  );
  read.set(table, rights);
  return rights;
}
