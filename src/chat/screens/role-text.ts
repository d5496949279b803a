import type { HeldRole } from '../../access/subject.ts';
import type { Composed, Translator } from '../i18n.ts';
import { roleTitle } from '../role-titles.ts';

/**
 * Held roles as one list, each with its end; a few words where there is none. With `now`, those that are over
 * say so.
 */
export function heldRoles(
  t: Translator,
  scheme: string,
  roles: readonly HeldRole[],
  now: Date | null = null,
): Composed {
  if (roles.length === 0) return { composed: t.text('held-no-role') };
  const each = roles.map(({ role, until }) => {
    const title = roleTitle(t, scheme, role);
    if (until === null) return title;
    const key = now !== null && until <= now ? 'held-role-ended' : 'held-role-until';
    return t.text(key, { role: { composed: title }, until: t.date(until) });
  });
  return t.list(each);
}
