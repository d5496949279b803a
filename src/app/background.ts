import { runScheduledTasks } from '../delivery/scheduled-tasks.ts';
import type { Sender } from '../delivery/sender.ts';
import type { SystemActParts } from '../delivery/system-acts.ts';
import { sealAudit } from '../features/audit/store/audit-seal.ts';
import type { SealKeys } from '../features/audit/store/seal-keys.ts';
import type { DatabaseClock } from '../store/database-clock.ts';
import { sql } from '../store/sql.ts';
import { tidy } from '../store/tidy.ts';
import { scheduledTasks } from './scheduled-tasks.ts';
import type { Supervisor } from './supervisor.ts';

/** What works beside the updates takes. */
interface BackgroundParts {
  readonly databaseUrl: string;
  readonly supervisor: Supervisor;
  readonly sender: Sender;
  readonly systemActs: SystemActParts;
  readonly sealKeys: SealKeys;
  /** Null where another clock is given. */
  readonly clock: DatabaseClock | null;
  readonly now: () => Date;
  /** Run timers and sweeps in this process. */
  readonly jobs: boolean;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Pause between two looks at the database and its clock. */
const LOOK_EVERY_MS = 5_000;
/** Events sealed in one transaction. */
const SEAL_BATCH = 1_000;

/** Starts everything that runs beside the updates and belongs to no messenger. */
export function startBackground(parts: BackgroundParts): void {
  const { supervisor, sender, systemActs, sealKeys, clock, now, wait } = parts;
  supervisor.achieve('outbox', async () => {
    await sender.sweep();
  });
  supervisor.keep('database', async (signal, report) => {
    while (!signal.aborted) {
      if (clock) await clock.sync();
      else await systemActs.pool.query(sql`select`);
      report.worked();
      await wait(LOOK_EVERY_MS, signal);
    }
  });
  if (!parts.jobs) return;
  supervisor.keep('jobs', async (signal, report) => {
    const { runJobs } = await import('../delivery/jobs.ts');
    await runJobs(
      {
        databaseUrl: parts.databaseUrl,
        jobs: [
          {
            name: 'sweep',
            everySeconds: 5,
            atSecond: null,
            run: async () => {
              await sender.sweep();
            },
          },
          {
            name: 'tick',
            everySeconds: 60,
            atSecond: 0,
            run: () => runScheduledTasks(systemActs, scheduledTasks),
          },
          {
            name: 'seal',
            everySeconds: 60,
            atSecond: 1,
            run: async (own) => {
              while ((await sealAudit(own, sealKeys, SEAL_BATCH)) === SEAL_BATCH);
            },
          },
          {
            name: 'tidy',
            everySeconds: 3_600,
            atSecond: 17 * 60,
            run: async (own) => tidy(await own.prisma(), now()),
          },
        ],
        report,
        ran(job, error) {
          const fared = supervisor.report(`job ${job}`);
          if (error === null) fared.worked();
          else fared.failed(error);
        },
      },
      signal,
    );
  });
}
