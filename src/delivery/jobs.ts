import { type JobHelpers, run, Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';
import { sealAudit } from '../features/audit/store/audit-seal.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { tidy } from '../store/tidy.ts';
import type { Sender } from './sender.ts';

/** What the timers work on. */
export interface JobParts {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly sender: Sender;
  readonly passTime: () => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface Jobs {
  /** Finishes the jobs under way and stops. */
  stop(): Promise<void>;
}

/** How often messages whose process died are looked for. A lease lasts fifteen seconds. */
const SWEEP_EVERY_MS = 5_000;
/** Events sealed in one transaction. */
const SEAL_BATCH = 1_000;

/**
 * Runs timers and sweeps on graphile-worker: any number of processes share them, and none is special.
 * `sweep` schedules its own next run; `tick` comes every minute by cron and revives it should it ever be lost.
 */
export async function startJobs(parts: JobParts): Promise<Jobs> {
  const { sender, database, now, log } = parts;
  const sweepAgain = (helpers: JobHelpers, mode: 'replace' | 'preserve_run_at'): Promise<unknown> =>
    helpers.addJob(
      'sweep',
      {},
      { jobKey: 'sweep', jobKeyMode: mode, maxAttempts: 1, runAt: new Date(Date.now() + SWEEP_EVERY_MS) },
    );

  // A pool made by the worker itself would be left closing, unheard, when the worker says it has stopped.
  const own = openDatabase({ url: parts.databaseUrl, poolSize: 3 });
  const runner = await run({
    pgPool: own.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error') log.error({ job: message }, 'jobs');
    }),
    crontab: '* * * * * tick\n17 * * * * tidy\n',
    taskList: {
      sweep: async (_payload, helpers) => {
        try {
          await sender.sweep();
        } finally {
          await sweepAgain(helpers, 'replace');
        }
      },
      tick: async (_payload, helpers) => {
        await sweepAgain(helpers, 'preserve_run_at');
        await parts.passTime();
        while ((await sealAudit(database.pool, SEAL_BATCH)) === SEAL_BATCH);
      },
      tidy: async () => tidy(await database.prisma(), now()),
    },
  });
  await runner.addJob('sweep', {}, { jobKey: 'sweep', jobKeyMode: 'preserve_run_at', maxAttempts: 1 });
  return {
    async stop() {
      await runner.stop();
      await own.close();
    },
  };
}
