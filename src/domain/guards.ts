import type { CompiledScheme } from '../access/compile.ts';
import type { Guard } from './changes.ts';
import type { Actor, WorkspaceState } from './state.ts';

/**
 * The actor is still the member that the act was decided for. With `lock` they stay so until the end: for acts
 * that change another membership.
 */
export function guardActor({ membership }: Actor, lock: boolean): Guard {
  return { kind: 'guard.membership', membershipId: membership.id, version: membership.version, lock };
}

/**
 * The workspace's scheme is still the one that the act was decided under. For every act that gives roles, first
 * among its changes.
 */
export function guardScheme({ id, scheme }: Pick<WorkspaceState, 'id' | 'scheme'>): Guard {
  return { kind: 'guard.scheme', workspaceId: id, scheme };
}

/**
 * Nobody else changes at the same time who holds the keystone role, or a role with a limited number of holders:
 * both were counted before. Empty where none of these roles is concerned.
 */
export function countingHolders(
  scheme: CompiledScheme,
  workspace: WorkspaceState,
  concerned: readonly string[],
): readonly Guard[] {
  const counted = concerned.some((key) => {
    const role = scheme.roleByKey.get(key);
    return role !== undefined && (role === scheme.ownerRole || role.maxHolders !== null);
  });
  return counted
    ? [{ kind: 'guard.governance', workspaceId: workspace.id, governance: workspace.governance }]
    : [];
}
