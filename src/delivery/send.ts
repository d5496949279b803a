import { attachmentIdOf, DeliveryError, type Outgoing, type Upload } from '../chat/messenger.ts';
import { readAttachment } from '../store/attachments.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { DeliveryResult, SenderParts } from './sender-parts.ts';

const MAX_BACK_OFF_MS = 5 * 60_000;

/** What became of a try: it is over, for good or ill, or to be made again after so many milliseconds. */
export type Verdict = { readonly kind: 'over' } | Again;

interface Again {
  readonly kind: 'again';
  readonly waitMs: number;
  readonly failed: 0 | 1;
  /** A message from the person ends the wait. */
  readonly untilHeard: boolean;
  readonly outgoing: OutboxRow['outgoing'];
}

/**
 * Tries once to make the call of a row, and notes down what became of it.
 *
 * @param stopping ends the noting down, which is tried again and again
 * @param cutOff ends the call itself
 */
export async function send(
  parts: SenderParts,
  row: OutboxRow,
  stopping: AbortSignal,
  cutOff: AbortSignal,
): Promise<Verdict> {
  const { messenger: name } = row.outgoing;
  const messenger = parts.messengers.get(name);
  const again = (waitMs: number, failed: 0 | 1, outgoing = row.outgoing): Again => ({
    kind: 'again',
    waitMs,
    failed,
    untilHeard: false,
    outgoing,
  });
  // A messenger that this process does not speak: some other one will.
  if (!messenger) return again(MAX_BACK_OFF_MS, 0);
  try {
    const upload = await uploadOf(parts, row);
    const named = { ...(row.outgoing as Outgoing), id: row.id };
    const { messageId } = await messenger.deliver(named, cutOff, upload);
    parts.observe(name, 'sent', null);
    await persist(parts, row, { kind: 'delivered', messageId }, stopping);
    return { kind: 'over' };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    parts.observe(name, error.reason, error);
    switch (error.reason) {
      case 'busy':
        return { ...again(Math.max(error.retryAfterMs ?? 1_000, 100), 0), untilHeard: error.untilHeard };
      case 'failed':
        return again(backOff(row.attempts), 1);
      case 'moved': {
        if (error.movedTo === null) return { kind: 'over' };
        await parts.moved(name, row.outgoing.chatId, error.movedTo);
        return again(0, 0, { ...row.outgoing, chatId: error.movedTo });
      }
      case 'unreachable':
      case 'rejected':
        await persist(parts, row, { kind: error.reason }, stopping);
        return { kind: 'over' };
    }
  }
}

/** The attachment that a row names, if it names one. Throws `DeliveryError` where it cannot be had. */
async function uploadOf({ pool, now }: SenderParts, { outgoing }: OutboxRow): Promise<Upload | undefined> {
  const id = attachmentIdOf(outgoing.body);
  if (id === null) return undefined;
  const upload = await readAttachment(pool, id, now()).catch((cause: unknown) => {
    throw new DeliveryError('failed', 'the attachment could not be read', { cause });
  });
  if (upload === null) throw new DeliveryError('rejected', 'the attachment is over');
  return upload;
}

/** Noting down is tried until it succeeds or the process stops: the row stays until then. */
async function persist(
  parts: SenderParts,
  row: OutboxRow,
  result: DeliveryResult,
  stopping: AbortSignal,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await parts.record(row, result);
    } catch (error) {
      if (stopping.aborted || attempt === 5) {
        parts.observe(row.outgoing.messenger, 'failed', error);
        return;
      }
      await parts.wait(backOff(attempt), stopping);
    }
  }
}

/** Half a second, doubling, at most five minutes. */
function backOff(attempts: number): number {
  return Math.min(500 * 2 ** Math.min(attempts, 16), MAX_BACK_OFF_MS);
}
