import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { draftOf } from '../draft.ts';
import type * as actions from './actions.ts';
import { definer, newSchemeData, type SchemeAct, storedScheme } from './scheme-data.ts';
import { draftScreen } from './scheme-draft.ts';
import { schemeOverview } from './scheme-overview.ts';
import { schemeHistory } from './scheme-switch-screen.ts';

/** `/scheme`: the rules that roles follow here, and the ways to change them. */
export const schemeCommand: Command = {
  name: 'scheme',
  where: 'private',
  needs: 'role.view',
  run: (ctx) => decided(() => overview(ctx)),
};

/** The buttons around the scheme in force. */
export const schemeHandlers = {
  openScheme: (ctx) => decided(() => overview(ctx)),
  /** Begins a draft: a copy of the scheme in force, which nobody is under until it is saved. */
  beginDraft: (ctx) =>
    planning(() => {
      const { actor, scheme } = definer(ctx);
      return askInForce(ctx, null, (found) => {
        const data = newSchemeData(ctx, actor, found.version, { kind: 'draft', ...draftOf(scheme) });
        return showing({ actor, scheme, data }, (about) => draftScreen(ctx, about));
      });
    }),
  /** The versions there were. */
  listVersions: (ctx, { before }) =>
    planning(() => {
      const { actor } = definer(ctx);
      return asks({ kind: 'scheme.history', workspaceId: actor.workspace.id, before }, (versions) => ({
        screen: schemeHistory(ctx, actor, versions),
      }));
    }),
} satisfies Partial<Handlers<typeof actions>>;

function overview(ctx: Context): Outcome {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'role.view', ctx.now);
  return { screen: schemeOverview(ctx, actor, scheme), wizard: null };
}

/** Asks who holds what now, and for a former version if one is wanted. */
export function askInForce(
  ctx: Context,
  version: number | null,
  decide: Parameters<typeof asks<'scheme.in_force'>>[1],
): Plan {
  const { workspace } = actorOf(ctx);
  const ownerRole = ctx.scheme(workspace.scheme).ownerRole.key;
  return asks({ kind: 'scheme.in_force', workspaceId: workspace.id, ownerRole, version }, decide);
}

/** A screen of the wizard, which is kept as it now is. */
export function showing(
  about: SchemeAct,
  screen: (about: SchemeAct) => NonNullable<Outcome['screen']>,
): Outcome {
  return { screen: screen(about), wizard: storedScheme(about.data) };
}
