import { backOff } from './back-off.ts';

/** Whether one part of the process works: a messenger, the jobs, the sweeps. */
export interface PartState {
  readonly part: string;
  /** When it first failed since it last worked; null while it works. */
  readonly failingSince: Date | null;
  /** What the last failure was, in one or two words that may be shown to anybody: `unreachable`, `token refused`. */
  readonly problem: string;
}

/** Hears how a part fares that runs by itself. */
interface PartReport {
  worked(): void;
  failed(error: unknown): void;
}

/** Runs what stands beside the updates: starts it, tries it again after a failure, and tells what fails. */
export interface Supervisor {
  /** Tries until it succeeds. Resolves then, or when the supervisor stops; never rejects. */
  achieve(part: string, attempt: Attempt): Promise<void>;
  /** Keeps it running: whenever it ends or fails, it begins again. Resolves when the supervisor stops; never rejects. */
  keep(part: string, run: (signal: AbortSignal, report: PartReport) => Promise<void>): Promise<void>;
  /** The report of a part that has its own loop. */
  report(part: string): PartReport;
  /** Every part known so far, in the order of their first report. */
  parts(): readonly PartState[];
  /** Aborts everything; resolves when all of it has ended. */
  stop(): Promise<void>;
}

type Attempt = (signal: AbortSignal) => Promise<void>;

/** What a supervisor needs from the outside. */
export interface SupervisorParts {
  /** Wall-clock time, to be shown to people. */
  readonly now: () => Date;
  /** Milliseconds; never runs back. */
  readonly clock: () => number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** One or two words for an error. */
  readonly describe: (error: unknown) => string;
  /** Hears when a part begins to fail, fails in another way, still fails after 30 s, and works again. */
  readonly failed: (part: string, error: unknown) => void;
  readonly recovered: (part: string, failedMs: number) => void;
}

/** A run that lasted so long was no failed start: its next try comes soon. */
const STEADY_MS = 60_000;
/** A part that goes on failing in the same way is told once in so long. */
const TELL_EVERY_MS = 30_000;

/** Why a part fails, and since when. */
interface Failing {
  readonly since: Date;
  /** The same by the clock that never runs back. */
  readonly from: number;
  readonly problem: string;
  readonly toldAt: number;
}

/** Creates a supervisor. */
export function createSupervisor(parts: SupervisorParts): Supervisor {
  const { clock, wait } = parts;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const states = new Map<string, Failing | null>();

  const report = (part: string): PartReport => {
    if (!states.has(part)) states.set(part, null);
    return {
      worked() {
        const failing = states.get(part);
        if (!failing) return;
        states.set(part, null);
        parts.recovered(part, clock() - failing.from);
      },
      failed(error) {
        if (stopping.signal.aborted) return;
        const now = clock();
        const before = states.get(part);
        const problem = parts.describe(error);
        const isNews = !before || before.problem !== problem || now - before.toldAt >= TELL_EVERY_MS;
        states.set(part, {
          since: before?.since ?? parts.now(),
          from: before?.from ?? now,
          problem,
          toldAt: isNews || !before ? now : before.toldAt,
        });
        if (isNews) parts.failed(part, error);
      },
    };
  };

  /** Runs until `run` says that it is over. */
  const repeat = (part: string, run: (own: PartReport) => Promise<'over' | 'again'>): Promise<void> => {
    const own = report(part);
    const loop = async (): Promise<void> => {
      for (let failures = 0; !stopping.signal.aborted; ) {
        const startedAt = clock();
        try {
          if ((await run(own)) === 'over') return;
        } catch (error) {
          own.failed(error);
        }
        failures = clock() - startedAt >= STEADY_MS ? 0 : failures + 1;
        await wait(backOff(failures), stopping.signal);
      }
    };
    const supervised = loop().finally(() => running.delete(supervised));
    running.add(supervised);
    return supervised;
  };

  return {
    achieve: (part, attempt) =>
      repeat(part, async (own) => {
        await attempt(stopping.signal);
        own.worked();
        return 'over';
      }),
    keep: (part, run) =>
      repeat(part, async (own) => {
        await run(stopping.signal, own);
        return 'again';
      }),
    report,
    parts: () =>
      Array.from(states, ([part, failing]) => ({
        part,
        failingSince: failing?.since ?? null,
        problem: failing?.problem ?? '',
      })),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
