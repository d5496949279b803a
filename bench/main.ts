import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, toJson, toSummary, toTable } from './figure.ts';
import { acceptFigures } from './figures/accept.ts';
import { commitFigures } from './figures/commit.ts';
import { decisionFigures } from './figures/decisions.ts';
import { evaluationFigures } from './figures/evaluation.ts';
import { listFigures } from './figures/lists.ts';
import { memberFigures } from './figures/members.ts';
import { memoryFigures } from './figures/memory.ts';
import { startFigures } from './figures/start.ts';
import { type Ground, startGround } from './ground.ts';
import { profileWrite } from './profile-write.ts';
import { createInvitees, seedInviters } from './seed.ts';

type Measure = (ground: Ground, invitees: ReturnType<typeof createInvitees>) => Promise<Figure[]>;

const parts: ReadonlyMap<string, Measure> = new Map([
  ['accept', acceptFigures],
  ['commit', commitFigures],
  ['members', memberFigures],
  ['start', startFigures],
  ['memory', memoryFigures],
  ['evaluation', evaluationFigures],
  ['decisions', decisionFigures],
  // Last: a million members stay in the cache of the server.
  ['lists', listFigures],
]);

const usage = `npm run bench -- [--only ${[...parts.keys()].join(',')}] [--json] [--quick] [--profile]

  --only     measure these parts only
  --json     one object a line: {name, against, value, unit, baseline, ratio, bound, target, met}
  --quick    a tenth of the updates: a look, not a figure
  --profile  where the time of an accept goes in our process, instead of figures
`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wanted = options.only?.split(',') ?? [...parts.keys()];
const unknown = wanted.filter((name) => !parts.has(name));
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
  for (const [name, measure] of parts) {
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
  console.log(toSummary(figures));
  console.log(
    `Node ${process.version}, Postgres ${rows[0]?.version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown kind'};`,
    'bots, Postgres, fake Bot API and load on them together.',
  );
}
