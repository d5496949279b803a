import type { Pool } from 'pg';
import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { draftOf } from '../../features/schemes/draft.ts';
import {
  findSchemeInForce,
  findWorkspacesNamed,
  type NamedWorkspace,
} from '../../features/schemes/store/queries.ts';
import { openSchemeLibrary } from '../../features/schemes/store/scheme-library.ts';
import { compiledContent } from '../../features/schemes/switch-scheme.ts';

/** A workspace's scheme as a file that can be imported again. Throws where there is no such version. */
export async function exportScheme(
  pool: Pool,
  workspace: Pick<NamedWorkspace, 'id' | 'name'>,
  version: number | null,
): Promise<SchemeDeclaration> {
  if (version === null) {
    const [current] = await findWorkspacesNamed(pool, workspace.id);
    if (current === undefined) throw new Error('The workspace is gone.');
    return draftOf(await openSchemeLibrary(pool).read(current.scheme)).declaration;
  }
  const found = await findSchemeInForce(pool, {
    kind: 'scheme.in_force',
    workspaceId: workspace.id,
    ownerRole: '',
    version,
  });
  if (found.asked === null) throw new Error(`${workspace.name} has no version ${version} of its scheme.`);
  return draftOf(compiledContent(found.asked)).declaration;
}
