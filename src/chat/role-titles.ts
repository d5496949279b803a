import { isLiving } from '../access/subject.ts';
import type { MembershipState } from '../workspace/state.ts';
import type { Composed, Translator } from './i18n.ts';

/** A role's title in the person's language. Unknown roles (of an older scheme) show their key. */
export function roleTitle(t: Translator, scheme: string, role: string): string {
  const key = `role-${scheme}-${role}`.replaceAll('_', '-');
  return t.has(key) ? t.text(key) : role;
}

/** Titles of several roles as one list in the person's language. */
export function roleTitles(t: Translator, scheme: string, roles: readonly string[]): Composed {
  const titles = roles.map((role) => roleTitle(t, scheme, role));
  return t.list(titles);
}

/** The roles of a membership that have not ended, as one list; a dash where there are none. */
export function heldRoles(t: Translator, scheme: string, membership: MembershipState, now: Date): Composed {
  const living = membership.roles.filter(({ until }) => isLiving(until, now.getTime()));
  return living.length === 0
    ? { composed: '—' }
    : roleTitles(
        t,
        scheme,
        living.map(({ role }) => role),
      );
}
