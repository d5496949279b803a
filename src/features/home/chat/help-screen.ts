import type { Act } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import type { Composed } from '../../../chat/i18n.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { mayRun } from '../../../chat/parts/may-run.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';

/** All commands that the person may use here, a line each. */
export function helpScreen(act: Act, registry: Registry): Screen {
  const { t } = act;
  const lines = registry.commands
    .filter((command) => mayRun(act, command))
    .flatMap(({ name }): RichText => [`\n/${name} — ${t.text(`command-${name}`)}`]);
  return {
    text: [...t.rich('help'), '\n', ...lines, '\n\n', ...t.rich('help-more')],
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}

/** One command: what it does, how it is written, and the words that mean the same. */
export function commandHelpScreen(act: Act, command: Command): Screen {
  const { t } = act;
  const { name } = command;
  const words = t.ownWords(`command-${name}-words`).filter((word) => word !== name);
  return {
    text: [
      { text: `/${name}`, style: 'bold' },
      ` — ${t.text(`command-${name}`)}\n\n`,
      ...t.rich('help-usage', {
        usage: { composed: t.text(`command-${name}-usage`, { role: exampleRole(act), by: act.pointsBy }) },
      }),
      ...(words.length > 0 ? ['\n', ...t.rich('help-words', { words: { composed: words.join(', ') } })] : []),
    ],
    buttons: [
      [...(mayRun(act, command) ? [act.primary(`/${name}`, 'hc', name)] : []), commandButton(act, 'help')],
    ],
  };
}

/** A role that may stand in an example: one of the scheme in use, neither the broadest nor the narrowest. */
function exampleRole({ workspace, scheme, t }: Act): Composed {
  const key = workspace?.scheme ?? 'cabinet';
  const { roles, keystone } = scheme(key);
  const role = roles[Math.floor(roles.length / 2)] ?? keystone;
  return { composed: roleTitle(t, key, role.key).toLocaleLowerCase(t.language) };
}
