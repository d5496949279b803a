import type { CompiledScheme } from '../access/compile.ts';
import { decide } from '../access/decide.ts';
import { type Target, workspaceWide } from '../access/subject.ts';
import type { Right } from '../access/vocabulary.ts';
import { Refusal } from './refusal.ts';
import type { Actor } from './state.ts';
import { subjectOf } from './subject.ts';

/**
 * Stands for "the actor holds this right": in the workspace, or on one resource. Throws `Refusal` with the rule that denies it and
 * the roles that would do; the attempt is audited.
 */
export function authorize(
  actor: Actor,
  scheme: CompiledScheme,
  right: Right,
  now: Date,
  at: Target = workspaceWide,
): void {
  const subject = subjectOf(actor.membership, actor.person.id);
  const decision = decide(scheme, subject, right, at, now);
  if (decision.allow) return;
  throw new Refusal(decision.rule, {
    roles: decision.roles,
    attempt: { workspaceId: actor.workspace.id, action: right, subjectId: null },
  });
}

/** Whether the actor holds a right, in the workspace or on one resource: for what a screen shows. */
export function can(
  actor: Actor,
  scheme: CompiledScheme,
  right: Right,
  now: Date,
  at: Target = workspaceWide,
): boolean {
  return decide(scheme, subjectOf(actor.membership, actor.person.id), right, at, now).allow;
}
