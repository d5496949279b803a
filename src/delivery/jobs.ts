import { EventEmitter } from 'node:events';
import {
  runMigrations,
  runTaskList,
  type TaskList,
  type WorkerEvents,
  Logger as WorkerLogger,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { type Database, openDatabase } from '../store/database.ts';
import { sql } from '../store/sql.ts';
import { type RecurringJob, scheduleJobs } from './job-schedule.ts';

/** A job that comes back again and again, shared by all processes. */
interface Job extends RecurringJob {
  /** `own` is a database whose statements may take long. */
  readonly run: (own: Database) => Promise<void>;
}

/** What running jobs takes. */
export interface JobParts {
  readonly databaseUrl: string;
  readonly jobs: readonly Job[];
  /** Hears how the worker itself fares. */
  readonly report: { worked(): void; failed(error: unknown): void };
  /** Hears how each run of a job ended; null: well. */
  readonly ran: (job: string, error: unknown) => void;
}

/** Jobs may seal or remove thousands of rows in a statement. */
const STATEMENT_MS = 5 * 60_000;
/** Jobs that a killed process took with it are scheduled again after so long. */
const RESCHEDULE_EVERY_MS = 60_000;
/** "jobs" in ASCII: graphile-worker's own migration fails where two processes make its schema at once. */
const MIGRATION_LOCK = 0x6a6f6273;

/**
 * Runs jobs on graphile-worker until the signal aborts: any number of processes share them, and none is special.
 * Due times are the database's, so that no process's clock matters. Rejects when the worker cannot start or breaks.
 */
export async function runJobs(parts: JobParts, signal: AbortSignal): Promise<void> {
  // A pool made by the worker itself would be left closing, unheard, when the worker says it has stopped.
  const own = openDatabase({ url: parts.databaseUrl, poolSize: 3, limits: { statementMs: STATEMENT_MS } });
  try {
    await migrateJobs(own.pool);
    await scheduleJobs(own.pool, parts.jobs);
    if (!signal.aborted) await work(parts, own, signal);
  } finally {
    await own.close();
  }
}

/** Brings the tables of the jobs up to date as their owner. */
export async function migrateJobsAt(url: string): Promise<void> {
  const own = openDatabase({ url, poolSize: 2, limits: { statementMs: STATEMENT_MS } });
  await migrateJobs(own.pool).finally(() => own.close());
}

/** One process at a time; the others wait for the lock. */
async function migrateJobs(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await runMigrations({ pgPool: pool, logger: quiet });
    await client.query(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    client.release();
  } catch (error) {
    // The lock ends with its connection.
    client.release(true);
    throw error;
  }
}

const quiet = new WorkerLogger(() => () => undefined);

async function work(parts: JobParts, own: Database, signal: AbortSignal): Promise<void> {
  const { jobs, report } = parts;
  const events: WorkerEvents = new EventEmitter();
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async () => {
        // A failed run is told and not repeated: the next one comes by the schedule.
        await job.run(own).then(
          () => parts.ran(job.name, null),
          (error: unknown) => parts.ran(job.name, error),
        );
        await scheduleJobs(own.pool, [job]);
      },
    ]),
  );
  const broken = new Promise<never>((_, reject) => {
    events.on('worker:fatalError', ({ error }) => reject(error));
  });
  broken.catch(() => undefined);
  events.on('worker:getJob:error', ({ error }) => report.failed(error));
  events.on('worker:getJob:empty', () => report.worked());
  events.on('job:start', () => report.worked());
  const pool = runTaskList(
    { concurrency: 2, noHandleSignals: true, pollInterval: 2_000, logger: quiet, events },
    taskList,
    own.pool,
  );
  const rescheduling = setInterval(() => {
    scheduleJobs(own.pool, jobs).catch((error: unknown) => report.failed(error));
  }, RESCHEDULE_EVERY_MS);
  try {
    await Promise.race([aborted(signal), broken]);
  } finally {
    clearInterval(rescheduling);
    await pool.gracefulShutdown();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
