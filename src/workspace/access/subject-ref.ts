/** Whom a question is about: a person, or whoever stands behind an account. */
export type SubjectRef =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'account'; readonly messenger: string; readonly id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Account ids are numbers or base64; printable ASCII is more than any messenger uses. */
const account = /^([a-z]{1,16}):([\x21-\x7e]{1,128})$/;

/** Whether a text is a UUID, which every id of ours is. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * Whom `{ type, id }` names: `person` by our id, `account` as `telegram:42`. Null for whoever cannot be known
 * here, e-mail addresses included: they are strangers, as good as anybody who never wrote.
 */
export function subjectRef(type: string, id: string): SubjectRef | null {
  if (type === 'person') return uuid.test(id) ? { kind: 'person', id: id.toLowerCase() } : null;
  if (type !== 'account') return null;
  const [, messenger, accountId] = account.exec(id) ?? [];
  return messenger === undefined || accountId === undefined
    ? null
    : { kind: 'account', messenger, id: accountId };
}
