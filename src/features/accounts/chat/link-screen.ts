import type { Act } from '../../../chat/act.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Clash, MergeDecision } from '../merge.ts';
import type { OfferedLink } from '../queries.ts';
import { accountLine } from './account-name.ts';

/** The code, to be typed in another messenger. */
export function linkCodeScreen(act: Act, code: string): Screen {
  return {
    text: [
      ...act.t.rich('link-code'),
      '\n\n',
      { text: code, style: 'code' },
      '\n\n',
      ...act.t.rich('link-code-care'),
    ],
    buttons: [[act.button(act.t.text('button-home'), 'hm')]],
  };
}

/** No living code reads so. */
export function wrongCodeScreen(act: Act): Screen {
  return { text: act.t.rich('link-wrong'), buttons: [[act.button(act.t.text('button-home'), 'hm')]] };
}

/** Who showed the code, what would be joined, and a warning to whoever was talked into typing it. */
export function linkQuestion(act: Act, link: OfferedLink, { joined, clashes }: MergeDecision): Screen {
  const { t } = act;
  const news: RichText[] = [
    ...(joined.length > 0
      ? [
          t.rich('link-joined', {
            workspaces: listed(
              joined.map(({ name }) => name),
              t,
            ),
            count: joined.length,
          }),
        ]
      : []),
    ...clashes.map((clash) => clashLine(act, clash)),
  ];
  return {
    text: [
      ...t.rich('link-question'),
      '\n',
      ...accountLine(t, link.shownTo),
      '\n\n',
      ...t.rich('link-comes-to'),
      ...news.flatMap((line): RichText => ['\n', ...line]),
      '\n\n',
      ...t.rich('link-care'),
    ],
    buttons: [
      [act.primary(t.text('button-link-yes'), 'uy', link.linkId)],
      [act.button(t.text('button-link-no'), 'hm')],
    ],
  };
}

function clashLine(act: Act, { workspace, first, second, after, suspended }: Clash): RichText {
  const { t } = act;
  const roles = (held: Clash['after']) => heldRoles(t, workspace.scheme, held);
  return t.rich(suspended ? 'link-clash-suspended' : 'link-clash', {
    workspace: workspace.name,
    first: roles(first),
    second: roles(second),
    after: roles(after),
  });
}

/** They are one person now. Whoever pressed goes on as the other one. */
export function linkedScreen(act: Act, { keep, shownTo }: OfferedLink): Screen {
  const t = act.translator(keep);
  return {
    text: [...t.rich('link-done', { person: keep.name }), '\n', ...accountLine(t, shownTo)],
    buttons: [[act.buttonFor(keep.personId, t.text('button-home'), 'hm')]],
  };
}
