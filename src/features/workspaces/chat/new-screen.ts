import type { CompiledScheme } from '../../../access/compile.ts';
import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { offeredSchemes, ownScheme, schemeTitle } from '../../schemes/chat/offered-schemes.ts';
import { createUnder } from './actions.ts';

/** Asks for the name of a new workspace. */
export function askName(ctx: Context): Screen {
  return {
    text: ctx.t.rich('new-name'),
    buttons: [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]],
  };
}

/** The scheme that suits most teams: it stands first. */
const RECOMMENDED = 'company';

/** Asks who will work in a new workspace: for each scheme, who it suits and its roles. */
export function askScheme(ctx: Context, name: string): Screen {
  const { t } = ctx;
  const offered = offeredSchemes(ctx).map(({ declaration }) => declaration.key);
  const schemes = [RECOMMENDED, ...offered.filter((key) => key !== RECOMMENDED)];
  const lines = schemes.flatMap(
    (key): RichText => [
      '\n',
      '• ',
      { text: schemeTitle(t, key), style: 'bold' },
      ` — ${t.text(`scheme-${key.replaceAll('_', '-')}-suits`)}`,
      ...(key === RECOMMENDED ? [' ', t.text('new-recommended')] : []),
      `\n   ${t.text(`scheme-${key.replaceAll('_', '-')}-line`)}`,
    ],
  );
  return {
    text: [...t.rich('new-scheme', { workspace: name }), '\n', ...lines],
    buttons: [
      ...inPairs(
        schemes.map((key) =>
          (key === RECOMMENDED ? ctx.primary : ctx.button)(schemeTitle(t, key), createUnder, { scheme: key }),
        ),
      ),
      ...(ctx.workspace !== null && ownScheme(ctx) !== null
        ? [
            [
              ctx.button(t.text('button-new-like', { workspace: ctx.workspace.name }), createUnder, {
                scheme: 'own',
              }),
            ],
          ]
        : []),
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

/** The workspace stands; what to do in it first. */
export function createdScreen(ctx: Context, name: string, scheme: CompiledScheme): Screen {
  const { key } = scheme.declaration;
  return {
    text: ctx.t.rich('new-done', {
      workspace: name,
      scheme: { composed: schemeTitle(ctx.t, key) },
      role: { composed: roleTitle(ctx.t, key, scheme.ownerRole.key) },
    }),
    buttons: [
      ...inPairs(commandButtons(ctx, ['invite', 'members', 'rename', 'workspace'])),
      [ctx.button(ctx.t.text('button-home'), goHome)],
    ],
  };
}
