import type { GovernanceDecision } from '../access/governance/decision.ts';
import { type DecisionRule, decisionRules, type GovernanceRule } from '../access/rules.ts';
import { type Attempt, Refusal } from './refusal.ts';

/** Rules that keep someone from a right; the others only say that a request makes no sense as it stands. */
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
 * Passes where the decision allows. Throws the `Refusal` of its rule where it does not, with the role it is
 * about and who could do it; where a right was denied, the attempt goes along for the audit.
 */
export function enforce(decision: GovernanceDecision, attempt: Attempt): void {
  if (decision.allow) return;
  throw new Refusal(decision.rule, {
    roles: decision.roles,
    ...(decision.about === null ? {} : { about: decision.about }),
    ...(deniesARight.has(decision.rule) ? { attempt } : {}),
  });
}
