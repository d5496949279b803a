import type { CompiledScheme } from '../../access/compile.ts';
import { mayRedefine } from '../../access/governance/redefine.ts';
import type { Change } from '../../domain/changes.ts';
import { enforce } from '../../domain/enforce.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import { refuseImpossible } from './constraints.ts';
import { planMoves } from './move-plan.ts';
import { previewOf, type SchemePreview } from './preview.ts';
import type { SchemeContent, SchemeInForce } from './queries.ts';
import { schemeChanged } from './scheme-changed.ts';

/** Another scheme for the workspace, and where the holders of today's roles go. */
export interface NextScheme {
  readonly content: SchemeContent;
  /** The same, compiled. */
  readonly after: CompiledScheme;
  /** By key of a role in force, the role that takes its place; a role not named keeps its key. */
  readonly moves: Readonly<Record<string, string>>;
}

/** A change of the scheme: what it would mean, and what puts it in force. */
export interface Redefined {
  readonly preview: SchemePreview;
  readonly after: CompiledScheme;
  readonly changes: readonly Change[];
}

/**
 * Puts another scheme in the place of the one in force, as the workspace's next version. Throws `Refusal`: the
 * rule that denies it, what {@link refuseImpossible} says, and `changed_meanwhile` where the scheme is another by now.
 */
export function putInForce(
  actor: Actor,
  scheme: CompiledScheme,
  { content, after, moves }: NextScheme,
  found: SchemeInForce,
  now: Date,
): Redefined {
  const { workspace } = actor;
  if (found.scheme !== workspace.scheme) throw new Refusal('changed_meanwhile');
  const subject = subjectOf(actor.membership, actor.person.id);
  const decision = mayRedefine(scheme, { actor: subject, after, moves, now });
  const attempt = { workspaceId: workspace.id, action: 'role.define', subjectId: null } as const;
  if (!decision.allow && decision.rule === 'not_broader' && decision.about !== null) {
    // The rule's own words are about a person.
    throw new Refusal('role_not_below', { about: decision.about, roles: decision.roles, attempt });
  }
  enforce(decision, attempt);
  const plan = planMoves(scheme, after, moves);
  refuseImpossible(scheme, after, plan, found);
  const preview = previewOf(scheme, after, moves, found);
  return {
    after,
    preview,
    changes: [guardActor(actor, true), schemeChanged(workspace.id, found, content, plan, preview)],
  };
}
