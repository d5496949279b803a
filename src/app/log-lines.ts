import type { Logger } from 'pino';
import type { Observation } from '../chat/update.ts';

/** Logs one line an update: what it was and what became of it, nothing that anybody wrote. */
export function logUpdate(log: Logger, seen: Observation): void {
  const { error, milliseconds, updateId, ...rest } = seen;
  const line = { update: updateId, ...rest, ms: Math.round(milliseconds * 10) / 10 };
  if (error === null) log.info(line, 'update');
  else
    log.error(
      { ...line, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'update',
    );
}

/** An error as a line of the log says it, without its stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
