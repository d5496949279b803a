import type { CompiledScheme } from '../../../access/compile.ts';
import type { Act } from '../../../chat/act.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { schemeTitle } from './offered-schemes.ts';
import { ruleSentences } from './scheme-rules-screen.ts';

/** The scheme in force: its rules in plain words, and for whoever may define roles the ways to change it. */
export function schemeOverview(act: Act, { workspace }: Actor, scheme: CompiledScheme): Screen {
  const { t } = act;
  const title = { composed: schemeTitle(t, workspace.scheme) };
  const ways = mayUse(act, 'role.define')
    ? [
        [act.button(t.text('button-scheme-edit'), 'se')],
        [act.button(t.text('button-scheme-switch'), 'sj'), act.button(t.text('button-scheme-history'), 'sh')],
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
      [act.button(t.text('button-scheme-roles'), 'mo'), act.button(t.text('button-home'), 'hm')],
    ],
  };
}
