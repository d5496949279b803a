import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Resource, targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';

/**
 * Passes where the actor may delete the resource. Throws `Refusal`: the rule that denies it; `project_not_empty`,
 * because bots are not deleted by the way.
 */
export function enforceDeleting(actor: Actor, scheme: CompiledScheme, resource: Resource, now: Date): void {
  authorize(actor, scheme, `${resource.kind}.delete`, now, targetOf(resource));
  if (resource.kind === 'project' && resource.contents > 0)
    throw new Refusal('project_not_empty', { values: { name: resource.name, count: resource.contents } });
}

/** Deletes a resource, with all inside it and every role held on it. Throws `Refusal`. */
export function deleteResource(
  actor: Actor,
  scheme: CompiledScheme,
  resource: Resource,
  now: Date,
): readonly Change[] {
  enforceDeleting(actor, scheme, resource, now);
  return [
    guardActor(actor, false),
    {
      kind: `${resource.kind}.deleted`,
      id: resource.id,
      workspaceId: actor.workspace.id,
      name: resource.name,
    },
  ];
}
