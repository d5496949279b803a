import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { createPeople } from '../dev/playground/everywhere/person.ts';
import { openServices, VK_CALLBACK } from '../dev/playground/everywhere/services.ts';
import { freePort } from '../dev/playground/everywhere/stage.ts';
import { tellEverywhere } from '../dev/playground/everywhere/story.ts';
import { createLook, readable } from '../dev/playground/show.ts';
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { startBalancer } from './kill-everywhere/balancer.ts';
import { type BotProcess, startBot } from './kill-story/bot-process.ts';
import { createRandom } from './kill-story/random.ts';

// Plays the demo's story over all messengers with two processes, kills both at random points of random steps, and
// starts them again. In the end nothing may be missing, and nothing doubled but what was in flight: in VK, whose
// calls carry a name, not even that. Needs `npm run build` first.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const random = createRandom(Number(values.seed));
/** How many steps the story has; which of them are killed in is drawn. */
const STEPS = 27;
const steps = Array.from({ length: STEPS }, (_, step) => step);
const killedIn = new Set(
  steps
    .map((step) => ({ step, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, Number(values.kills))
    .map(({ step }) => step),
);
/** A call that was in the hands of a killed process waits for its lease, 15 s, and the sweep, 5 s. */
const PATIENCE_MS = 90_000;

const started = performance.now();
const dataDir = await mkdtemp(join(tmpdir(), 'kill-everywhere-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
const pool = new Pool({ connectionString: postgres.url, max: 2 });
const services = await openServices(100);
const ports = [await freePort(), await freePort()];
const balancer = await startBalancer(ports.map((port) => `http://127.0.0.1:${port}`));
const settings = {
  DATABASE_URL: postgres.url,
  APP_SECRET: 'a secret of this script and of nothing else',
  PUBLIC_URL: balancer.url,
  TELEGRAM_BOT_TOKEN: services.telegram.bot.token,
  TELEGRAM_API_ROOT: services.telegram.url,
  VK_TOKEN: services.vk.group.token,
  VK_GROUP_ID: String(services.vk.group.id),
  VK_SECRET: VK_CALLBACK.secret,
  VK_CONFIRMATION: VK_CALLBACK.confirmation,
  VK_API_ROOT: services.vk.apiRoot,
  VIBER_TOKEN: services.viber.bot.token,
  VIBER_API_ROOT: services.viber.url,
  SMTP_URL: services.mailbox.url,
  MAIL_FROM: 'Castellan <castellan@example.org>',
};
let bots: BotProcess[] = [];
const startBoth = async (): Promise<void> => {
  bots = ports.map((port) =>
    startBot('built', dataDir, { ...settings, PORT: String(port), DATA_DIR: dataDir }),
  );
  await Promise.all(bots.map((bot) => bot.listening));
};

let inFlight = 0;
let kills = 0;
/** Kills both processes, and counts the calls that were in their hands by messenger: any of them may come twice. */
const killBoth = async (): Promise<void> => {
  await Promise.all(bots.map((bot) => bot.kill()));
  const { rows } = await pool.query<{ leased: number }>(
    `select count(*)::int as leased from outbox where lease_until > now() and messenger in ('telegram', 'viber')`,
  );
  inFlight += rows[0]?.leased ?? 0;
  kills++;
  await startBoth();
};

let step = 0;
const settled = async (): Promise<void> => {
  if (killedIn.has(step++)) {
    await delay(random() * 80);
    await killBoth();
  }
  for (const { control } of [services.telegram, services.vk, services.viber])
    await control.settled(PATIENCE_MS);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rowCount } = await pool.query('select 1 from outbox');
    if (rowCount === 0) return;
    if (Date.now() > deadline) throw new Error(`${rowCount} messages are still owed`);
    await delay(20);
  }
};

/** Messages of the bot that stand twice in one chat: in this story none is said twice. */
function doubledIn(
  chats: readonly (readonly { readonly text: string; readonly buttons: unknown }[])[],
): number {
  return chats.reduce((sum, messages) => {
    const different = new Set(messages.map(({ text, buttons }) => JSON.stringify([readable(text), buttons])));
    return sum + messages.length - different.size;
  }, 0);
}

const wrong: string[] = [];
const progress = { chapter: '', acts: 0, checks: 0 };
try {
  await startBoth();
  const { vk, viber, telegram } = services;
  await vk.control.setCallbackServer({ url: `${balancer.url}/webhooks/vk`, ...VK_CALLBACK });
  console.log(`Two processes run, ${killedIn.size} kills of both, seed ${values.seed}.`);
  const people = createPeople({ look: createLook(false), print: () => undefined, progress, settled });
  await tellEverywhere({ ...services, url: balancer.url }, people);

  const { rows: events } = await pool.query<{ what: string }>(
    `select w.name || ': ' || a.action || ' ' || coalesce(s.name, '') as what
       from audit_events a join workspaces w on w.id = a.workspace_id left join persons s on s.id = a.subject_id`,
  );
  const different = new Set(events.map(({ what }) => what));
  // Two links were made in Acme, for nobody in particular.
  const repeated = events.length - different.size - 1;
  if (repeated !== 0) wrong.push(`${repeated} effects were doubled`);
  const inVk = doubledIn(
    vk.control.users().map((user) => vk.control.messages(user).filter(({ fromBot }) => fromBot)),
  );
  const elsewhere =
    doubledIn(
      viber.control.users().map((user) => viber.control.messages(user).filter(({ fromBot }) => fromBot)),
    ) +
    doubledIn(
      telegram.control
        .users()
        .filter(({ is_bot }) => !is_bot)
        .map((user) => telegram.control.messages(user).filter(({ fromBot }) => fromBot)),
    );
  if (inVk > 0) wrong.push(`${inVk} messages came twice in VK`);
  if (elsewhere > inFlight)
    wrong.push(`${elsewhere} messages came twice, but only ${inFlight} were in flight`);
  console.log(`
kills of both processes       ${kills}
steps, checks                 ${progress.acts}, ${progress.checks}   each came out
effects                       ${events.length}   each found exactly once
in flight at kills            ${inFlight}   in Telegram and Viber
  delivered more than once    ${elsewhere}
delivered twice in VK         ${inVk}
seconds                       ${((performance.now() - started) / 1000).toFixed(0)}`);
} catch (error) {
  wrong.push(`in "${progress.chapter}": ${error instanceof Error ? error.message : String(error)}`);
} finally {
  await Promise.all(bots.map((bot) => bot.kill()));
  await balancer.close();
  await services.close();
  await pool.end();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
for (const line of wrong) console.error(`✗ ${line}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
