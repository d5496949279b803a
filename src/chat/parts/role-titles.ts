import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { presetKeys, presets } from '../../access/presets.ts';
import { type HeldRole, isLiving } from '../../access/subject.ts';
import type { MembershipState } from '../../domain/state.ts';
import { displayName } from '../display-name.ts';
import type { Composed, GivenTitles, Translator } from '../i18n.ts';

/**
 * A role's title: the one that people gave it, else the preset's in the person's language. A role of an older
 * scheme has the title that a preset gives to its key, where one does, else it shows the key.
 */
export function roleTitle(t: Translator, scheme: string, role: string): string {
  const given = t.given(scheme);
  return given === null ? catalogueTitle(t, scheme, role) : titleIn(t, given, role);
}

/** A role's title in a scheme that may not be in force yet, a preset or not. */
export function titleInScheme(t: Translator, scheme: SchemeDeclaration, role: string): string {
  const words = scheme.titlesFrom ?? (scheme.key === 'own' ? '' : scheme.key);
  return titleIn(t, { ...scheme, titlesFrom: words }, role);
}

/** A role's title in a scheme that people gave titles in. */
export function titleIn(t: Translator, declaration: GivenTitles, role: string): string {
  const title = declaration.roles.find(({ key }) => key === role)?.title;
  return title === undefined ? catalogueTitle(t, declaration.titlesFrom ?? '', role) : displayName(title);
}

function catalogueTitle(t: Translator, preset: string, role: string): string {
  const key = `role-${preset}-${role}`.replaceAll('_', '-');
  if (t.has(key)) return t.text(key);
  const former = presetKeys.find((one) => presets[one].roleByKey.has(role));
  return former === undefined || former === preset ? role : catalogueTitle(t, former, role);
}

/** Titles of several roles as one list in the person's language. */
export function roleTitles(t: Translator, scheme: string, roles: readonly string[]): Composed {
  const titles = roles.map((role) => roleTitle(t, scheme, role));
  return t.list(titles);
}

/**
 * The roles of a membership that have not ended, as one list; where there are none, those held on single resources; a
 * dash where there are none either.
 */
export function heldRoles(t: Translator, scheme: string, membership: MembershipState, now: Date): Composed {
  const living = (held: readonly HeldRole[]): string[] => [
    ...new Set(held.flatMap(({ role, until }) => (isLiving(until, now.getTime()) ? [role] : []))),
  ];
  const named = living(membership.roles);
  const roles = named.length > 0 ? named : living(membership.grants);
  return roles.length === 0 ? { composed: '—' } : roleTitles(t, scheme, roles);
}
