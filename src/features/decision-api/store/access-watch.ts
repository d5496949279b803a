import type { Pool } from 'pg';
import type { Affected } from '../../../store/commit/define-change.ts';
import { type Look, readAccessChanges } from './access-changes.ts';

/** Pause between two looks: three of them fit into the second that a change may take to be seen. */
const PAUSE_MS = 300;
/** What is remembered may be answered from for so long after the last look, the look's own time included. */
const TRUSTED_MS = 1_000;
/** A process that nobody asks stops looking. */
const IDLE_MS = 60_000;

/** A cache that must hear what other processes commit. */
export interface Watcher {
  changed(affected: readonly (Affected | 'everyone')[]): void;
  /** Anything may have changed. */
  invalidate(): void;
}

/** Hears after each look whether the database answered. */
export interface LookReport {
  worked(): void;
  failed(error: unknown): void;
}

/** Looks again and again at what was committed to the database, by whichever process. */
export interface AccessWatch {
  /** Whether the watcher has heard, at a time of the clock, of everything committed more than a second before. */
  isCurrent(now: number): boolean;
  /** A person asks at a time: looking begins, or goes on. */
  touch(now: number): void;
  /** Ends looking; resolves when no statement is under way. */
  close(): Promise<void>;
}

/** Creates a watch; it begins with the first touch. `clock` yields milliseconds and never runs back. */
export function watchAccess(
  pool: Pool,
  watcher: Watcher,
  clock: () => number,
  report?: LookReport,
): AccessWatch {
  let last: Look | null = null;
  let lookedAt = 0;
  let touchedAt = 0;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let look: Promise<void> | null = null;

  const forget = (): void => {
    last = null;
    watcher.invalidate();
  };
  const lookOnce = async (): Promise<void> => {
    const startedAt = clock();
    const since = last;
    try {
      const found = await readAccessChanges(pool, since);
      // A connection that broke meanwhile made us forget: this look then only begins anew.
      if (since !== null && last !== null) {
        if (found.affected === null) watcher.invalidate();
        else watcher.changed(found.affected);
      }
      last = found.look;
      lookedAt = startedAt;
      report?.worked();
    } catch (error) {
      report?.failed(error);
      forget();
    }
  };
  const goOn = (): void => {
    look = lookOnce().then(() => {
      look = null;
      if (closed) return;
      if (clock() - touchedAt > IDLE_MS) {
        forget();
        // What is not done does not fail.
        report?.worked();
      } else timer = setTimeout(goOn, PAUSE_MS).unref();
    });
    timer = null;
  };

  pool.on('error', forget);
  return {
    isCurrent: (now) => last !== null && now - lookedAt <= TRUSTED_MS,
    touch(now) {
      touchedAt = now;
      if (timer === null && look === null && !closed) goOn();
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      pool.off('error', forget);
      await look;
    },
  };
}
