import type { Subject } from '../../../access/subject.ts';
import type { AccessCache } from '../../../store/access-cache.ts';
import { type AskedResource, type Facts, factsWanted, noFacts } from '../../../workspace/access/facts.ts';
import { subjectRef } from '../../../workspace/access/subject-ref.ts';

/** Whoever cannot be anybody's member. */
const nobody: Subject = { personId: '', state: 'none', roles: [], grants: [] };

/** Somebody as the workspace knows them: at once where that is remembered, else as soon as it is read. */
export function recognise(
  cache: AccessCache,
  workspaceId: string,
  entity: { readonly type: string; readonly id: string },
): Subject | Promise<Subject> {
  const ref = subjectRef(entity.type, entity.id);
  if (ref === null) return nobody;
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
