import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createLifecycle } from '../../src/app/lifecycle.ts';
import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';
import type { Narrator } from './actor.ts';
import { createPeople, type Progress } from './everywhere/person.ts';
import { openEverywhere } from './everywhere/stage.ts';
import { tellEverywhere } from './everywhere/story.ts';
import { createNarrator } from './narrator.ts';
import { createLook } from './show.ts';
import { openStage } from './stage.ts';
import { tellMainStory } from './story/main-story.ts';

// A story, played through webhook, adapter, store, outbox and emulator. Status 0 only if all came out.
const started = performance.now();
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'castellan-demo-'));
// As root the database server runs as another user, who has to get in.
await chmod(dataDir, 0o711);
const look = createLook(process.stdout.isTTY === true && process.stdout.hasColors());
const log = pino({ level: 'silent' });
const lifecycle = createLifecycle({ endsWithOutput: true });
const removeFiles = (): Promise<void> => rm(dataDir, { recursive: true, force: true });

const progress: Progress = { chapter: 'before the story', acts: 0, checks: 0 };
try {
  const postgres = await lifecycle.start(
    startEmbeddedPostgres({ dataDir, log: () => undefined }),
    async (server) => {
      await server.stop();
      await removeFiles();
    },
    true,
  );
  await (process.argv.includes('--all') ? playEverywhere : playMainStory)(postgres.url);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`\n\nEverything came out: ${progress.acts} steps, ${progress.checks} checks, ${seconds} s.`);
  await lifecycle.end(0);
} catch (error) {
  const { chapter, acts } = progress;
  process.stderr.write(
    `\n\nThe story broke in "${chapter}", step ${acts}: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  await lifecycle.end(1);
}

/** Three people in Telegram. */
async function playMainStory(databaseUrl: string): Promise<void> {
  const stage = await lifecycle.start(
    openStage({
      databaseUrl,
      appSecret: 'a secret of the demo and of nothing else',
      host: '127.0.0.1',
      port: 0,
      defaultLocale: 'en',
      log,
    }),
    (opened) => opened.close(),
  );
  const teller = createNarrator(stage.telegram.control, look, print);
  const narrator: Narrator = {
    ...teller,
    chapter(title) {
      progress.chapter = title;
      teller.chapter(title);
    },
    act(text) {
      progress.acts++;
      teller.act(text);
    },
    check(text) {
      progress.checks++;
      teller.check(text);
    },
  };
  await tellMainStory({ control: stage.telegram.control, settled: stage.settled, narrator });
}

/** Four people in three messengers and by mail. */
async function playEverywhere(databaseUrl: string): Promise<void> {
  const stage = await lifecycle.start(openEverywhere(databaseUrl, log), (opened) => opened.close());
  await tellEverywhere(stage, createPeople({ look, print, progress, settled: stage.settled }));
}
