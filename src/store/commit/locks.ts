import type { Change } from '../../domain/changes.ts';
import type { Bind, Part } from './statement.ts';

/** A membership at the version an act was decided on. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * The memberships that an act changes or stands on with a lock, locked together in the order of their ids.
 * Null when the act needs no lock.
 */
export function locksOf(changes: readonly Change[], bind: Bind): { part: Part; held: string } | null {
  const wanted = new Map<string, number>();
  for (const { id, version } of changes.flatMap(standsOn)) wanted.set(id, version);
  if (wanted.size === 0) return null;
  return {
    part: {
      name: 'locked',
      sql: `select m.id from memberships m
             where (m.id, m.version) in (select * from unnest(${bind([...wanted.keys()])}::uuid[], ${bind([...wanted.values()])}::int[]))
             order by m.id for no key update`,
      expect: wanted.size,
    },
    // A literal: an act whose parts do not wait for the lock would leave a placeholder without a type.
    held: `(select count(*) from locked) = ${wanted.size}`,
  };
}

function standsOn(change: Change): readonly Versioned[] {
  switch (change.kind) {
    case 'guard.membership':
      return change.lock ? [{ id: change.membershipId, version: change.version }] : [];
    case 'membership.roles':
    case 'membership.ended':
    case 'grants.changed':
      return [{ id: change.membershipId, version: change.version }];
    case 'persons.merged':
      return [...change.kept, ...change.dropped].map((one) => ({
        id: one.membershipId,
        version: one.version,
      }));
    case 'person.forgotten':
      return change.memberships.map((one) => ({ id: one.membershipId, version: one.version }));
    case 'membership.recovered':
      return [change, ...(change.ended === null ? [] : [change.ended])].map((one) => ({
        id: one.membershipId,
        version: one.version,
      }));
    case 'transfer.accepted':
      return [change.from, change.to].map((side) => ({ id: side.membershipId, version: side.version }));
    default:
      return [];
  }
}
