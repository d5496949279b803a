import { goHome, runNamed } from '../../../chat/actions/core-actions.ts';
import type { CommandInfo } from '../../../chat/command-info.ts';
import type { Context } from '../../../chat/context.ts';
import type { Composed } from '../../../chat/i18n.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { mayRun } from '../../../chat/parts/may-run.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';

/** All commands that the person may use here, a line each. */
export function helpScreen(ctx: Context): Screen {
  const { t } = ctx;
  const lines = ctx.commands.all
    .filter((command) => mayRun(ctx, command))
    .flatMap(({ name }): RichText => [`\n/${name} — ${t.text(`command-${name}`)}`]);
  return {
    text: [...t.rich('help'), '\n', ...lines, '\n\n', ...t.rich('help-more')],
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}

/** One command: what it does, how it is written, and the words that mean the same. */
export function commandHelpScreen(ctx: Context, command: CommandInfo): Screen {
  const { t } = ctx;
  const { name } = command;
  const words = t.ownWords(`command-${name}-words`).filter((word) => word !== name);
  return {
    text: [
      { text: `/${name}`, style: 'bold' },
      ` — ${t.text(`command-${name}`)}\n\n`,
      ...t.rich('help-usage', {
        usage: { composed: t.text(`command-${name}-usage`, { role: exampleRole(ctx), by: ctx.pointsBy }) },
      }),
      ...(words.length > 0 ? ['\n', ...t.rich('help-words', { words: { composed: words.join(', ') } })] : []),
    ],
    buttons: [
      [
        ...(mayRun(ctx, command) ? [ctx.primary(`/${name}`, runNamed, { command: name })] : []),
        commandButton(ctx, 'help'),
      ],
    ],
  };
}

/** A role that may stand in an example: one of the scheme in use, neither the broadest nor the narrowest. */
function exampleRole({ workspace, scheme, t }: Context): Composed {
  const key = workspace?.scheme ?? 'cabinet';
  const { roles, ownerRole } = scheme(key);
  const role = roles[Math.floor(roles.length / 2)] ?? ownerRole;
  return { composed: roleTitle(t, key, role.key).toLocaleLowerCase(t.language) };
}
