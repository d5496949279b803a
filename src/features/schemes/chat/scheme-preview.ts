import type { CompiledScheme } from '../../../access/compile.ts';
import type { RightsDiff } from '../../../access/diff.ts';
import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Composed } from '../../../chat/i18n.ts';
import { rightsInline } from '../../../chat/parts/rights.ts';
import { roleTitle, titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Redefined } from '../put-in-force.ts';
import { beginSwitch, openRoles, openScheme, saveScheme, showDraft } from './actions.ts';
import type { SchemeAct } from './scheme-data.ts';
import { termSentences } from './scheme-draft.ts';
import { ruleSentences } from './scheme-rules-screen.ts';

/** Groups of people told apart; the rest is counted. */
const MAX_GROUPS = 10;

/** What a change of the scheme would mean: role by role, then who gains and who loses; and the yes that does it. */
export function schemePreview(ctx: Context, about: SchemeAct, { preview, after }: Redefined): Screen {
  const { t } = ctx;
  const { data, scheme } = about;
  const before = (key: string): string => roleTitle(t, scheme.declaration.key, key);
  const then = (key: string): string => titleInScheme(t, after.declaration, key);
  const roles = preview.roles.flatMap(
    ({ from, to, holders, invited, ...rights }): RichText => [
      '\n',
      ...roleLine(ctx, from === null ? null : before(from), to === null ? null : then(to)),
      ...(holders + invited === 0 ? [] : [' ', ...t.rich('preview-holders', { holders, invited })]),
      // Nobody holds a role that goes.
      ...(from !== null && to === null ? [] : difference(ctx, rights)),
    ],
  );
  const renamed = after.roles.flatMap(({ key }): RichText => {
    const isShown = preview.roles.some(({ from, to }) => from === key || to === key);
    if (isShown || !scheme.roleByKey.has(key) || before(key) === then(key)) return [];
    return ['\n', ...roleLine(ctx, before(key), then(key))];
  });
  const people = preview.people
    .slice(0, MAX_GROUPS)
    .flatMap(({ names, members, before: had, after: have, ...rights }) => [
      '\n',
      ...peopleLine(ctx, {
        names: t.list(names.map((name) => t.text('preview-name', { name }))),
        more: members - names.length,
        before: t.list(had.map(before)),
        after: have.length === 0 ? { composed: t.text('held-no-role') } : t.list(have.map(then)),
      }),
      ...difference(ctx, rights),
    ]);
  return {
    text: [
      ...t.rich('preview'),
      ...(roles.length === 0 ? ['\n\n', ...t.rich('preview-roles-same')] : ['\n', ...roles]),
      ...renamed,
      ...otherRules(ctx, about, after),
      '\n\n',
      ...t.rich('preview-counts', { gaining: preview.gaining, losing: preview.losing }),
      ...people,
      ...(preview.people.length > MAX_GROUPS
        ? ['\n', ...t.rich('preview-people-more', { count: preview.people.length - MAX_GROUPS })]
        : []),
    ],
    buttons: [
      [ctx.primary(t.text('button-scheme-save'), saveScheme, { stamp: data.stamp, edit: data.edit })],
      [
        data.task.kind === 'draft'
          ? ctx.button(t.text('button-draft'), showDraft, { stamp: data.stamp })
          : ctx.button(t.text('button-back'), beginSwitch),
        ctx.button(t.text('button-cancel'), cancelDialogue),
      ],
    ],
  };
}

function peopleLine(
  { t }: Context,
  group: { names: Composed; more: number; before: Composed; after: Composed },
): RichText {
  const { after, ...same } = group;
  return same.before.composed === after.composed
    ? t.rich('preview-people-same', same)
    : t.rich('preview-people', group);
}

/** Rules and terms that will be others: each as it will be. */
function otherRules(ctx: Context, { scheme }: SchemeAct, { declaration }: CompiledScheme): RichText {
  const { t } = ctx;
  const before = scheme.declaration;
  const rules = new Set(ruleSentences(t, before));
  const others = ruleSentences(t, declaration).filter((sentence) => !rules.has(sentence));
  const terms = declaration.roles.flatMap((role): RichText[] => {
    const former = before.roles.find(({ key }) => key === role.key);
    if (former === undefined) return [];
    const known = new Set(termSentences(ctx, before, former));
    const now = termSentences(ctx, declaration, role);
    const changed = now.filter((sentence) => !known.has(sentence));
    if (changed.length === 0 && now.length === known.size) return [];
    const title = { composed: titleInScheme(t, declaration, role.key) };
    return [
      t.rich('preview-terms', {
        role: title,
        terms: { composed: (changed.length === 0 ? now : changed).join('; ') },
      }),
    ];
  });
  const lines = [...others.map((sentence): RichText => [`• ${sentence}`]), ...terms];
  if (lines.length === 0) return [];
  return ['\n\n', ...t.rich('preview-rules'), ...lines.flatMap((line) => ['\n', ...line])];
}

function roleLine({ t }: Context, before: string | null, after: string | null): RichText {
  if (before === null) return t.rich('preview-role-new', { role: { composed: after ?? '' } });
  if (after === null) return t.rich('preview-role-gone', { role: { composed: before } });
  if (before === after) return t.rich('preview-role', { role: { composed: before } });
  return t.rich('preview-role-becomes', { role: { composed: before }, into: { composed: after } });
}

function difference({ t }: Context, { gained, lost }: RightsDiff): RichText {
  return [
    ...(gained.length === 0
      ? []
      : ['\n', ...t.rich('preview-gains', { rights: { composed: rightsInline(gained, t) } })]),
    ...(lost.length === 0
      ? []
      : ['\n', ...t.rich('preview-loses', { rights: { composed: rightsInline(lost, t) } })]),
  ];
}

/** It is done. */
export function schemeSaved(ctx: Context, version: number, scheme: CompiledScheme): Screen {
  const { t } = ctx;
  return {
    text: t.rich('scheme-saved', { version, count: scheme.roles.length }),
    buttons: [
      [ctx.button(t.text('button-scheme-roles'), openRoles), ctx.button(t.text('button-scheme'), openScheme)],
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
