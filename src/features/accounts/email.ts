import type { Change } from '../../domain/changes.ts';
import { mailAddress } from '../../domain/email-address.ts';
import type { PersonNotice } from '../../domain/notices.ts';
import type { Found } from '../../domain/queries.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';

/** How long the code in a mail can be typed. */
const CODE_MS = 15 * 60_000;
/** Wrong codes before a new one is needed: of a million that leaves a guesser one chance in 200,000. */
const MAX_TRIES = 5;
/** Codes within an hour, to one person and to one address: nobody's mailbox is flooded from here. */
const MAX_CODES = 3;

/** Sends a code to an address. Throws `Refusal` where it is none, or after too many. */
export function requestCode(
  person: Actor['person'],
  typed: string,
  sends: number,
  { code, codeHash, now }: { readonly code: string; readonly codeHash: Buffer; readonly now: Date },
): { readonly changes: readonly Change[]; readonly notices: readonly PersonNotice[] } {
  const email = mailAddress(typed);
  if (email === null) throw new Refusal('email_wrong');
  if (sends >= MAX_CODES) throw new Refusal('email_codes', { values: { most: MAX_CODES } });
  return {
    changes: [
      {
        kind: 'email.requested',
        personId: person.id,
        email,
        codeHash,
        most: MAX_CODES,
        expiresAt: new Date(now.getTime() + CODE_MS),
      },
    ],
    notices: [
      {
        kind: 'email.code',
        to: {
          personId: person.id,
          name: person.name,
          language: person.language,
          timeZone: 'UTC',
          address: { messenger: 'email', chatId: email },
        },
        code,
      },
    ],
  };
}

/**
 * What a typed code amounts to: the address is the person's, or one try less. `isRight` compares in constant time.
 * Null where no code is living any more.
 */
export function enterEmailCode(
  personId: string,
  { pending }: Found<'people.email'>,
  isRight: (codeHash: Buffer) => boolean,
  now: Date,
): { readonly email: string; readonly right: boolean; readonly changes: readonly Change[] } | null {
  if (!pending || pending.expiresAt <= now || pending.tries >= MAX_TRIES) return null;
  const { email, codeHash } = pending;
  return isRight(codeHash)
    ? { email, right: true, changes: [{ kind: 'email.confirmed', personId, email, codeHash }] }
    : { email, right: false, changes: [{ kind: 'email.missed', personId, codeHash, most: MAX_TRIES }] };
}
