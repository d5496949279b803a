import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { decide } from '../decide.ts';
import { overlaps } from '../role-set.ts';
import type { DecisionRule, GovernanceRule } from '../rules.ts';
import type { HeldRole, Subject, Target } from '../subject.ts';
import type { Right } from '../vocabulary.ts';

/** A rule that stands against an act, and the role it is about where it is about one. */
export interface Denial {
  readonly rule: DecisionRule | GovernanceRule;
  readonly about: string | null;
}

/**
 * May the act be done? If not: the rule, the role it is about (null where it is about none), and the
 * keys of the roles whose holders could do it (broadest first; none where nobody could).
 */
export type GovernanceDecision =
  | { readonly allow: true }
  | (Denial & { readonly allow: false; readonly roles: readonly string[] });

export function denial(rule: Denial['rule'], about: string | null = null): Denial {
  return { rule, about };
}

/** The rule by which the actor lacks the right the act needs, if they lack it. */
export function denialOfRight(
  scheme: CompiledScheme,
  actor: Subject,
  right: Right,
  at: Target,
  now: Date,
): Denial | null {
  const decision = decide(scheme, actor, right, at, now);
  return decision.allow ? null : denial(decision.rule);
}

/**
 * Turns an act's denial into a decision. Who could do it is found by putting the same question for
 * a holder of each role, so the advice can never disagree with the rule.
 *
 * @param at where a role that is held on resources would be held by such a person
 */
export function decisionOn(
  scheme: CompiledScheme,
  actor: Subject,
  at: Target,
  denialOf: (actor: Subject) => Denial | null,
): GovernanceDecision {
  const found = denialOf(actor);
  if (found === null) return { allow: true };
  const able = scheme.roles.filter((role) => denialOf(holderOf(scheme, role, at)) === null);
  return { ...found, allow: false, roles: able.map(({ key }) => key) };
}

/** Another member, who holds this role and what it requires for good, and nothing more. */
function holderOf(scheme: CompiledScheme, role: CompiledRole, at: Target): Subject {
  const roles: readonly HeldRole[] = scheme.roles
    .filter(({ set }) => set === role.set || overlaps(role.requires, set))
    .map(({ key }) => ({ role: key, until: null }));
  const grants = at.path.flatMap(({ kind, id }) =>
    kind === 'channel' ? [] : roles.map((held) => ({ ...held, resource: { kind, id } })),
  );
  return { personId: '', state: 'active', roles, grants };
}
