import { createHash } from 'node:crypto';
import type { Translator } from '../../../chat/i18n.ts';
import type { RichText } from '../../../chat/reply.ts';
import type { Account } from '../person.ts';

/** An account as its owner tells it apart: the messenger, the name shown there, and the username. */
export function accountLine(t: Translator, { messenger, name, username }: Account): RichText {
  const values = { messenger: { composed: t.text(`messenger-${messenger}`) }, name };
  return username === null
    ? t.rich('me-account', values)
    : t.rich('me-account-username', { ...values, username });
}

/** The same on a button. */
export function accountLabel(t: Translator, { messenger, name }: Account): string {
  return t.text('account-label', { messenger: { composed: t.text(`messenger-${messenger}`) }, name });
}

/** Characters of a reference: among a person's few accounts they never meet. */
const REFERENCE_LENGTH = 16;

/** An account as a button carries it: ids of messengers can be longer than a button. */
export function accountReference({ messenger, accountId }: Pick<Account, 'messenger' | 'accountId'>): string {
  const hash = createHash('sha256').update(`${messenger} ${accountId}`).digest('base64url');
  return hash.slice(0, REFERENCE_LENGTH);
}
