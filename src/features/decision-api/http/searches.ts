import type { z } from 'zod';
import type { CompiledScheme } from '../../../access/compile.ts';
import { decide } from '../../../access/decide.ts';
import { rightIn, rightsOn } from '../../../access/search.ts';
import type { Subject } from '../../../access/subject.ts';
import { resources } from '../../../access/vocabulary.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../../../domain/resource.ts';
import type { Reader } from '../../../store/define-query.ts';
import { entityIds, entitySubject } from '../entities.ts';
import { isPermitted, isRightPermitted } from '../evaluate.ts';
import type { Facts, Placement } from '../facts.ts';
import { rolesBehind } from '../holders.ts';
import type { KeyRecord } from '../store/access.ts';
import { candidateResources } from '../store/access-facts.ts';
import { type Candidate, candidateAccounts, candidatePersons } from '../store/access-search.ts';
import { isUuid } from '../subject-ref.ts';
import type { actionSearchRequest, resourceSearchRequest, subjectSearchRequest } from './entities.ts';
import type { EvaluationParts } from './evaluations.ts';
import { type PagePlan, pageOf, planPage, type Result } from './page.ts';
import { lookUp, recognise } from './subjects.ts';

/** What searching takes. */
export interface SearchParts extends EvaluationParts {
  readonly pool: Reader['pool'];
}

/** Candidates read by one statement, and looked at for one page: a search for a needle goes on in the next page. */
const CHUNK = 500;
const MAX_LOOKED_AT = 5_000;

/** Types of subjects that can be found: how candidates are read, and what a cursor of theirs looks like. */
const subjectKinds = new Map([
  [
    'person',
    { read: candidatePersons, isCursor: ([id, ...rest]: readonly string[]) => isId(id) && rest.length === 0 },
  ],
  [
    'account',
    {
      read: candidateAccounts,
      isCursor: ([id, ...rest]: readonly string[]) =>
        isId(id) && rest.length === 2 && !rest.some((part) => part.includes('\0')),
    },
  ],
]);

/** Who may do this. */
export async function findSubjects(
  { cache, pool, schemes, now }: SearchParts,
  key: KeyRecord,
  { page, ...question }: z.output<typeof subjectSearchRequest>,
) {
  const { subject, action, resource } = question;
  const kind = subjectKinds.get(subject.type);
  const compiled = schemes.get(key.scheme);
  const right = rightIn(compiled, resource.type, action.name);
  const plan = planPage(page, question, kind?.isCursor ?? (({ length }) => length === 1));
  if (right === null) return pageOf<{ type: string; id: string }>(plan, []);
  const wanted = { right, properties: action.properties };
  const facts = await lookUp(cache, key.workspaceId, [resource]);
  const at = now();
  if (kind === undefined) {
    return pageOfEntities(plan, subject.type, entityIds(compiled, 'subjects', subject.type), (id) => {
      const known = entitySubject(compiled, subject.type, id);
      const asked = known && { id, subject: known };
      return asked !== null && isRightPermitted(compiled, asked, wanted, resource, facts, at);
    });
  }

  const roles = rolesBehind(compiled, right);
  const found: Result<{ type: string; id: string }>[] = [];
  let after = plan.after;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += CHUNK) {
    const candidates: readonly Candidate[] = await kind.read(pool, {
      workspaceId: key.workspaceId,
      roles,
      after,
      limit: CHUNK,
    });
    for (const candidate of candidates) {
      if (!isRightPermitted(compiled, candidate, wanted, resource, facts, at)) continue;
      found.push({ result: { type: subject.type, id: candidate.id }, cursor: candidate.cursor });
      if (found.length > plan.limit) return pageOf(plan, found);
    }
    if (candidates.length < CHUNK) return pageOf(plan, found);
    after = candidates.at(-1)?.cursor ?? after;
  }
  return pageOf(plan, found, after);
}

