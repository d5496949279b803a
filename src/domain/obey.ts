import type { Ruling } from '../access/governance/ruling.ts';
import { type DecisionRule, decisionRules, type GovernanceRule } from '../access/rules.ts';
import { type Attempt, Refusal } from './refusal.ts';

/** Rules that keep somebody from a right; the others only say that a request makes no sense as it stands. */
const deniesARight: ReadonlySet<DecisionRule | GovernanceRule> = new Set([
  ...decisionRules,
  'self',
  'not_broader',
  'keystone_only',
  'exceeds_own',
  'outlasts_own',
  'keystone_by_transfer_only',
]);

/**
 * Passes where the ruling allows. Throws the `Refusal` of its rule where it does not, with the role it is
 * about and who could do it; where a right was denied, the attempt goes along for the audit.
 */
export function obey(ruling: Ruling, attempt: Attempt): void {
  if (ruling.allow) return;
  throw new Refusal(ruling.rule, {
    roles: ruling.roles,
    ...(ruling.about === null ? {} : { about: ruling.about }),
    ...(deniesARight.has(ruling.rule) ? { attempt } : {}),
  });
}
