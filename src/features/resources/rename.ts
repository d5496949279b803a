import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { type Thing, targetOf } from '../../domain/thing.ts';
import { workspaceName } from '../workspaces/name.ts';
import { freeName } from './create.ts';

/** Passes where the actor may rename the thing. Throws `Refusal`. */
export function enforceRenaming(actor: Actor, scheme: CompiledScheme, thing: Thing, now: Date): void {
  authorize(actor, scheme, `${thing.kind}.update`, now, targetOf(thing));
}

/**
 * Gives a thing another name. Throws `Refusal`: the rule that denies it, `workspace_name`, `workspace_name_same`,
 * `thing_name_taken` (a change of capitals is no other name).
 */
export function renameThing(
  actor: Actor,
  scheme: CompiledScheme,
  thing: Thing,
  { typed, taken, now }: { readonly typed: string; readonly taken: boolean; readonly now: Date },
): { readonly name: string; readonly changes: readonly Change[] } {
  enforceRenaming(actor, scheme, thing, now);
  const name = workspaceName(typed);
  if (name === thing.name) throw new Refusal('workspace_name_same');
  freeName(name, taken && name.toLowerCase() !== thing.name.toLowerCase());
  return {
    name,
    changes: [
      guardActor(actor, false),
      {
        kind: `${thing.kind}.renamed`,
        id: thing.id,
        workspaceId: actor.workspace.id,
        from: thing.name,
        to: name,
      },
    ],
  };
}
