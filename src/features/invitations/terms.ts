import { plainText } from '../../domain/plain-text.ts';
import type { WorkspaceState } from '../../domain/state.ts';
import { expiryOf } from './invitation.ts';

/** Code points of a note: a few sentences on a card that says more than the note. */
const MAX_NOTE = 300;

/** What an offer says beside its roles. */
export interface Terms {
  /** When the access ends by itself; null: never. */
  readonly accessUntil: Date | null;
  /** A few words from the inviter. */
  readonly note: string | null;
}

/** Access without an end, and no words. */
export const noTerms: Terms = { accessUntil: null, note: null };

/** A note as it is kept: one line, cut; null where nothing is left of it. */
export function noteFrom(typed: string): string | null {
  return [...plainText(typed)].slice(0, MAX_NOTE).join('').trim() || null;
}

/** When an offer made now ends: no later than the access that it offers. */
export function offerEnd(workspace: WorkspaceState, accessUntil: Date | null, now: Date): Date {
  const usual = expiryOf(workspace, now);
  return accessUntil !== null && accessUntil < usual ? accessUntil : usual;
}
