import type { Pool } from 'pg';
import { compile } from '../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../src/access/define-scheme.ts';
import { presets } from '../../src/access/presets.ts';
import { planMoves } from '../../src/features/schemes/move-plan.ts';
import { schemeChanged } from '../../src/features/schemes/scheme-changed.ts';
import { act, type Founded } from './decision-api.ts';
import { findOnPool } from './find.ts';

/** Puts a scheme in the place of a workspace's preset, whoever holds what; its keystone takes the preset's place. */
export async function giveScheme(
  pool: Pool,
  workspace: Founded,
  declaration: SchemeDeclaration,
): Promise<void> {
  const before = presets[workspace.scheme];
  const moves = { [before.ownerRole.key]: declaration.keystone.role };
  const inForce = await findOnPool(pool, {
    kind: 'scheme.in_force',
    workspaceId: workspace.workspaceId,
    ownerRole: before.ownerRole.key,
    version: null,
  });
  const content = { preset: null, declaration };
  const plan = planMoves(before, compile(declaration), moves);
  await act(
    pool,
    workspace.founder.personId,
    schemeChanged(workspace.workspaceId, inForce, content, plan, { people: [] }),
  );
}
