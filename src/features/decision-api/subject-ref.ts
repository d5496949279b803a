/** Who a question is about: a person, or a person who stands behind an account. */
export type SubjectRef =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'account'; readonly messenger: string; readonly id: string }
  | { readonly kind: 'email'; readonly id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Account ids are numbers or base64; printable ASCII is more than any messenger uses. */
const account = /^([a-z]{1,16}):([\x21-\x7e]{1,128})$/;
/**
 * At most 254 characters, as RFC 5321 leaves room for (section 4.5.3.1.3, less its angle brackets); no NUL and no half of
 * a pair, which the database takes for no text at all.
 */
const email = /^[^\s@\p{Cc}\p{Cs}]{1,64}@[^\s@\p{Cc}\p{Cs}]{1,189}$/u;

/** Whether a text is a UUID, which every id of ours is. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * Who `{ type, id }` names: `person` by our id, `account` as `telegram:42`, `email` by an address that the
 * person has confirmed. Null for a person who cannot be known here: a stranger, as good as anybody who never wrote.
 */
export function subjectRef(type: string, id: string): SubjectRef | null {
  if (type === 'person') return uuid.test(id) ? { kind: 'person', id: id.toLowerCase() } : null;
  if (type === 'email') return email.test(id) ? { kind: 'email', id: id.toLowerCase() } : null;
  if (type !== 'account') return null;
  const [, messenger, accountId] = account.exec(id) ?? [];
  return messenger === undefined || accountId === undefined
    ? null
    : { kind: 'account', messenger, id: accountId };
}
