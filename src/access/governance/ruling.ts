import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { decide } from '../decide.ts';
import { overlaps } from '../role-set.ts';
import type { DecisionRule, GovernanceRule } from '../rules.ts';
import type { HeldRole, Subject, Target } from '../subject.ts';
import type { Right } from '../vocabulary.ts';

/** A rule that stands against an act, and the role it is about where it is about one. */
export interface Objection {
  readonly rule: DecisionRule | GovernanceRule;
  readonly about: string | null;
}

/**
 * May the act be done? If not: the rule, the role it is about (null where it is about none), and the
 * keys of the roles whose holders could do it (broadest first; none where nobody could).
 */
export type Ruling =
  | { readonly allow: true }
  | (Objection & { readonly allow: false; readonly roles: readonly string[] });

export function objection(rule: Objection['rule'], about: string | null = null): Objection {
  return { rule, about };
}

/** The rule by which the actor lacks the right the act needs, if they lack it. */
export function objectionToRight(
  scheme: CompiledScheme,
  actor: Subject,
  right: Right,
  at: Target,
  now: Date,
): Objection | null {
  const decision = decide(scheme, actor, right, at, now);
  return decision.allow ? null : objection(decision.rule);
}

/**
 * Turns an act's objection into a ruling. Who could do it is found by putting the same question for
 * a holder of each role, so the advice can never disagree with the rule.
 *
 * @param at where a role that is held on things would be held by such a person
 */
export function rulingOn(
  scheme: CompiledScheme,
  actor: Subject,
  at: Target,
  objectionTo: (actor: Subject) => Objection | null,
): Ruling {
  const found = objectionTo(actor);
  if (found === null) return { allow: true };
  const able = scheme.roles.filter((role) => objectionTo(holderOf(scheme, role, at)) === null);
  return { ...found, allow: false, roles: able.map(({ key }) => key) };
}

/** Another member, who holds this role and what it requires for good, and nothing more. */
function holderOf(scheme: CompiledScheme, role: CompiledRole, at: Target): Subject {
  const roles: readonly HeldRole[] = scheme.roles
    .filter(({ set }) => set === role.set || overlaps(role.requires, set))
    .map(({ key }) => ({ role: key, until: null }));
  const grants = at.path.flatMap(({ kind, id }) =>
    kind === 'channel' ? [] : roles.map((held) => ({ ...held, thing: { kind, id } })),
  );
  return { personId: '', state: 'active', roles, grants };
}
