import { company } from '../../src/access/schemes/company.ts';
import { allRights } from '../../src/access/vocabulary.ts';
import { startCerbos } from '../baselines/cerbos.ts';
import { actionOf, cerbosQuestion, resourceOf } from '../baselines/cerbos-policy.ts';
import { startContestant } from '../contestant.ts';
import { type SeededCompany, seedCompany } from '../decisions/company.ts';
import { type Asked, ask, type Load, load } from '../decisions/load.ts';
import { everybody, rightsByRole } from '../decisions/members.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { median } from '../statistics.ts';

const ROUNDS = 3;
const SECONDS = 4;
const QUESTIONS = 200;
const BATCH = 50;
const ROLE = 'designer';

/** One question in the words of each, and its answer. */
interface Question {
  readonly ours: object;
  readonly cerbos: object;
  readonly answer: boolean;
}

/** Decisions over HTTP, sixteen at once: beside a route that returns a constant, and beside a Cerbos server. */
export async function evaluationFigures(ground: Ground): Promise<Figure[]> {
  const seeded = await seedCompany(ground.pool);
  const questions = questionsAbout(seeded);
  const ours = await ground.startOurs();
  const bare = await startContestant({
    name: 'bare fastify',
    entry: 'bench/bench/baselines/bare-fastify.js',
    webhookPath: '/access/v1/evaluation',
    env: {},
  });
  const cerbos = await startCerbos(ground.folder);
  try {
    const headers = { authorization: `Bearer ${seeded.token}` };
    const at = (path: string): string => new URL(`/access/v1/${path}`, ours.webhook).href;
    const bodies = questions.map(({ ours: body }) => JSON.stringify(body));
    const single: Asked = { url: at('evaluation'), headers, bodies };
    const batch: Asked = { url: at('evaluations'), headers, bodies: batchesOf(questions) };
    const constant: Asked = { url: bare.webhook, headers, bodies };
    const theirs: Asked | null = cerbos && {
      url: cerbos.url,
      headers: {},
      bodies: questions.map(({ cerbos: body }) => JSON.stringify(body)),
    };
    await checkAnswers(questions, single, batch, theirs);

    const entrants = [single, batch, constant, ...(theirs ? [theirs] : [])];
    const seconds = Math.max(1, SECONDS * ground.scale);
    const loads = new Map(entrants.map((entrant) => [entrant, [] as Load[]]));
    for (const entrant of entrants) await load(entrant, 1);
    for (let round = 0; round < ROUNDS; round++) {
      for (const entrant of round % 2 === 0 ? entrants : entrants.toReversed()) {
        loads.get(entrant)?.push(await load(entrant, seconds));
      }
    }
    const rate = (of: Asked | null) => (of ? median((loads.get(of) ?? []).map((one) => one.rate)) : null);
    const p99 = (of: Asked | null) => (of ? median((loads.get(of) ?? []).map((one) => one.p99)) : null);
    const answers = {
      name: 'evaluation over HTTP, 16 at once',
      unit: 'a second',
      bound: 'at least' as const,
    };
    const waits = { name: 'the same, p99', unit: 'ms', bound: 'at most' as const, target: null };
    const route = { against: 'bare fastify' };
    const server = { against: 'Cerbos', note: 'no Cerbos binary for this machine' };
    return [
      { ...answers, ...route, value: rate(single), baseline: rate(constant), target: 0.7 },
      { ...answers, ...server, value: rate(single), baseline: rate(theirs), target: 5 },
      { ...waits, ...route, value: p99(single), baseline: p99(constant) },
      { ...waits, ...server, value: p99(single), baseline: p99(theirs) },
      {
        name: `decisions in batches of ${BATCH}, 16 batches at once`,
        against: 'the same, one in a request',
        value: (rate(batch) ?? 0) * BATCH,
        baseline: rate(single),
        unit: 'a second',
        bound: 'at least',
        target: null,
      },
    ];
  } finally {
    await ours.stop();
    await bare.stop();
    await cerbos?.stop();
  }
}

function questionsAbout({ personIds, botIds }: SeededCompany): readonly Question[] {
  const rights = rightsByRole(company);
  const allowed = new Set([...(rights.get(ROLE) ?? []), ...(rights.get(everybody) ?? [])]);
  const asked = allRights.filter((right) => !right.startsWith('project.') && !right.startsWith('channel.'));
  return Array.from({ length: QUESTIONS }, (_, place) => {
    const personId = personIds[(place * 7) % personIds.length] ?? '';
    const right = asked[(place * 13) % asked.length] ?? 'workspace.view';
    const id = botIds[place % botIds.length] ?? '';
    return {
      ours: {
        subject: { type: 'person', id: personId },
        action: { name: actionOf(right) },
        resource: { type: resourceOf(right), id },
      },
      cerbos: cerbosQuestion(personId, ROLE, right, id),
      answer: allowed.has(right),
    };
  });
}

function batchesOf(questions: readonly Question[]): readonly string[] {
  return Array.from({ length: questions.length / BATCH }, (_, batch) =>
    JSON.stringify({
      evaluations: questions.slice(batch * BATCH, (batch + 1) * BATCH).map(({ ours }) => ours),
    }),
  );
}

/** Throws where anybody answers anything else than the scheme says. */
async function checkAnswers(
  questions: readonly Question[],
  single: Asked,
  batch: Asked,
  cerbos: Asked | null,
): Promise<void> {
  for (const [place, { answer, cerbos: theirs }] of questions.entries()) {
    const told = JSON.stringify(await ask(single, single.bodies[place] ?? ''));
    if (told !== JSON.stringify({ decision: answer })) throw new Error(`question ${place}: ${told}`);
    if (cerbos === null) continue;
    const check = JSON.stringify(await ask(cerbos, JSON.stringify(theirs)));
    if (check.includes('EFFECT_ALLOW') !== answer) throw new Error(`question ${place} to Cerbos: ${check}`);
  }
  for (const [place, body] of batch.bodies.entries()) {
    const evaluations = questions
      .slice(place * BATCH, (place + 1) * BATCH)
      .map(({ answer }) => ({ decision: answer }));
    const told = JSON.stringify(await ask(batch, body));
    if (told !== JSON.stringify({ evaluations })) throw new Error(`batch ${place}: ${told}`);
  }
}
