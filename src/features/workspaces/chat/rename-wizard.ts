import { z } from 'zod';
import { type Act, actorOf, decided, type Outcome } from '../../../chat/act.ts';
import type { WizardKind } from '../../../chat/command.ts';
import { commandButtons } from '../../../chat/parts/buttons.ts';
import type { Registry } from '../../../chat/registry.ts';
import { renameWorkspace } from '../rename.ts';

const stored = z.object({ workspaceId: z.string() });

/** Asks for a new name of the active workspace. */
export function askNewName(act: Act): Outcome {
  const { workspace } = actorOf(act);
  return {
    screen: {
      text: act.t.rich('rename-ask', { workspace: workspace.name }),
      buttons: [[act.button(act.t.text('button-cancel'), 'xx')]],
    },
    wizard: { name: 'rename', data: { workspaceId: workspace.id } },
  };
}

/** Renames the active workspace to what was typed. */
export function rename(act: Act, registry: Registry, typed: string): Outcome {
  const actor = actorOf(act);
  const renamed = renameWorkspace(actor, act.scheme(actor.workspace.scheme), typed, act.now);
  return {
    changes: renamed.changes,
    screen: {
      text: act.t.rich('rename-done', { from: actor.workspace.name, to: renamed.name }),
      buttons: [
        [...commandButtons(act, registry, ['workspace']), act.button(act.t.text('button-home'), 'hm')],
      ],
    },
    wizard: null,
  };
}

/** The next message is the name, as long as the same workspace is still the active one. */
export const renameWizard: WizardKind = {
  name: 'rename',
  answer: (act, data, answer, _line, registry) =>
    decided(() => {
      const asked = stored.safeParse(data);
      if (!asked.success || asked.data.workspaceId !== act.workspace?.id)
        return {
          screen: {
            text: act.t.rich('rename-elsewhere'),
            buttons: [[act.button(act.t.text('button-home'), 'hm')]],
          },
          wizard: null,
        };
      return answer.kind === 'message' ? rename(act, registry, answer.text) : askNewName(act);
    }),
};
