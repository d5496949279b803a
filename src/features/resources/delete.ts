import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { type Thing, targetOf } from '../../domain/thing.ts';

/**
 * Passes where the actor may delete the thing. Throws `Refusal`: the rule that denies it; `project_not_empty`,
 * because bots are not deleted by the way.
 */
export function enforceDeleting(actor: Actor, scheme: CompiledScheme, thing: Thing, now: Date): void {
  authorize(actor, scheme, `${thing.kind}.delete`, now, targetOf(thing));
  if (thing.kind === 'project' && thing.contents > 0)
    throw new Refusal('project_not_empty', { values: { name: thing.name, count: thing.contents } });
}

/** Deletes a thing, with all inside it and every role held on it. Throws `Refusal`. */
export function deleteThing(
  actor: Actor,
  scheme: CompiledScheme,
  thing: Thing,
  now: Date,
): readonly Change[] {
  enforceDeleting(actor, scheme, thing, now);
  return [
    guardActor(actor, false),
    { kind: `${thing.kind}.deleted`, id: thing.id, workspaceId: actor.workspace.id, name: thing.name },
  ];
}
