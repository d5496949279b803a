import type { CompiledScheme } from '../../../access/compile.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { roleTitle, titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Actor } from '../../../domain/state.ts';
import type { RoleMapping } from '../switch-scheme.ts';
import {
  beginSwitch,
  chooseScheme,
  chooseTarget,
  listVersions,
  openScheme,
  previewScheme,
  returnToVersion,
  setTarget,
} from './actions.ts';
import { givenSchemeTitle, offeredSchemes, schemeTitle } from './offered-schemes.ts';
import type { SchemeAct } from './scheme-data.ts';

/** The schemes that the workspace could have instead, a line each. */
export function schemeChoice(ctx: Context, { workspace }: Actor): Screen {
  const { t } = ctx;
  const keys = offeredSchemes(ctx)
    .map(({ declaration }) => declaration.key)
    .filter((key) => key !== workspace.scheme);
  return {
    text: [
      ...t.rich('switch-which', { workspace: workspace.name }),
      '\n',
      ...keys.flatMap((key) => [
        '\n',
        ...t.rich('switch-line', {
          scheme: { composed: schemeTitle(t, key) },
          about: { composed: t.text(`scheme-${key.replaceAll('_', '-')}-line`) },
        }),
      ]),
    ],
    buttons: [
      ...keys.map((key) => [ctx.button(schemeTitle(t, key), beginSwitch, { preset: key })]),
      [ctx.button(t.text('button-scheme'), openScheme)],
    ],
  };
}

/** Which role takes the place of which; a button each to choose another. */
export function schemeMapping(
  ctx: Context,
  { data, scheme }: SchemeAct,
  after: CompiledScheme,
  mapping: RoleMapping,
): Screen {
  const { t } = ctx;
  return {
    text: t.rich('switch-mapping', { scheme: { composed: schemeTitle(t, after.declaration.key) } }),
    buttons: [
      ...scheme.roles.map(({ key }) => {
        const into = mapping[key];
        const label = t.text('switch-pair', {
          role: { composed: roleTitle(t, scheme.declaration.key, key) },
          into: {
            composed:
              into === undefined ? t.text('switch-no-target') : titleInScheme(t, after.declaration, into),
          },
        });
        return [ctx.button(label, chooseTarget, { stamp: data.stamp, role: tagOf(key) })];
      }),
      [ctx.primary(t.text('button-draft-preview'), previewScheme, { stamp: data.stamp })],
      [
        ctx.button(t.text('button-back'), data.task.kind === 'former' ? listVersions : chooseScheme),
        ctx.button(t.text('button-cancel'), cancelDialogue),
      ],
    ],
  };
}

/** Which role of the other scheme takes the place of this one. */
export function mappingChoice(
  ctx: Context,
  { data, scheme }: SchemeAct,
  after: CompiledScheme,
  role: string,
): Screen {
  const { t } = ctx;
  const title = { composed: roleTitle(t, scheme.declaration.key, role) };
  return {
    text: t.rich('switch-into', { role: title }),
    buttons: [
      ...after.roles.map(({ key }) => [
        ctx.button(titleInScheme(t, after.declaration, key), setTarget, {
          stamp: data.stamp,
          role: tagOf(role),
          target: tagOf(key),
        }),
      ]),
      [ctx.button(t.text('button-back'), setTarget, { stamp: data.stamp })],
    ],
  };
}

/** The versions there were, newest first; a button each to go back to one. */
export function schemeHistory(ctx: Context, { workspace }: Actor, versions: Found<'scheme.history'>): Screen {
  const { t } = ctx;
  const titleOf = (preset: string | null, title: string | null): string => {
    if (preset !== null) return schemeTitle(t, preset);
    return title === null ? t.text('scheme-own') : givenSchemeTitle(t, title);
  };
  const current = versions[0]?.version;
  const last = versions.at(-1);
  const more =
    last && versions.length === 20
      ? [[ctx.button(t.text('button-next-page'), listVersions, { before: last.version })]]
      : [];
  return {
    text: [
      ...t.rich(versions.length === 0 ? 'history-none' : 'history', { workspace: workspace.name }),
      ...(versions.length === 0 ? [] : ['\n']),
      ...versions.flatMap(({ version, preset, title, madeAt, madeBy }) => [
        '\n',
        ...t.rich(madeBy === null ? 'history-line-bare' : 'history-line', {
          version,
          scheme: { composed: titleOf(preset, title) },
          at: t.date(madeAt),
          name: madeBy ?? '',
        }),
      ]),
    ],
    buttons: [
      ...versions
        .filter(({ version }) => version !== current)
        .map(({ version }) => [
          ctx.button(t.text('button-history-version', { version }), returnToVersion, { version }),
        ]),
      ...more,
      [ctx.button(t.text('button-scheme'), openScheme)],
    ],
  };
}
