import type { Composed, Translator } from '../../../chat/i18n.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { RichText } from '../../../chat/reply.ts';
import { type Invitation, stateAt } from '../invitation.ts';

const HOUR_MS = 60 * 60_000;

/** Where an invitation stands, as the key of its mark and words: pending ones by their delivery. */
export function stateKey(invitation: Invitation, now: Date): string {
  const state = stateAt(invitation, now);
  if (state !== 'pending') return state;
  return invitation.addressee === null && invitation.delivery === 'waiting' ? 'link' : invitation.delivery;
}

/** The time until a moment, rounded to what matters: days, hours or minutes. */
export function timeLeft(until: Date, now: Date, t: Translator): Composed {
  const left = Math.max(until.getTime() - now.getTime(), 0);
  if (left > 48 * HOUR_MS) return { composed: t.text('time-days', { n: Math.round(left / (24 * HOUR_MS)) }) };
  if (left > HOUR_MS) return { composed: t.text('time-hours', { n: Math.round(left / HOUR_MS) }) };
  return { composed: t.text('time-minutes', { n: Math.max(Math.ceil(left / 60_000), 1) }) };
}

/** Who came in by an invitation, where its own name does not tell; null where it does, or nobody has. */
export function usersOf({ addresseeName, users, uses }: Invitation, t: Translator): RichText | null {
  const [first, ...others] = users;
  if (first === undefined || (others.length === 0 && first === addresseeName)) return null;
  const names = listed(users, t);
  const more = uses - users.length;
  return more > 0
    ? t.rich('invitation-used-by-more', { names, more })
    : t.rich('invitation-used-by', { names });
}
