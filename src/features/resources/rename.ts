import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Resource, targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';
import { visibleName } from '../../domain/visible-name.ts';
import { freeName } from './create.ts';

/** Passes where the actor may rename the resource. Throws `Refusal`. */
export function enforceRenaming(actor: Actor, scheme: CompiledScheme, resource: Resource, now: Date): void {
  authorize(actor, scheme, `${resource.kind}.update`, now, targetOf(resource));
}

/**
 * Gives a resource another name. Throws `Refusal`: the rule that denies it, `workspace_name`, `workspace_name_same`,
 * `resource_name_taken` (a change of capitals is no other name).
 */
export function renameResource(
  actor: Actor,
  scheme: CompiledScheme,
  resource: Resource,
  { typed, taken, now }: { readonly typed: string; readonly taken: boolean; readonly now: Date },
): { readonly name: string; readonly changes: readonly Change[] } {
  enforceRenaming(actor, scheme, resource, now);
  const name = visibleName(typed);
  if (name === resource.name) throw new Refusal('workspace_name_same');
  freeName(name, taken && name.toLowerCase() !== resource.name.toLowerCase());
  return {
    name,
    changes: [
      guardActor(actor, false),
      {
        kind: `${resource.kind}.renamed`,
        id: resource.id,
        workspaceId: actor.workspace.id,
        from: resource.name,
        to: name,
      },
    ],
  };
}
