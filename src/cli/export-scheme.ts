import type { Pool } from 'pg';
import type { SchemeDeclaration } from '../access/define-scheme.ts';
import { findSchemeInForce, findWorkspacesNamed, type NamedWorkspace } from '../store/queries/schemes.ts';
import { openSchemeLibrary } from '../store/scheme-library.ts';
import { draftOf } from '../workspace/roles/draft.ts';
import { compiledContent } from '../workspace/roles/switch-scheme.ts';

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
    keystone: '',
    version,
  });
  if (found.asked === null) throw new Error(`${workspace.name} has no version ${version} of its scheme.`);
  return draftOf(compiledContent(found.asked)).declaration;
}
