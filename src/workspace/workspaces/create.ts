import type { CompiledScheme } from '../../access/compile.ts';
import type { Change } from '../changes.ts';
import { Refusal } from '../refusal.ts';
import { workspaceName } from './name.ts';

/** Keeps one person from filling the store; far above what anybody runs by hand. */
const MOST_WORKSPACES = 100;

export interface CreateWorkspace {
  readonly person: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly scheme: CompiledScheme;
  /** Workspaces that the person created, or whose ownership they took over. */
  readonly owned: number;
  readonly workspaceId: string;
  readonly membershipId: string;
}

/**
 * A new workspace with its creator at the head. Throws `Refusal`: `workspace_name`, `too_many_workspaces`.
 */
export function createWorkspace(command: CreateWorkspace): { name: string; changes: readonly Change[] } {
  const { person, scheme, workspaceId, membershipId } = command;
  const name = workspaceName(command.name);
  if (command.owned >= MOST_WORKSPACES)
    throw new Refusal('too_many_workspaces', { values: { most: MOST_WORKSPACES } });
  const { key, holders } = { key: scheme.keystone.key, holders: scheme.declaration.keystone.holders };
  const change: Change = {
    kind: 'workspace.created',
    workspaceId,
    name,
    scheme: scheme.declaration.key,
    membershipId,
    personId: person.id,
    personName: person.name,
    roles: [{ role: key, sole: holders === 'exactly_one', until: null }],
  };
  return { name, changes: [change] };
}
