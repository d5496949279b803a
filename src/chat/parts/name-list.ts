import type { Composed, Translator } from '../i18n.ts';

/** Foreign names as one list; each is cleaned and isolated by itself. */
export function listed(names: readonly string[], t: Translator): Composed {
  const cleaned = names.map((name) => t.text('invite-name', { name }));
  return t.list(cleaned);
}
