import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';

/** A group chat, and the workspace it is bound to now. */
export interface BoundGroup {
  readonly messenger: string;
  readonly chatId: string;
  readonly title: string;
  readonly workspaceId: string | null;
}

/**
 * Binds a group to the actor's workspace. Taking it from another workspace needs the same right there.
 * Throws `Refusal`: the rule that denies it, `nothing_changed`.
 *
 * @param holder the acting person in the workspace that has the group now; null where it has none or the
 *   person is no member of it
 */
export function bindGroup(
  actor: Actor,
  holder: Actor | null,
  group: BoundGroup,
  schemeOf: (key: string) => CompiledScheme,
  now: Date,
): readonly Change[] {
  authorize(actor, schemeOf(actor.workspace.scheme), 'workspace.configure', now);
  if (group.workspaceId === actor.workspace.id) throw new Refusal('nothing_changed');
  if (group.workspaceId !== null) {
    if (holder?.workspace.id !== group.workspaceId) throw new Refusal('group_bound_elsewhere');
    authorize(holder, schemeOf(holder.workspace.scheme), 'workspace.configure', now);
  }
  const { membership } = actor;
  return [
    { kind: 'guard.membership', membershipId: membership.id, version: membership.version, lock: false },
    {
      kind: 'group.bound',
      messenger: group.messenger,
      chatId: group.chatId,
      title: group.title,
      workspaceId: actor.workspace.id,
    },
  ];
}
