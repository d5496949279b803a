import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { createQueryRunner } from '../../features/find.ts';
import { draftOf } from '../../features/schemes/draft.ts';
import { findWorkspacesNamed, type NamedWorkspace } from '../../features/schemes/store/queries.ts';
import { openSchemeLibrary } from '../../features/schemes/store/scheme-library.ts';
import { compiledContent } from '../../features/schemes/switch-scheme.ts';
import type { Reader } from '../../store/define-query.ts';

/** A workspace's scheme as a file that can be imported again. Throws where there is no such version. */
export async function exportScheme(
  reader: Reader,
  workspace: Pick<NamedWorkspace, 'id' | 'name'>,
  version: number | null,
): Promise<SchemeDeclaration> {
  if (version === null) {
    const [current] = await findWorkspacesNamed(reader, workspace.id);
    if (current === undefined) throw new Error('The workspace is gone.');
    return draftOf(await openSchemeLibrary(reader.pool).read(current.scheme)).declaration;
  }
  const found = await createQueryRunner(reader)({
    kind: 'scheme.in_force',
    workspaceId: workspace.id,
    ownerRole: '',
    version,
  });
  if (found.asked === null) throw new Error(`${workspace.name} has no version ${version} of its scheme.`);
  return draftOf(compiledContent(found.asked)).declaration;
}
