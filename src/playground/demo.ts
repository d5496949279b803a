import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import type { Narrator } from './actor.ts';
import { createNarrator } from './narrator.ts';
import { createLook } from './show.ts';
import { openStage } from './stage.ts';
import { tellMainStory } from './story/main-story.ts';

// The main story, played through webhook, adapter, store, outbox and emulator. Status 0 only if all came out.
const started = performance.now();
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'castellan-demo-'));
// As root the database server runs as another user, who has to get in.
await chmod(dataDir, 0o711);
const closers: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
let ended = false;
const end = async (status: number): Promise<void> => {
  if (ended) return;
  ended = true;
  for (const close of closers.reverse()) await close().catch(() => undefined);
  process.exit(status);
};
process.once('SIGINT', () => void end(130));
process.once('SIGTERM', () => void end(143));

let chapter = 'before the story';
let acts = 0;
let checks = 0;
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  closers.push(postgres.stop);
  const stage = await openStage({
    databaseUrl: postgres.url,
    appSecret: 'a secret of the demo and of nothing else',
    host: '127.0.0.1',
    port: 0,
    defaultLocale: 'en',
    log: pino({ level: 'silent' }),
  });
  closers.push(stage.close);
  const look = createLook(process.stdout.isTTY === true && process.stdout.hasColors());
  const teller = createNarrator(stage.telegram.control, look, print);
  const narrator: Narrator = {
    ...teller,
    chapter(title) {
      chapter = title;
      teller.chapter(title);
    },
    act(text) {
      acts++;
      teller.act(text);
    },
    check(text) {
      checks++;
      teller.check(text);
    },
  };
  await tellMainStory({ control: stage.telegram.control, settled: stage.settled, narrator });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`\n\nEverything came out: ${acts} steps, ${checks} checks, ${seconds} s.`);
  await end(0);
} catch (error) {
  process.stderr.write(
    `\n\nThe story broke in "${chapter}", step ${acts}: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  await end(1);
}
