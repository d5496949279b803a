import { join } from 'node:path';
import type { Change } from '../../src/domain/changes.ts';
import { changeRegistry } from '../../src/features/changes.ts';
import { statementOf } from '../../src/store/commit/act-rows.ts';
import type { Commit } from '../../src/store/commit/commit.ts';
import { batchItemOf } from '../../src/store/commit/commit-statement.ts';
import { createStore } from '../../src/store/store.ts';
import { acceptEffect } from '../accept-effect.ts';
import type { Figure } from '../figure.ts';
import type { Ground } from '../ground.ts';
import { INVITERS, inviterOf } from '../people.ts';
import { hasPgbench, inlined, pgbench } from '../pgbench.ts';
import type { createInvitees } from '../seed.ts';
import { median } from '../statistics.ts';

const ROUNDS = 3;
/** Connections of either side: as many as the pool of a process has. */
const CLIENTS = 8;
const AT_ONCE = 16;
/** No slot of a member counter: marks the parameter in the template. */
const ANY_SLOT = 7_777;

type Invitees = ReturnType<typeof createInvitees>;

/** Commits of the accept act from Node, beside pgbench running the statement of one commit. */
export async function commitFigures(ground: Ground, invitees: Invitees): Promise<Figure[]> {
  const figure = {
    name: 'commit of an accepted invitation from Node, 8 connections',
    against: 'pgbench, the same statement',
    unit: 'commits/s',
    bound: 'at least' as const,
    target: 0.8,
  };
  if (!(await hasPgbench()))
    return [{ ...figure, value: null, baseline: null, note: 'pgbench is not in the PATH' }];
  const count = Math.round((12_000 * ground.scale) / INVITERS / CLIENTS) * INVITERS * CLIENTS;
  const ours: number[] = [];
  const theirs: number[] = [];
  await commits(ground, await prepared(ground, invitees, count / 2));
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await statements(ground, invitees, count));
    ours.push(await commits(ground, await prepared(ground, invitees, count)));
  }
  // Nobody sent what these commits owed: left there, the processes of the next figures would.
  await ground.pool.query('truncate outbox');
  return [{ ...figure, value: median(ours), baseline: median(theirs) }];
}

async function prepared(ground: Ground, invitees: Invitees, count: number): Promise<Commit<Change>[]> {
  const people = await invitees(count);
  const effects: Commit<Change>[] = [];
  const now = new Date();
  for (let place = 0; place < count; place += AT_ONCE) {
    const batch = people.slice(place, place + AT_ONCE);
    effects.push(
      ...(await Promise.all(
        batch.map((invitee, slot) => acceptEffect(ground.pool, invitee, { now, slot: slot % 16 })),
      )),
    );
  }
  return effects;
}

async function commits(ground: Ground, effects: readonly Commit<Change>[]): Promise<number> {
  const store = createStore(ground.pool, changeRegistry);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, slot) => {
      for (let place = slot; place < effects.length; place += AT_ONCE) {
        const effect = effects[place];
        if (effect && (await store.commit(effect)).kind !== 'committed')
          throw new Error('a commit of the benchmark met another');
      }
    }),
  );
  return (effects.length / (performance.now() - started)) * 1000;
}

async function statements(ground: Ground, invitees: Invitees, count: number): Promise<number> {
  const [template = 0] = await invitees(1);
  const effect = await acceptEffect(ground.pool, template, { now: new Date(), slot: ANY_SLOT });
  const { statementKey, row } = batchItemOf(changeRegistry, effect);
  const { text, values } = statementOf(statementKey, [row]);
  const statement = inlined(
    text,
    values,
    new Map([
      [template, 'invitee'],
      [inviterOf(template), 'inviter'],
      [ANY_SLOT, 'slot'],
    ]),
  );
  const [first = 0] = await invitees(count);
  const perClient = count / CLIENTS;
  const script = `\\set mine :mine + 1
\\set invitee :first + :client_id * ${perClient} + :mine
\\set inviter ${inviterOf(0)} + :invitee % ${INVITERS}
\\set slot random(0, 15)
${statement}`;
  return pgbench({
    databaseUrl: ground.databaseUrl,
    scriptPath: join(ground.folder, 'commit.sql'),
    script,
    clients: CLIENTS,
    transactionsPerClient: perClient,
    variables: { first, mine: -1 },
  });
}
