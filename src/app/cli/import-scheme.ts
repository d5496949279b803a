import { isDeepStrictEqual } from 'node:util';
import { type CompiledScheme, compile } from '../../access/compile.ts';
import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { diff, rightsOf } from '../../access/diff.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeRegistry } from '../../features/changes.ts';
import { createQueryRunner } from '../../features/find.ts';
import { refuseImpossible } from '../../features/schemes/constraints.ts';
import { draftOf } from '../../features/schemes/draft.ts';
import { planMoves } from '../../features/schemes/move-plan.ts';
import { previewOf, type SchemePreview } from '../../features/schemes/preview.ts';
import type { SchemeContent } from '../../features/schemes/queries.ts';
import { schemeChanged } from '../../features/schemes/scheme-changed.ts';
import { findWorkspacesNamed, type NamedWorkspace } from '../../features/schemes/store/queries.ts';
import { openSchemeLibrary } from '../../features/schemes/store/scheme-library.ts';
import { proposeMapping, type RoleMapping } from '../../features/schemes/switch-scheme.ts';
import type { Database } from '../../store/database.ts';
import { createStore } from '../../store/store.ts';

/** What became of an import. */
export interface Imported {
  /** The version that stands now, or would. */
  readonly version: number;
  readonly outcome: 'imported' | 'previewed' | 'same';
  readonly preview: SchemePreview;
}

/** Tries so often where someone's role changes at the same moment. */
const MAX_TRIES = 5;

/**
 * Puts a scheme in force as the workspace's next version, by the operator's authority: a person who holds the database
 * may do what a keystone's holder may. Throws `Refusal` where the people there are could not live under it.
 */
export async function importScheme(
  database: Database,
  workspace: Pick<NamedWorkspace, 'id'>,
  declaration: SchemeDeclaration,
  mapping: Readonly<Record<string, string>>,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: () => Date },
): Promise<Imported> {
  const after = compile(declaration);
  const library = openSchemeLibrary(database.pool);
  const store = createStore(database.pool, changeRegistry);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const current = await inForce(database, library, workspace.id);
    if (current === null) continue;
    const { before, found } = current;
    for (const [from, to] of Object.entries(mapping)) {
      if (!before.roleByKey.has(from)) {
        const there = before.roles.map(({ key }) => key).join(', ');
        throw new Error(`No role ${from} is in force, so none can take its place; there are ${there}.`);
      }
      if (!after.roleByKey.has(to)) throw new Refusal('unknown_role', { about: to });
    }
    const moves = { ...harmlessMapping(before, after), ...mapping };
    const plan = planMoves(before, after, moves);
    refuseImpossible(before, after, plan, found);
    const preview = previewOf(before, after, moves, found);
    const { key: _, ...content } = declaration;
    const { key: __, ...unchanged } = draftOf(before).declaration;
    if (isDeepStrictEqual(content, unchanged)) return { version: found.version, outcome: 'same', preview };
    const version = found.version + 1;
    if (dryRun) return { version, outcome: 'previewed', preview };
    const change = schemeChanged(
      workspace.id,
      found,
      { preset: null, declaration } satisfies SchemeContent,
      plan,
      preview,
    );
    const committed = await store.commit({
      update: null,
      actorId: null,
      changes: [change],
      audit: [],
      outbox: [],
      now: now(),
      leaseMs: 0,
      slot: 0,
    });
    if (committed.kind === 'committed') return { version, outcome: 'imported', preview };
  }
  throw new Error('Roles change there at every moment. Try again later.');
}

/** What goes without saying: roles that keep their key, and those by whose change nobody gains. */
function harmlessMapping(before: CompiledScheme, after: CompiledScheme): RoleMapping {
  const proposed = Object.entries(proposeMapping(before, after, true));
  const gains = (from: string, to: string) =>
    diff(rightsOf(before, [from]), rightsOf(after, [to])).gained.length > 0;
  return Object.fromEntries(
    proposed.filter(([from, to]) => from === to || from === before.ownerRole.key || !gains(from, to)),
  );
}

/** The scheme in force in a workspace, and who holds what under it. */
async function inForce(
  database: Database,
  library: ReturnType<typeof openSchemeLibrary>,
  workspaceId: string,
) {
  const [workspace] = await findWorkspacesNamed(database, workspaceId);
  if (workspace === undefined) throw new Error('The workspace is gone.');
  const before = await library.read(workspace.scheme);
  const found = await createQueryRunner(database)({
    kind: 'scheme.in_force',
    workspaceId,
    ownerRole: before.ownerRole.key,
    version: null,
  });
  // Another scheme since the first look: the next try sees it.
  return found.scheme === workspace.scheme ? { found, before } : null;
}
