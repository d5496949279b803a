import type { Account } from '../../workspace/people/person.ts';
import type { Translator } from '../i18n.ts';
import type { RichText } from '../reply.ts';

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
