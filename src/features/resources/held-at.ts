import type { Grant, HeldRole } from '../../access/subject.ts';
import { type Thing, targetOf } from '../../domain/thing.ts';

/** The roles held on a thing or on what it stands in; one held on both counts once, as long as it lasts. */
export function heldAt(grants: readonly Grant[], thing: Thing): HeldRole[] {
  const { path } = targetOf(thing);
  const held = new Map<string, HeldRole>();
  for (const { role, until, thing: place } of grants) {
    if (!path.some(({ id }) => id === place.id)) continue;
    const other = held.get(role);
    const outlasts =
      other !== undefined && (other.until === null || (until !== null && other.until >= until));
    if (!outlasts) held.set(role, { role, until });
  }
  return [...held.values()];
}
