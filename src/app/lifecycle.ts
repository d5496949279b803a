import type { Logger } from 'pino';

/** What a process has started, and how it ends. */
export interface Lifecycle {
  /**
   * Waits for something that starts. When the process ends, `stop` is called with it, the latest first; what is still
   * starting by then is waited for and stopped as well, and this promise stays open, because nothing may go on.
   *
   * @param mustStop stopped even where the rest takes too long, or the operator asks twice
   */
  start<T>(starting: Promise<T>, stop: (started: T) => Promise<void>, mustStop?: boolean): Promise<T>;
  /** Stops everything and ends the process with a status. Later calls change nothing. */
  end(status: number): Promise<void>;
}

/** After so long what has to be stopped is stopped without waiting for the rest. */
const HURRY_MS = 6_000;
/** After so long the process ends in any case: others take over what it had to do, the next start finds its server. */
const MAX_STOP_MS = 9_500;

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** How a process ends. */
interface Ending {
  /** Told once, when it begins to end. */
  readonly ending?: (why: string) => void;
  /** The last resource before the end. */
  readonly flush?: () => void;
  /** The status after a signal; default: as a shell expects it, 143 after SIGTERM. */
  readonly statusOf?: (signal: keyof typeof SIGNALS) => number;
  /** Whether it ends when nobody reads its output any more. */
  readonly endsWithOutput?: boolean;
}

/**
 * Ends the process in order on SIGTERM, SIGINT and SIGHUP, from now on: whatever is starting then is stopped, too. A
 * second signal stops only what must be stopped.
 */
export function createLifecycle({ ending, flush, statusOf, endsWithOutput }: Ending = {}): Lifecycle {
  const stops: { readonly stop: () => Promise<void>; readonly mustStop: boolean }[] = [];
  let isEnding = false;

  const exit = (status: number): void => {
    flush?.();
    process.exit(status);
  };
  const hurry = async (status: number): Promise<void> => {
    await Promise.allSettled(stops.filter(({ mustStop }) => mustStop).map(({ stop }) => stop()));
    exit(status);
  };
  const end = async (status: number, why = 'done'): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    ending?.(why);
    setTimeout(() => void hurry(1), HURRY_MS).unref();
    setTimeout(() => exit(1), MAX_STOP_MS).unref();
    for (const { stop } of stops.toReversed()) await stop().catch(() => undefined);
    exit(status);
  };
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    const status = statusOf?.(signal) ?? SIGNALS[signal];
    process.on(signal, () => void (isEnding ? hurry(SIGNALS[signal]) : end(status, signal)));
  }
  for (const output of [process.stdout, process.stderr]) {
    // A closed pipe must not end the process before what it started.
    output.on('error', () => {
      if (endsWithOutput) end(0, 'nobody reads the output');
    });
  }

  return {
    async start(starting, stop, mustStop = false) {
      let stopping: Promise<void> | undefined;
      const stopOnce = (): Promise<void> => {
        stopping ??= starting.then(stop, () => undefined);
        return stopping;
      };
      stops.push({ stop: stopOnce, mustStop });
      const started = await starting;
      if (isEnding) await new Promise(() => undefined);
      return started;
    },
    end: (status) => end(status),
  };
}

/**
 * Keeps a rejection that nobody handles from ending the process: it is logged with its stack, and the part that it
 * came from is supervised. A thrown error that nobody catches leaves the process in an unknown state: it is logged
 * with its stack, and the process ends.
 */
export function guardProcess(log: Logger, flush: () => void): void {
  process.on('unhandledRejection', (reason) => {
    log.error({ error: stackOf(reason) }, 'a rejection was not handled');
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ error: stackOf(error) }, 'an error was not caught');
    flush();
    process.stderr.write(`Castellan ends because of an error in itself.\n${stackOf(error)}\n`);
    process.exit(1);
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
