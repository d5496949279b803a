import type { Logger } from 'pino';
import { BotRefused, DeliveryError } from '../chat/messenger.ts';
import type { ChannelName } from '../chat/update.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { messageOf } from './log-lines.ts';
import { Unreachable } from './open-messengers.ts';
import { createSupervisor, type PartState, type Supervisor } from './supervisor.ts';

/** Failed calls in a row after which a messenger counts as unreachable: one alone is a chat's or a moment's trouble. */
const FAILED_CALLS = 3;

/** The supervisor of a process: tells its log what fails and what works again. */
export function superviseProcess(
  log: Logger,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): Supervisor {
  return createSupervisor({
    now: () => new Date(),
    clock: () => performance.now(),
    wait,
    describe,
    failed: (part, error) =>
      log.warn({ part, error: messageOf(error) }, `${part} does not work and is tried again`),
    recovered: (part, failedMs) =>
      log.warn({ part, seconds: Math.round(failedMs / 1_000) }, `${part} works again`),
  });
}

/** What is said of an error in public: no address, no name, no text of another program. */
function describe(error: unknown): string {
  if (error instanceof BotRefused) return 'token refused';
  if (error instanceof Unreachable || error instanceof DeliveryError) return 'unreachable';
  return isUnavailable(error) ? 'database away' : 'failing';
}

/** The parts that fail, a line each: `viber: unreachable since 2026-12-01T10:00:00.000Z`. */
export function degradedLines(parts: readonly PartState[]): string[] {
  return parts.flatMap(({ part, failingSince, problem }) =>
    failingSince === null ? [] : [`${part}: ${problem} since ${failingSince.toISOString()}`],
  );
}

/** Has the outcome of each call to a messenger tell whether that answers. */
export function observeDeliveries(
  supervisor: Supervisor,
): (messenger: ChannelName, outcome: 'sent' | DeliveryError['reason'], error: unknown) => void {
  const failures = new Map<ChannelName, number>();
  return (messenger, outcome, error) => {
    const inARow = outcome === 'failed' ? (failures.get(messenger) ?? 0) + 1 : 0;
    failures.set(messenger, inARow);
    const report = supervisor.report(`${messenger} delivery`);
    if (inARow >= FAILED_CALLS) report.failed(error);
    else if (inARow === 0) report.worked();
  };
}
