import type { CompiledRole, CompiledScheme } from '../../../access/compile.ts';
import { rightsOf } from '../../../access/diff.ts';
import { overlaps } from '../../../access/role-set.ts';
import { goHome, listHolders } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { rightsSummary, rightsText } from '../../../chat/parts/rights.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { roleTitle, roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import type { Actor, WorkspaceState } from '../../../domain/state.ts';
import { MAX_COUNTED } from '../../members/queries.ts';
import { drawRoles, openRoles, openScheme } from './actions.ts';
import { numbersRoles } from './pictures/role-matrix.ts';

type Holders = ReadonlyMap<string, number>;

/** The roles of the workspace's scheme: what each may do in a few words, and a button to the whole of it. */
export function roleList(
  ctx: Context,
  { workspace }: Actor,
  scheme: CompiledScheme,
  holders: Holders,
): Screen {
  const { t } = ctx;
  return {
    text: [
      ...t.rich('roles-of', { workspace: workspace.name }),
      '\n',
      ...scheme.roles.flatMap(({ key }) => [
        '\n',
        ...roleLine(ctx, workspace.scheme, key, holders),
        '\n',
        rightsSummary(rightsOf(scheme, [key]), t),
      ]),
    ],
    buttons: [
      ...scheme.roles.map(({ key }) => [
        ctx.button(roleTitle(t, workspace.scheme, key), openRoles, { role: key }),
      ]),
      [ctx.button(t.text('button-roles-picture'), drawRoles), ...schemeWay(ctx)],
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** The rules behind the roles are shown, and changed, in the private chat only. */
function schemeWay(ctx: Context): Button[] {
  return ctx.update.chat.kind === 'private' ? [ctx.button(ctx.t.text('button-scheme'), openScheme)] : [];
}

/** Everything about one role: who holds it, what it allows, and on what terms. */
export function roleRights(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  key: string,
  holders: Holders,
): Screen {
  const { t } = ctx;
  const role = scheme.roleByKey.get(key);
  const terms = role ? roleTerms(ctx, scheme, role) : [];
  const forbidden = scheme.rights.filter((right) => scheme.forbidden[scheme.rowOf.get(right) ?? -1]);
  const never: RichText =
    forbidden.length === 0
      ? []
      : [
          '\n\n⛔ ',
          ...t.rich('role-never'),
          '\n',
          ...rightsText(
            forbidden.map((right) => ({ right, only: null })),
            t,
          ),
        ];
  const mayList = can(actor, scheme, 'member.view', ctx.now);
  return {
    text: [
      ...roleLine(ctx, actor.workspace.scheme, key, holders),
      ...terms.flatMap((term) => ['\n', ...term]),
      '\n\n',
      ...rightsText(rightsOf(scheme, [key]), t),
      ...never,
    ],
    buttons: [
      ...(mayList ? [[ctx.button(t.text('button-role-holders'), listHolders, { role: tagOf(key) })]] : []),
      [ctx.button(t.text('button-all-roles'), openRoles), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** The matrix as pictures, with the way back. */
export function rolesPicture(
  ctx: Context,
  { name }: WorkspaceState,
  scheme: CompiledScheme,
  pictures: readonly Uint8Array[],
): Screen {
  const { t } = ctx;
  const named = numbersRoles(scheme, t)
    ? scheme.roles.map(({ key }, place) => `\n${place + 1}. ${roleTitle(t, scheme.declaration.key, key)}`)
    : [];
  return {
    text: [...t.rich('roles-picture', { workspace: name }), ...(named.length === 0 ? [] : ['\n', ...named])],
    buttons: [[ctx.button(t.text('button-all-roles'), openRoles), ctx.button(t.text('button-home'), goHome)]],
    attachments: pictures.map((bytes, index) =>
      ctx.attach(pictures.length === 1 ? 'roles.png' : `roles-${index + 1}.png`, 'image/png', bytes),
    ),
  };
}

/** What holding a role depends on, a sentence each. */
function roleTerms({ t }: Context, scheme: CompiledScheme, role: CompiledRole): RichText[] {
  const required = scheme.roles.filter(({ set }) => overlaps(role.requires, set)).map(({ key }) => key);
  const { keystone } = scheme.declaration;
  return [
    ...(required.length === 0
      ? []
      : [t.rich('role-needs', { roles: roleTitles(t, scheme.declaration.key, required) })]),
    ...(role.reach === 'things' ? [t.rich('role-on-resources')] : []),
    ...(role.reach === 'granted_things' ? [t.rich('role-on-granted')] : []),
    ...(role.maxHolders === null ? [] : [t.rich('role-most-holders', { count: role.maxHolders })]),
    ...(keystone.role === role.key
      ? [t.rich(keystone.holders === 'exactly_one' ? 'role-sole' : 'role-at-least-one')]
      : []),
  ];
}

function roleLine({ t }: Context, scheme: string, role: string, holders: Holders): RichText {
  const title = { composed: roleTitle(t, scheme, role) };
  const count = holders.get(role) ?? 0;
  return count > MAX_COUNTED
    ? t.rich('role-line-many', { role: title, count: MAX_COUNTED })
    : t.rich('role-line', { role: title, count });
}
