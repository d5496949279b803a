import { join } from 'node:path';
import { startContestant } from '../contestant.ts';
import type { Figure } from '../figure.ts';
import { APP_SECRET, type Ground, telegramSettings } from '../ground.ts';
import { median } from '../statistics.ts';

const ROUNDS = 5;

/** `node` to listening, our own Postgres included: its cluster exists, its server does not run yet. */
export async function startFigures(ground: Ground): Promise<Figure[]> {
  const startOwn = () =>
    startContestant({
      name: 'castellan',
      entry: 'src/main.js',
      webhookPath: '/webhooks/telegram',
      env: {
        ...telegramSettings(ground.api),
        APP_SECRET,
        DATA_DIR: join(ground.folder, 'started'),
      },
    });
  await (await startOwn()).stop();
  const ours: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [start, times] of [[startOwn, ours] as const, [ground.startBare, bares] as const]) {
      const contestant = await start();
      times.push(contestant.startMs);
      await contestant.stop();
    }
  }
  return [
    {
      name: 'node to listening, starting an existing embedded Postgres',
      against: 'bare grammY, stores nothing',
      value: median(ours),
      baseline: median(bares),
      unit: 'ms',
      bound: 'at most',
      target: 3,
    },
  ];
}
