import type { CompiledScheme } from '../../../access/compile.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { beginDraft, chooseScheme, listVersions, openRoles } from './actions.ts';
import { schemeTitle } from './offered-schemes.ts';
import { ruleSentences } from './scheme-rules-screen.ts';

/** The scheme in force: its rules in plain words, and for a person who may define roles the ways to change it. */
export function schemeOverview(ctx: Context, { workspace }: Actor, scheme: CompiledScheme): Screen {
  const { t } = ctx;
  const title = { composed: schemeTitle(t, workspace.scheme) };
  const ways = mayUse(ctx, 'role.define')
    ? [
        [ctx.button(t.text('button-scheme-edit'), beginDraft)],
        [
          ctx.button(t.text('button-scheme-switch'), chooseScheme),
          ctx.button(t.text('button-scheme-history'), listVersions),
        ],
      ]
    : [];
  return {
    text: [
      ...t.rich('scheme-overview', { workspace: workspace.name, scheme: title }),
      '\n',
      ...ruleSentences(t, scheme.declaration).map((sentence) => `\n• ${sentence}`),
    ],
    buttons: [
      ...ways,
      [ctx.button(t.text('button-scheme-roles'), openRoles), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
