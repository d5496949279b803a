import { type HeldRole, isLiving } from '../../access/subject.ts';
import type { GrantCount } from '../../domain/state.ts';
import type { Composed, Translator } from '../i18n.ts';
import { roleTitle } from './role-titles.ts';

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
  return t.list(eachRole(t, scheme, roles, now));
}

/** The same, and after the roles in the workspace those held on single resources, with how many these are. */
export function rolesAndGrants(
  t: Translator,
  scheme: string,
  { roles, granted }: { readonly roles: readonly HeldRole[]; readonly granted: readonly GrantCount[] },
  now: Date,
): Composed {
  const places = new Map<string, { role: string; kind: GrantCount['kind']; count: number }>();
  for (const { role, kind, until, count } of granted) {
    if (!isLiving(until, now.getTime())) continue;
    const key = `${role} ${kind}`;
    places.set(key, { role, kind, count: count + (places.get(key)?.count ?? 0) });
  }
  if (places.size === 0) return heldRoles(t, scheme, roles, now);
  const onResources = [...places.values()].map(({ role, kind, count }) =>
    t.text(`held-role-on-${kind}`, { role: { composed: roleTitle(t, scheme, role) }, count }),
  );
  // The store tells grants in no order of their own.
  return t.list([
    ...eachRole(t, scheme, roles, now),
    ...onResources.sort(new Intl.Collator(t.language).compare),
  ]);
}

function eachRole(t: Translator, scheme: string, roles: readonly HeldRole[], now: Date | null): string[] {
  return roles.map(({ role, until }) => {
    const title = roleTitle(t, scheme, role);
    if (until === null) return title;
    const key = now !== null && until <= now ? 'held-role-ended' : 'held-role-until';
    return t.text(key, { role: { composed: title }, until: t.date(until) });
  });
}
