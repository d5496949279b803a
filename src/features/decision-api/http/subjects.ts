import type { CompiledScheme } from '../../../access/compile.ts';
import type { Subject } from '../../../access/subject.ts';
import { entitySubject } from '../entities.ts';
import { type AskedResource, type Facts, factsWanted, noFacts } from '../facts.ts';
import type { AccessCache } from '../store/access-cache.ts';
import { subjectRef } from '../subject-ref.ts';

/** A person who cannot be anybody's member. */
const nobody: Subject = { personId: '', state: 'none', roles: [], grants: [] };

/** A subject as a request names it. */
interface AskedEntity {
  readonly type: string;
  readonly id: string;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A person as the workspace or its scheme knows them: at once where that is remembered, else as soon as it is read.
 * The caller tells a member's properties, where the scheme has conditions.
 */
export function recognise(
  cache: AccessCache,
  scheme: CompiledScheme,
  workspaceId: string,
  entity: AskedEntity,
): Subject | Promise<Subject> {
  const found = rememberedPerson(cache, workspaceId, entity) ?? find(cache, scheme, workspaceId, entity);
  const { properties } = entity;
  if (properties === undefined || scheme.conditional.length === 0) return found;
  // Of a subject that the scheme lists, nothing is believed but the scheme.
  if (subjectRef(entity.type, entity.id) === null) return found;
  return found instanceof Promise
    ? found.then((subject) => ({ ...subject, properties }))
    : { ...found, properties };
}

/** A person under their id as it is kept: one that is found need not be checked and put into lower case. */
function rememberedPerson(
  cache: AccessCache,
  workspaceId: string,
  { type, id }: AskedEntity,
): Subject | undefined {
  return type === 'person' ? cache.knownSubject(workspaceId, { kind: 'person', id }) : undefined;
}

function find(
  cache: AccessCache,
  scheme: CompiledScheme,
  workspaceId: string,
  { type, id }: AskedEntity,
): Subject | Promise<Subject> {
  const ref = subjectRef(type, id);
  if (ref === null) return entitySubject(scheme, type, id) ?? nobody;
  return cache.knownSubject(workspaceId, ref) ?? cache.readSubject(workspaceId, ref);
}

/** What the workspace knows of these resources: at once where that is remembered, else as soon as it is read. */
export function lookUp(
  cache: AccessCache,
  workspaceId: string,
  resources: Iterable<AskedResource>,
): Facts | Promise<Facts> {
  const wanted = factsWanted(resources);
  if (wanted === null) return noFacts;
  return cache.knownFacts(workspaceId, wanted) ?? cache.readFacts(workspaceId, wanted);
}
