import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, toJson, toTable } from './figure.ts';
import { decisionFigures } from './figures/decisions.ts';
import { evaluationFigures } from './figures/evaluations.ts';
import { listFigures } from './figures/lists.ts';
import { memoryFigures } from './figures/memory.ts';
import { readFigures } from './figures/read.ts';
import { startupFigures } from './figures/startup.ts';
import { storeFigures } from './figures/store.ts';
import { latencyFigures, writeFigures } from './figures/write.ts';
import { type Ground, startGround } from './ground.ts';
import { profileWrite } from './profile-write.ts';
import { createInvitees, seedInviters } from './seed.ts';

const usage = `npm run bench -- [--only write,store,read,latency,decisions,lists,startup,memory] [--json] [--quick] [--profile]

  --only     measure these only
  --json     one object a line: {name, value, baseline, ratio, target, met}
  --quick    a tenth of the updates: a look, not a figure
  --profile  where the time of a write update goes in our process, instead of figures
`;

type Measure = (ground: Ground, invitees: ReturnType<typeof createInvitees>) => Promise<Figure[]>;

const measures: ReadonlyMap<string, Measure> = new Map([
  ['write', writeFigures],
  ['latency', latencyFigures],
  ['store', storeFigures],
  ['read', readFigures],
  ['startup', startupFigures],
  ['memory', memoryFigures],
  ['decisions', async (ground) => [...(await decisionFigures(ground)), ...(await evaluationFigures(ground))]],
  // Last: a million members stay in the cache of the server.
  ['lists', listFigures],
]);

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wanted = options.only?.split(',') ?? [...measures.keys()];
const unknown = wanted.filter((name) => !measures.has(name));
if (options.help || unknown.length > 0) {
  process.stderr.write(unknown.length > 0 ? `There is no ${unknown.join(', ')}.\n\n${usage}` : usage);
  process.exit(options.help ? 0 : 1);
}

const ground = await startGround(options.quick ? 0.1 : 1);
try {
  await seedInviters(ground.pool);
  const invitees = createInvitees(ground.pool);
  if (options.profile) await profileWrite(ground, invitees);
  else await measureAll(invitees);
} finally {
  await ground.close();
}

async function measureAll(invitees: ReturnType<typeof createInvitees>): Promise<void> {
  const figures: Figure[] = [];
  for (const [name, measure] of measures) {
    if (!wanted.includes(name)) continue;
    if (!options.json) process.stderr.write(`measuring ${name} …\n`);
    for (const figure of await measure(ground, invitees)) {
      figures.push(figure);
      if (options.json) console.log(toJson(figure));
    }
  }
  if (options.json) return;
  const { rows } = await ground.pool.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  console.log(`\n${toTable(figures)}\n`);
  console.log(
    `Node ${process.version}, Postgres ${rows[0]?.version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown kind'};`,
    'bots, Postgres, fake Bot API and load on them together.',
  );
}
