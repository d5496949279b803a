import { emit } from './emitting.ts';
import type { Emulation } from './emulation.ts';
import type { CheckedMessage } from './message-check.ts';
import { STATUS, ViberApiError } from './statuses.ts';
import type { Contact } from './types.ts';

const HOUR_MS = 3_600_000;

/** Puts a message of the bot into a person's chat, or has their phone complain. Throws `ViberApiError`. */
export function post(
  emulation: Emulation,
  contact: Contact,
  message: CheckedMessage,
  raw: Readonly<Record<string, unknown>>,
  lateFailure: string | null = null,
): string {
  if (message.minApiVersion > contact.user.apiVersion)
    throw new ViberApiError(STATUS.apiVersionNotSupported, 'apiVersionNotSupported');
  const token = emulation.newToken();
  const complaint = lateFailure ?? message.complaint;
  if (complaint !== null) {
    emit(emulation, contact, 'failed', { user_id: contact.user.id, desc: complaint }, token);
    return token;
  }
  emulation.world.note(contact, {
    token,
    fromBot: true,
    type: message.type ?? 'keyboard',
    text: message.text,
    rich: message.rich,
    keyboard: message.keyboard,
    media: message.media,
    silent: false,
    raw,
  });
  if (message.trackingData !== '') contact.trackingData = message.trackingData;
  emit(emulation, contact, 'delivered', { user_id: contact.user.id }, token);
  emulation.changes.happened();
  return token;
}

/** Counts a message to someone who may not have answered for long. Throws status 12 beyond the limit. */
export function countUnanswered(emulation: Emulation, contact: Contact): void {
  const now = emulation.now().getTime();
  contact.unanswered = contact.unanswered.filter((at) => at > now - HOUR_MS);
  if (contact.unanswered.length >= emulation.limits.unansweredAnHour)
    throw new ViberApiError(STATUS.tooManyRequests, 'tooManyRequests');
  contact.unanswered.push(now);
}
