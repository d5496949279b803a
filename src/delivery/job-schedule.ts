import type { Pool } from 'pg';
import { type Sql, sql } from '../store/sql.ts';

/** When a job comes back, by the database's clock. */
export interface RecurringJob {
  readonly name: string;
  /** Seconds between two runs. */
  readonly everySeconds: number;
  /** Seconds after each whole period: 1020 with 3600 is 17 minutes past every hour; null: that long after a run. */
  readonly atSecond: number | null;
}

/**
 * A run that is later than it can be by the clock was scheduled before the clock was set back: it is replaced. An
 * earlier one stays.
 */
const scheduled = (jobs: readonly RecurringJob[]): Sql => sql`
with wanted as (
  select name,
         case when at_second is null then now() + make_interval(secs => every)
              else to_timestamp(floor((extract(epoch from now()) - at_second) / every) * every + every + at_second)
         end as next
    from unnest(${jobs.map(({ name }) => name)}::text[], ${jobs.map(({ everySeconds }) => everySeconds)}::double precision[],
                ${jobs.map(({ atSecond }) => atSecond)}::double precision[]) as job (name, every, at_second)
)
select graphile_worker.add_job(
         name, run_at => next, max_attempts => 1, job_key => name,
         job_key_mode => case when exists (select 1 from graphile_worker.jobs queued
                                            where queued.key = name and queued.run_at > next)
                              then 'replace' else 'preserve_run_at' end)
  from wanted`;

/** Has each of the jobs run once more at its next time; one that is scheduled already stays as it is. */
export async function scheduleJobs(pool: Pool, jobs: readonly RecurringJob[]): Promise<void> {
  await pool.query(scheduled(jobs));
}
