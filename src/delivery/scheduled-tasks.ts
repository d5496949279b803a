import { schemesIn } from '../domain/scheme-ref.ts';
import { executeSystemAct, type SystemAct, type SystemActParts } from './system-acts.ts';

/** Cases looked up at once. */
const BATCH = 100;

/** Something that becomes due. Each case is guarded by the state it was found in, so any process may run it. */
export type ScheduledTask = (parts: SystemActParts, failures: unknown[]) => Promise<void>;

/**
 * A task that handles each case in a commit of its own. A case that fails is added to `failures` and does not keep
 * the others from being handled.
 *
 * @param find the cases due at `now`, at most `limit`
 */
export function eachDue<Case>(
  find: (parts: SystemActParts, now: Date, limit: number) => Promise<readonly Case[]>,
  act: (due: Case, now: Date) => SystemAct,
): ScheduledTask {
  return async (parts, failures) => {
    const now = parts.now();
    for (;;) {
      const found = await find(parts, now, BATCH);
      let done = 0;
      for (const one of found) {
        try {
          if ((await executeSystemAct(parts, act(one, now))) === 'committed') done++;
        } catch (error) {
          failures.push(error);
        }
      }
      // Where nothing was committed, another process is at it and the rest is its work.
      if (done === 0 || found.length < BATCH) return;
    }
  };
}

/** A task that handles a whole batch in one commit, until none is left. */
export function batchDue<Case>(
  find: (parts: SystemActParts, limit: number) => Promise<readonly Case[]>,
  act: (due: readonly Case[], parts: SystemActParts) => SystemAct,
): ScheduledTask {
  return async (parts) => {
    for (;;) {
      const found = await find(parts, BATCH);
      if (found.length === 0) return;
      await parts.schemes.load(schemesIn(found));
      if ((await executeSystemAct(parts, act(found, parts))) !== 'committed') return;
    }
  };
}

/**
 * Runs every task. One that fails does not keep the others from running; then it rejects in the end with all that
 * failed.
 */
export async function runScheduledTasks(
  parts: SystemActParts,
  tasks: readonly ScheduledTask[],
): Promise<void> {
  const failures: unknown[] = [];
  for (const task of tasks) await task(parts, failures).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} due cases failed: ${String(failures[0])}`);
}
