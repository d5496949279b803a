import type { Pool } from 'pg';
import type { z } from 'zod';
import { searchActions } from '../../../access/search.ts';
import { type Resource, resources, rightNamed } from '../../../access/vocabulary.ts';
import type { KeyRecord } from '../../../store/queries/access.ts';
import {
  type Candidate,
  candidateAccounts,
  candidatePersons,
  knownThings,
} from '../../../store/queries/access-search.ts';
import { evaluate, targetOf } from '../../../workspace/access/evaluate.ts';
import { rolesBehind } from '../../../workspace/access/holders.ts';
import { isUuid } from '../../../workspace/access/subject-ref.ts';
import type { actionSearchRequest, resourceSearchRequest, subjectSearchRequest } from './entities.ts';
import type { EvaluationParts } from './evaluations.ts';
import { pageOf, planPage, type Result } from './page.ts';
import { recognise } from './subjects.ts';

/** What searching takes. */
export interface SearchParts extends EvaluationParts {
  readonly pool: Pool;
}

/** Candidates read by one statement, and looked at for one page: a search for a needle goes on in the next page. */
const CHUNK = 500;
const MOST_LOOKED_AT = 5_000;

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
  { pool, scheme, now }: SearchParts,
  key: KeyRecord,
  { page, ...question }: z.output<typeof subjectSearchRequest>,
) {
  const { subject, action, resource } = question;
  const kind = subjectKinds.get(subject.type);
  const right = rightNamed(resource.type, action.name);
  const plan = planPage(page, question, kind?.isCursor ?? (() => false));
  if (kind === undefined || right === null) return pageOf<{ type: string; id: string }>(plan, []);

  const compiled = scheme(key.scheme);
  const roles = rolesBehind(compiled, right);
  const at = now();
  const found: Result<{ type: string; id: string }>[] = [];
  let after = plan.after;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += CHUNK) {
    const candidates: readonly Candidate[] = await kind.read(pool, {
      workspaceId: key.workspaceId,
      roles,
      after,
      limit: CHUNK,
    });
    for (const candidate of candidates) {
      if (!evaluate(compiled, candidate, action.name, resource, at).allow) continue;
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
  const plan = planPage(page, question, ([id, ...rest]) => isId(id) && rest.length === 0);
  const subject = await recognise(parts.cache, key.workspaceId, entity);
  const compiled = parts.scheme(key.scheme);
  const at = parts.now();
  const found: Result<{ type: string; id: string }>[] = [];
  let after = plan.after;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += CHUNK) {
    const ids = await knownResources(parts.pool, key.workspaceId, resource.type, after[0]);
    for (const id of ids) {
      const one = { ...resource, id };
      if (!evaluate(compiled, { id: entity.id, subject }, action.name, one, at).allow) continue;
      found.push({ result: { type: resource.type, id }, cursor: [id] });
      if (found.length > plan.limit) return pageOf(plan, found);
    }
    if (ids.length < CHUNK) return pageOf(plan, found);
    after = ids.slice(-1);
  }
  return pageOf(plan, found, after);
}

/** The ids of a type that the workspace knows of; what there is one of goes by the workspace's own id. */
async function knownResources(
  pool: Pool,
  workspaceId: string,
  type: string,
  after: string | undefined,
): Promise<readonly string[]> {
  if (type === 'project' || type === 'bot') {
    return knownThings(pool, { workspaceId, kind: type, after, limit: CHUNK });
  }
  return type === 'channel' || after !== undefined ? [] : [workspaceId];
}

/** What they may do to this. */
export async function findActions(
  { cache, scheme, now }: SearchParts,
  key: KeyRecord,
  { page, ...question }: z.output<typeof actionSearchRequest>,
) {
  const { subject: entity, resource } = question;
  const plan = planPage(page, question, (cursor) => cursor.length === 1);
  if (!isResource(resource.type)) return pageOf<{ name: string }>(plan, []);
  const subject = await recognise(cache, key.workspaceId, entity);
  const target = targetOf(resource, { id: entity.id, subject });
  const names = searchActions(scheme(key.scheme), subject, resource.type, target, now()).map((right) =>
    right.slice(resource.type.length + 1),
  );
  const start = plan.after[0] === undefined ? 0 : names.indexOf(plan.after[0]) + 1;
  return pageOf(
    plan,
    names.slice(start).map((name) => ({ result: { name }, cursor: [name] })),
  );
}

function isResource(type: string): type is Resource {
  return resources.some((resource) => resource === type);
}

function isId(part: string | undefined): boolean {
  return part !== undefined && isUuid(part);
}
