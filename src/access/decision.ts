import { type DecisionRule, decisionRules } from './rules.ts';

/** Allowed, and what allowed it. `baseline` is what every active member has; no role is named then. */
export interface Allowed {
  readonly allow: true;
  readonly by: { readonly role: string | null; readonly via: 'membership' | 'grant' | 'baseline' };
}

/** Denied, by which rule, and which roles would allow it (keys, broadest first). */
export interface Denied {
  readonly allow: false;
  readonly rule: DecisionRule;
  readonly roles: readonly string[];
}

export type Decision = Allowed | Denied;

/** The answer to a question about a right that does not exist. */
export const unknownRight: Denied = Object.freeze({ allow: false, rule: 'unknown_right', roles: [] });

/** The answer that the rights of every member give. */
export const allowedByBaseline: Allowed = Object.freeze({
  allow: true,
  by: Object.freeze({ role: null, via: 'baseline' }),
});

/**
 * Every answer a scheme can give, made beforehand and shared, so that answering makes nothing.
 *
 * @param roles the role keys by rank
 * @param helping by row: the roles that allow the right outright, and those that do so at least on
 *   what is one's own
 */
export function decisionsOf(
  roles: readonly string[],
  helping: readonly { readonly outright: readonly string[]; readonly somehow: readonly string[] }[],
) {
  const allowed = (via: 'membership' | 'grant') =>
    roles.map((role): Allowed => Object.freeze({ allow: true, by: Object.freeze({ role, via }) }));
  const denied = new Map(
    decisionRules.map((rule) => [
      rule,
      helping.map(({ outright, somehow }): Denied => {
        return Object.freeze({ allow: false, rule, roles: rule === 'own_only' ? outright : somehow });
      }),
    ]),
  );
  return {
    allowedByMembership: allowed('membership'),
    allowedByGrant: allowed('grant'),
    denied,
  };
}
