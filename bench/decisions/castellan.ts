import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { decide } from '../../src/access/decide.ts';
import { presets } from '../../src/access/presets.ts';
import { changeRegistry } from '../../src/features/changes.ts';
import { answerOne } from '../../src/features/decision-api/http/evaluations.ts';
import { type AccessCache, openAccessCache } from '../../src/features/decision-api/store/access-cache.ts';
import { openSchemeLibrary } from '../../src/features/schemes/store/scheme-library.ts';
import { createStore } from '../../src/store/store.ts';
import type { Contender } from './contender.ts';
import { NOW, type Question, subjectsOf, targetOf, type World, type WorldWorkspace } from './world.ts';

/** Workspaces read at a time. */
const BATCH = 50;
/** Pause before the cache is asked again whether it is up to date. */
const POLL_MS = 20;
/** Half of the minute for which the cache keeps a key. */
const KEYS_FRESH_MS = 30_000;

/** The cache of the decision API over a pool, with everything in it that a world has. */
export async function fillCache(pool: Pool, { workspaces }: World): Promise<AccessCache> {
  const cache = openAccessCache(createStore(pool, changeRegistry), () => performance.now());
  for (let first = 0; first < workspaces.length; first += BATCH) {
    const batch = workspaces.slice(first, first + BATCH);
    await readUntil(
      cache,
      batch,
      (workspace) => readFacts(cache, workspace),
      ({ id, members, bots }) =>
        members.every(({ personId }) => cache.knownSubject(id, { kind: 'person', id: personId })) &&
        cache.knownFacts(id, { resources: bots, masks: true }) !== undefined,
    );
  }
  return cache;
}

/** Reads until all is remembered: the cache keeps nothing that it read before it had looked at the database. */
async function readUntil(
  cache: AccessCache,
  workspaces: readonly WorldWorkspace[],
  read: (workspace: WorldWorkspace) => Promise<unknown>,
  isKnown: (workspace: WorldWorkspace) => boolean,
): Promise<void> {
  const [{ publicId } = { publicId: '' }] = workspaces;
  for (;;) {
    await cache.readKey(publicId);
    if (cache.knownKey(publicId) === undefined) {
      await delay(POLL_MS);
      continue;
    }
    const unknown = workspaces.filter((workspace) => !isKnown(workspace));
    if (unknown.length === 0) return;
    await Promise.all(unknown.map(read));
  }
}

/** Reads the facts of a workspace by ids that are new strings, as those of requests are. */
async function readFacts(cache: AccessCache, { id, members, bots, project }: WorldWorkspace): Promise<void> {
  const persons = members.map(({ personId }) =>
    cache.readSubject(copied(id), { kind: 'person', id: copied(personId) }),
  );
  const resources = [...bots, project].map(copied);
  await Promise.all([...persons, cache.readFacts(copied(id), { resources, masks: true })]);
}

function copied(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** What the decision API does with a question once its key is checked and its body is parsed, up to the body of the answer. */
export function castellan(pool: Pool, cache: AccessCache, { workspaces }: World): Contender {
  let refreshedAt = Number.NEGATIVE_INFINITY;
  const parts = { cache, schemes: openSchemeLibrary(pool), now: () => new Date() };
  return {
    name: 'castellan',
    async refresh() {
      const isFresh = performance.now() - refreshedAt < KEYS_FRESH_MS;
      if (isFresh && cache.knownKey(workspaces[0]?.publicId ?? '') !== undefined) return;
      await readUntil(
        cache,
        workspaces,
        ({ publicId }) => cache.readKey(publicId),
        ({ publicId }) => cache.knownKey(publicId) !== undefined,
      );
      refreshedAt = performance.now();
    },
    ready(questions) {
      const asked = questions.map((question) => {
        const key = cache.knownKey(question.publicId);
        if (key === undefined) throw new Error('a key was not remembered');
        return { key, evaluation: evaluationOf(question) };
      });
      return () => {
        let allowed = 0;
        for (const { key, evaluation } of asked) {
          const body = answerOne(parts, key, evaluation);
          if (body instanceof Promise) throw new Error('a fact was not remembered');
          if (body.decision) allowed++;
        }
        return allowed;
      };
    },
  };
}

/** The permission core alone, on members held in maps: what a chat asks once its context is read. */
export function core(world: World): Contender {
  const workspaces = subjectsOf(world);
  return {
    name: 'castellan, core alone',
    ready(questions) {
      const asked = questions.map((question) => ({ question, target: targetOf(question) }));
      return () => {
        let allowed = 0;
        for (const { question, target } of asked) {
          const workspace = workspaces.get(question.workspaceId);
          const subject = workspace?.subjects.get(question.personId);
          if (workspace === undefined || subject === undefined) continue;
          if (decide(presets[workspace.scheme], subject, question.right, target, NOW).allow) allowed++;
        }
        return allowed;
      };
    },
  };
}

/** The question as an Access Evaluation Request. What is inside a bot and kept elsewhere names the bot as a property. */
function evaluationOf({ personId, right, bot, project, workspaceId }: Question) {
  const [type = '', name = ''] = right.split('.');
  const subject = { type: 'person', id: personId };
  const action = { name };
  if (type === 'bot') return { subject, action, resource: { type, id: bot ?? '' } };
  if (type === 'project') return { subject, action, resource: { type, id: project ?? '' } };
  if (bot === null) return { subject, action, resource: { type, id: workspaceId } };
  return { subject, action, resource: { type, id: 'main', properties: { bot } } };
}
