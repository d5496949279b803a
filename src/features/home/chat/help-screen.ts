import { goHome, runNamed } from '../../../chat/actions/core-actions.ts';
import type { CommandInfo } from '../../../chat/command-info.ts';
import type { Context } from '../../../chat/context.ts';
import type { Composed } from '../../../chat/i18n.ts';
import { commandButton, inPairs } from '../../../chat/parts/buttons.ts';
import { mayRun } from '../../../chat/parts/may-run.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { COMMAND_GROUPS, type CommandGroup, GROUP_NAMES, HELP_COMMANDS, MAX_HELP_LINES } from '../groups.ts';
import { helpOnGroup } from './actions.ts';

/** What the person may want here: the commonest commands, and a button for each group of the rest. */
export function helpScreen(ctx: Context): Screen {
  const { t } = ctx;
  const first = allowed(ctx, HELP_COMMANDS).slice(0, MAX_HELP_LINES);
  const groups = GROUP_NAMES.filter((group) => allowed(ctx, COMMAND_GROUPS[group]).length > 0);
  return {
    text: [
      ...t.rich('help'),
      '\n',
      ...lines(ctx, first),
      '\n\n',
      ...t.rich('help-more', { by: ctx.pointsBy }),
    ],
    buttons: [
      ...inPairs(groups.map((group) => ctx.button(t.text(`button-group-${group}`), helpOnGroup, { group }))),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** One group of commands, a line each. */
export function groupHelpScreen(ctx: Context, group: CommandGroup): Screen {
  const { t } = ctx;
  return {
    text: [...t.rich(`home-group-${group}`), '\n', ...lines(ctx, allowed(ctx, COMMAND_GROUPS[group]))],
    buttons: [[commandButton(ctx, 'help'), ctx.button(t.text('button-home'), goHome)]],
  };
}

function lines(ctx: Context, commands: readonly CommandInfo[]): RichText {
  return commands.flatMap(
    ({ name }): RichText => [`\n${writtenAs(ctx, name)} — ${ctx.t.text(`command-${name}`)}`],
  );
}

/** The commands of these names that the person may use here. */
function allowed(ctx: Context, names: readonly string[]): CommandInfo[] {
  return names.flatMap((name) =>
    ctx.commands.all.filter((command) => command.name === name && mayRun(ctx, command)),
  );
}

/** A command as people write it in this messenger: with a slash, or the word of their language. */
function writtenAs(ctx: Context, name: string): string {
  return ctx.pointsBy === 'any' ? `/${name}` : (ctx.t.ownWords(`command-${name}-words`)[0] ?? name);
}

/** One command: what it does, how it is written, and the words that mean the same. */
export function commandHelpScreen(ctx: Context, command: CommandInfo): Screen {
  const { t } = ctx;
  const { name } = command;
  const words = t.ownWords(`command-${name}-words`).filter((word) => word !== name);
  return {
    text: [
      { text: writtenAs(ctx, name), style: 'bold' },
      ` — ${t.text(`command-${name}`)}\n\n`,
      ...t.rich('help-usage', {
        usage: { composed: t.text(`command-${name}-usage`, { role: exampleRole(ctx), by: ctx.pointsBy }) },
      }),
      ...(name === 'invite'
        ? ['\n\n', ...t.rich('help-invite-forms', { role: exampleRole(ctx), by: ctx.pointsBy })]
        : []),
      ...(words.length > 0 ? ['\n', ...t.rich('help-words', { words: { composed: words.join(', ') } })] : []),
    ],
    buttons: [
      [
        ...(mayRun(ctx, command) ? [ctx.primary(writtenAs(ctx, name), runNamed, { command: name })] : []),
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
