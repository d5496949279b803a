import type { Grant, HeldRole } from '../../access/subject.ts';
import { type Resource, targetOf } from '../../domain/resource.ts';

/** The roles held on a resource or on what it is in; one held on both counts once, as long as it lasts. */
export function heldAt(grants: readonly Grant[], resource: Resource): HeldRole[] {
  const { path } = targetOf(resource);
  const held = new Map<string, HeldRole>();
  for (const { role, until, resource: place } of grants) {
    if (!path.some(({ id }) => id === place.id)) continue;
    const other = held.get(role);
    const outlasts =
      other !== undefined && (other.until === null || (until !== null && other.until >= until));
    if (!outlasts) held.set(role, { role, until });
  }
  return [...held.values()];
}
