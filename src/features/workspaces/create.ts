import type { CompiledScheme } from '../../access/compile.ts';
import type { Change } from '../../domain/changes.ts';
import { Refusal } from '../../domain/refusal.ts';
import { nameOfVersion, versionNamed } from '../../domain/scheme-ref.ts';
import { visibleName } from '../../domain/visible-name.ts';

/** Keeps one person from filling the store; far above what anybody runs by hand. */
const MAX_WORKSPACES = 100;

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
 * A new workspace with its creator at the head. A scheme of another workspace's own is copied, without the entities
 * that only that one is asked about. Throws `Refusal`: `workspace_name`, `too_many_workspaces`.
 */
export function createWorkspace(command: CreateWorkspace): { name: string; changes: readonly Change[] } {
  const { person, scheme, workspaceId, membershipId } = command;
  const name = visibleName(command.name);
  if (command.owned >= MAX_WORKSPACES)
    throw new Refusal('too_many_workspaces', { values: { most: MAX_WORKSPACES } });
  const { holders } = scheme.declaration.keystone;
  const change: Change = {
    kind: 'workspace.created',
    workspaceId,
    name,
    ...schemeOf(scheme, workspaceId),
    membershipId,
    personId: person.id,
    personName: person.name,
    roles: [{ role: scheme.ownerRole.key, sole: holders === 'exactly_one', until: null }],
  };
  return { name, changes: [change] };
}

function schemeOf(
  { declaration }: CompiledScheme,
  workspaceId: string,
): Pick<Extract<Change, { kind: 'workspace.created' }>, 'scheme' | 'own'> {
  if (versionNamed(declaration.key) === null) return { scheme: declaration.key };
  const { entities: _, ...copied } = declaration;
  return { scheme: nameOfVersion({ workspaceId, version: 1 }), own: { ...copied, key: 'own' } };
}