/** What they may do this to. */
export async function findResources(
  parts: SearchParts,
  key: KeyRecord,
  { page, ...question }: z.output<typeof resourceSearchRequest>,
) {
  const { subject: entity, action, resource } = question;
  const { workspaceId } = key;
  const kind = RESOURCE_KINDS.find((one) => one === resource.type);
  const plan = planPage(page, question, ([id, ...rest]) => (!kind || isId(id)) && rest.length === 0);
  const compiled = parts.schemes.get(key.scheme);
  // What a resource is in is told by the tables, so its properties need not be looked up.
  const [subject, facts] = await Promise.all([
    recognise(parts.cache, compiled, workspaceId, entity),
    lookUp(parts.cache, workspaceId, kind ? [] : [{ ...resource, id: workspaceId }]),
  ]);
  const at = parts.now();
  const asked = { id: entity.id, subject };
  const permits = (id: string, known: Facts): boolean =>
    isPermitted(compiled, asked, action, { ...resource, id }, known, at);
  const listed = entityIds(compiled, 'resources', resource.type);
  if (listed !== null) return pageOfEntities(plan, resource.type, listed, (id) => permits(id, facts));
  if (!kind) {
    if (!isBuiltIn(resource.type)) return pageOf<{ type: string; id: string }>(plan, []);
    const isFound = plan.after.length === 0 && permits(workspaceId, facts);
    const result = { result: { type: resource.type, id: workspaceId }, cursor: [workspaceId] };
    return pageOf(plan, isFound ? [result] : []);
  }

  const within = withinGrants(compiled, subject, kind, action.name, at);
  const found: Result<{ type: string; id: string }>[] = [];
  let after = plan.after;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; lookedAt += CHUNK) {
    const resources = await candidateResources(parts.pool, {
      workspaceId,
      kind,
      within,
      after: after[0],
      limit: CHUNK,
    });
    for (const resource of resources) {
      if (!permits(resource.id, knowing(resource))) continue;
      found.push({ result: { type: kind, id: resource.id }, cursor: [resource.id] });
      if (found.length > plan.limit) return pageOf(plan, found);
    }
    if (resources.length < CHUNK) return pageOf(plan, found);
    after = resources.slice(-1).map(({ id }) => id);
  }
  return pageOf(plan, found, after);
}

function knowing(resource: Placement): Facts {
  return { places: new Map([[resource.id, resource]]), masks: new Set() };
}

/** A person who may not do it in the whole workspace may do it at most where roles were granted to them; null: anywhere. */
function withinGrants(
  scheme: CompiledScheme,
  subject: Subject,
  kind: ResourceKind,
  action: string,
  now: Date,
): readonly string[] | null {
  const right = rightIn(scheme, kind, action);
  if (right === null) return [];
  if (scheme.conditional.length > 0) return null;
  return decide(scheme, subject, right, { path: [], ownerId: subject.personId }, now).allow
    ? null
    : [...new Set(subject.grants.map(({ resource }) => resource.id))];
}

/** What they may do to this. */
export async function findActions(
  { cache, schemes, now }: SearchParts,
  key: KeyRecord,
  { page, ...question }: z.output<typeof actionSearchRequest>,
) {
  const { subject: entity, resource } = question;
  const plan = planPage(page, question, (cursor) => cursor.length === 1);
  const compiled = schemes.get(key.scheme);
  const [subject, facts] = await Promise.all([
    recognise(cache, compiled, key.workspaceId, entity),
    lookUp(cache, key.workspaceId, [resource]),
  ]);
  const [asked, at] = [{ id: entity.id, subject }, now()];
  const names = rightsOn(compiled, resource.type)
    .filter((right) => isRightPermitted(compiled, asked, { right }, resource, facts, at))
    .map((right) => right.slice(resource.type.length + 1));
  const start = plan.after[0] === undefined ? 0 : names.indexOf(plan.after[0]) + 1;
  return pageOf(
    plan,
    names.slice(start).map((name) => ({ result: { name }, cursor: [name] })),
  );
}

/** Of what a scheme knows by itself, a page of those that answer the question; all are at hand. */
function pageOfEntities(
  plan: PagePlan,
  type: string,
  ids: readonly string[] | null,
  answers: (id: string) => boolean,
) {
  const [after] = plan.after;
  const found: Result<{ type: string; id: string }>[] = [];
  for (const id of ids ?? []) {
    if (after !== undefined && id <= after) continue;
    if (answers(id)) found.push({ result: { type, id }, cursor: [id] });
    if (found.length > plan.limit) break;
  }
  return pageOf(plan, found);
}

function isBuiltIn(type: string): boolean {
  return resources.some((resource) => resource === type);
}

function isId(part: string | undefined): boolean {
  return part !== undefined && isUuid(part);
}
