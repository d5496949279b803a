import { plainText } from '../../domain/plain-text.ts';
import { findWorkspacesNamed, type NamedWorkspace } from '../../features/schemes/store/queries.ts';
import type { Reader } from '../../store/define-query.ts';

/** The one workspace with this id or name. Throws where there is none, or where several are called so. */
export async function workspaceNamed(reader: Reader, idOrName: string): Promise<NamedWorkspace> {
  const found = await findWorkspacesNamed(reader, idOrName);
  const [workspace, another] = found;
  if (workspace === undefined) throw new Error(`There is no workspace "${idOrName}".`);
  if (another === undefined) return { ...workspace, name: plainText(workspace.name) };
  const ids = found.map(({ id }) => `  ${id}`).join('\n');
  throw new Error(`Several workspaces are called "${idOrName}". Say which by its id:\n${ids}`);
}
