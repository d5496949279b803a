import { type Act, actorOf, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { draftOf } from '../draft.ts';
import { definer, newSchemeData, type SchemeAct, storedScheme } from './scheme-data.ts';
import { draftScreen } from './scheme-draft.ts';
import { schemeOverview } from './scheme-overview.ts';
import { schemeHistory } from './scheme-switch-screen.ts';

/** `/scheme`: the rules that roles follow here, and the ways to change them. */
export const schemeCommand: Command = {
  name: 'scheme',
  where: 'private',
  needs: 'role.view',
  run: (act) => decided(() => overview(act)),
};

const openScheme: Action = { verb: 'sx', run: (act) => decided(() => overview(act)) };

function overview(act: Act): Outcome {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'role.view', act.now);
  return { screen: schemeOverview(act, actor, scheme), wizard: null };
}

/** Begins a draft: a copy of the scheme in force, which nobody is under until it is saved. */
const beginDraft: Action = {
  verb: 'se',
  run: (act) =>
    planning(() => {
      const { actor, scheme } = definer(act);
      return askInForce(act, null, (found) => {
        const data = newSchemeData(act, actor, found.version, { kind: 'draft', ...draftOf(scheme) });
        return showing({ actor, scheme, data }, (about) => draftScreen(act, about));
      });
    }),
};

/** The versions there were. */
const listVersions: Action = {
  verb: 'sh',
  run: (act, [before]) =>
    planning(() => {
      const { actor } = definer(act);
      const edge = before === undefined ? null : Number.parseInt(before, 10);
      return asks({ kind: 'scheme.history', workspaceId: actor.workspace.id, before: edge }, (versions) => ({
        screen: schemeHistory(act, actor, versions),
      }));
    }),
};

/** The buttons around the scheme in force. */
export const schemeButtons: readonly Action[] = [openScheme, beginDraft, listVersions];

/** Asks who holds what now, and for a former version if one is wanted. */
export function askInForce(
  act: Act,
  version: number | null,
  decide: Parameters<typeof asks<'scheme.in_force'>>[1],
): Plan {
  const { workspace } = actorOf(act);
  const keystone = act.scheme(workspace.scheme).keystone.key;
  return asks({ kind: 'scheme.in_force', workspaceId: workspace.id, keystone, version }, decide);
}

/** A screen of the wizard, which is kept as it now is. */
export function showing(
  about: SchemeAct,
  screen: (about: SchemeAct) => NonNullable<Outcome['screen']>,
): Outcome {
  return { screen: screen(about), wizard: storedScheme(about.data) };
}
