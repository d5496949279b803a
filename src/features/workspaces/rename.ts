import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { visibleName } from '../../domain/visible-name.ts';

/**
 * Gives the workspace another name. Throws `Refusal`: the rule that denies it, `workspace_name`,
 * `workspace_name_same`.
 */
export function renameWorkspace(
  actor: Actor,
  scheme: CompiledScheme,
  typed: string,
  now: Date,
): { name: string; changes: readonly Change[] } {
  authorize(actor, scheme, 'workspace.rename', now);
  const name = visibleName(typed);
  const { workspace, membership } = actor;
  if (name === workspace.name) throw new Refusal('workspace_name_same');
  const changes: readonly Change[] = [
    { kind: 'guard.membership', membershipId: membership.id, version: membership.version, lock: false },
    { kind: 'workspace.renamed', workspaceId: workspace.id, from: workspace.name, to: name },
  ];
  return { name, changes };
}
