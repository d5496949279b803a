import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { decide } from '../../src/access/decide.ts';
import { presets } from '../../src/access/presets.ts';
import { answerOne } from '../../src/features/decision-api/http/evaluations.ts';
import { type AccessCache, openAccessCache } from '../../src/features/decision-api/store/access-cache.ts';
import { openSchemeLibrary } from '../../src/features/schemes/store/scheme-library.ts';
import type { Contender } from './contender.ts';
import { NOW, type Question, subjectsOf, targetOf, type World } from './world.ts';

/** Workspaces read at a time. */
const BATCH = 50;
/** Pause before the cache is asked again whether it is up to date. */
const POLL_MS = 20;

/** The cache of the decision API over a pool, with everything in it that a world has. */
export async function fillCache(pool: Pool, { workspaces }: World): Promise<AccessCache> {
  const cache = openAccessCache(pool, () => performance.now());
  await upToDate(cache, workspaces[0]?.publicId ?? '');
  for (let first = 0; first < workspaces.length; first += BATCH) {
    await Promise.all(workspaces.slice(first, first + BATCH).map((workspace) => readAll(cache, workspace)));
  }
  return cache;
}

/** Reads a workspace by ids that are new strings, as those of requests are. */
async function readAll(
  cache: AccessCache,
  { id, members, bots, project }: World['workspaces'][number],
): Promise<void> {
  const persons = members.map(({ personId }) =>
    cache.readSubject(copied(id), { kind: 'person', id: copied(personId) }),
  );
  const things = [...bots, project].map(copied);
  await Promise.all([...persons, cache.readFacts(copied(id), { things, masks: true })]);
}

function copied(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Waits until the cache has looked at the database and answers from memory. */
async function upToDate(cache: AccessCache, publicId: string): Promise<void> {
  for (;;) {
    await cache.readKey(publicId);
    if (cache.knownKey(publicId) !== undefined) return;
    await delay(POLL_MS);
  }
}

/** What the decision API does with a question, from the key it came with to the body of the answer. */
export function castellan(pool: Pool, cache: AccessCache, { workspaces }: World): Contender {
  const parts = { cache, schemes: openSchemeLibrary(pool), now: () => new Date() };
  return {
    name: 'castellan',
    async refresh() {
      await Promise.all(workspaces.map(({ publicId }) => cache.readKey(publicId)));
      await upToDate(cache, workspaces[0]?.publicId ?? '');
    },
    ready(questions) {
      const asked = questions.map((question) => ({
        publicId: question.publicId,
        evaluation: evaluationOf(question),
      }));
      return () => {
        let allowed = 0;
        for (const { publicId, evaluation } of asked) {
          const key = cache.knownKey(publicId);
          if (key === undefined) throw new Error('a key was not remembered');
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
