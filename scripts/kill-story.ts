import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runKillStory } from './kill-story/run.ts';

// Kills the bot with SIGKILL at random points of a running story, starts it again each time, and checks in the end
// that no acknowledged effect is lost, none doubled, and every owed message delivered. Needs `npm run build` first.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    teams: { type: 'string', default: '24' },
    mode: { type: 'string', default: 'webhook' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = z
  .object({
    kills: z.coerce.number().int().min(0),
    teams: z.coerce.number().int().min(1),
    mode: z.enum(['webhook', 'polling']),
    seed: z.coerce.number().int(),
  })
  .parse(values);

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(new Error(`broken off by ${signal}`)));
}
const report = await runKillStory({
  ...options,
  program: 'built',
  extent: 'whole',
  say: (line) => console.log(line),
  signal: interrupted.signal,
});
const { deliveries } = report;
console.log(`
kills                         ${report.kills}   (${report.killsAtStart} of a process that was just starting)
teams                         ${report.teams}
effects acknowledged          ${report.effects}   each found exactly once
messages owed                 ${deliveries.owed}   each delivered, in the order of its chat
  in flight at kills          ${report.inFlight}
  delivered more than once    ${deliveries.repeated}
  sent in another form        ${deliveries.otherwise}
wrong                         ${report.wrong.length}
seconds                       ${report.seconds.toFixed(0)}`);
for (const line of report.wrong.slice(0, 40)) console.error(`✗ ${line}`);
process.exitCode = report.wrong.length === 0 ? 0 : 1;
