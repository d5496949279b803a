import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Clash, MergeDecision } from '../merge.ts';
import type { OfferedLink } from '../queries.ts';
import { accountLine } from './account-name.ts';
import { confirmLink } from './actions.ts';

/** The code, to be typed in another messenger. */
export function linkCodeScreen(ctx: Context, code: string): Screen {
  return {
    text: [
      ...ctx.t.rich('link-code'),
      '\n\n',
      { text: code, style: 'code' },
      '\n\n',
      ...ctx.t.rich('link-code-care'),
    ],
    buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
  };
}

/** No living code reads so. */
export function wrongCodeScreen(ctx: Context): Screen {
  return { text: ctx.t.rich('link-wrong'), buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]] };
}

/** Who showed the code, what would be joined, and a warning to a person who was talked into typing it. */
export function linkQuestion(ctx: Context, link: OfferedLink, { joined, clashes }: MergeDecision): Screen {
  const { t } = ctx;
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
    ...clashes.map((clash) => clashLine(ctx, clash)),
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
      [ctx.primary(t.text('button-link-yes'), confirmLink, { link: link.linkId })],
      [ctx.button(t.text('button-link-no'), goHome)],
    ],
  };
}

function clashLine(ctx: Context, { workspace, first, second, after, suspended }: Clash): RichText {
  const { t } = ctx;
  const roles = (held: Clash['after']) => heldRoles(t, workspace.scheme, held);
  return t.rich(suspended ? 'link-clash-suspended' : 'link-clash', {
    workspace: workspace.name,
    first: roles(first),
    second: roles(second),
    after: roles(after),
  });
}

/** They are one person now. A person who pressed goes on as the other one. */
export function linkedScreen(ctx: Context, { keep, shownTo }: OfferedLink): Screen {
  const t = ctx.translator(keep);
  return {
    text: [...t.rich('link-done', { person: keep.name }), '\n', ...accountLine(t, shownTo)],
    buttons: [[ctx.buttonFor(keep.personId, t.text('button-home'), goHome)]],
  };
}
