import type { CompiledScheme } from '../../../access/compile.ts';
import type { Act } from '../../../chat/act.ts';
import { commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { offeredSchemes, ownScheme, schemeTitle } from '../../schemes/chat/offered-schemes.ts';

/** Asks for the name of a new workspace. */
export function askName(act: Act): Screen {
  return { text: act.t.rich('new-name'), buttons: [[act.button(act.t.text('button-cancel'), 'xx')]] };
}

/** Asks for the scheme of a new workspace, with a line about each. */
export function askScheme(act: Act, name: string): Screen {
  const { t } = act;
  const schemes = offeredSchemes(act).map(({ declaration }) => declaration.key);
  const lines = schemes.flatMap(
    (key): RichText => [
      '\n',
      '• ',
      { text: schemeTitle(t, key), style: 'bold' },
      ` — ${t.text(`scheme-${key.replaceAll('_', '-')}-line`)}`,
    ],
  );
  return {
    text: [...t.rich('new-scheme', { workspace: name }), '\n', ...lines],
    buttons: [
      ...inPairs(schemes.map((key) => act.button(schemeTitle(t, key), 'wn', key))),
      ...(act.workspace !== null && ownScheme(act) !== null
        ? [[act.button(t.text('button-new-like', { workspace: act.workspace.name }), 'wn', 'own')]]
        : []),
      [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

/** The workspace stands; what to do in it first. */
export function createdScreen(act: Act, registry: Registry, name: string, scheme: CompiledScheme): Screen {
  const { key } = scheme.declaration;
  return {
    text: act.t.rich('new-done', {
      workspace: name,
      scheme: { composed: schemeTitle(act.t, key) },
      role: { composed: roleTitle(act.t, key, scheme.keystone.key) },
    }),
    buttons: [
      ...inPairs(commandButtons(act, registry, ['invite', 'members', 'rename', 'workspace'])),
      [act.button(act.t.text('button-home'), 'hm')],
    ],
  };
}
