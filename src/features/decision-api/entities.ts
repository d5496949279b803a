import type { CompiledScheme } from '../../access/compile.ts';
import type { Plain } from '../../access/define-scheme.ts';
import type { Subject } from '../../access/subject.ts';

/** A person that a scheme knows by itself, as a member with those roles; null for a person who it does not. */
export function entitySubject({ declaration }: CompiledScheme, type: string, id: string): Subject | null {
  const known = ownOf(ownOf(declaration.entities?.subjects, type), id);
  if (known === undefined) return null;
  return {
    personId: id,
    state: 'active',
    roles: known.roles.map((role) => ({ role, until: null })),
    grants: [],
    ...(known.properties === undefined ? {} : { properties: known.properties }),
  };
}

/**
 * What a scheme knows of a resource by itself: its properties; null where it knows the others of this type but not
 * this one; undefined where it knows none of this type.
 */
export function entityProperties(
  { declaration }: CompiledScheme,
  type: string,
  id: string,
): Readonly<Record<string, Plain>> | null | undefined {
  const ofType = ownOf(declaration.entities?.resources, type);
  return ofType === undefined ? undefined : (ownOf(ofType, id) ?? null);
}

/** The ids of subjects or resources that a scheme knows of a type, in order; null where it knows none. */
export function entityIds(
  { declaration }: CompiledScheme,
  kind: 'subjects' | 'resources',
  type: string,
): readonly string[] | null {
  const ofType = ownOf<unknown>(declaration.entities?.[kind], type);
  return ofType === undefined ? null : Object.keys(ofType as object).sort();
}

/** A property of the object itself: names come from outside and may be `constructor`. */
function ownOf<V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
