import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Resource, ResourceKind } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { heldAt } from '../held-at.ts';
import { addResource, listBots, listChannels, listProjects } from './actions.ts';
import { resourceButton } from './resource-button.ts';

/** The button of each kind's list. */
export const LISTS = { project: listProjects, bot: listBots, channel: listChannels } as const;

/** A page of projects, bots or channels: of all that one sees, or of those inside one resource. */
export function resourceList(
  ctx: Context,
  actor: Actor,
  kind: ResourceKind,
  within: string | null,
  page: Found<'resources.page'>,
): Screen {
  const { t } = ctx;
  const lines = page.resources.flatMap((resource): RichText => ['\n', ...resourceLine(ctx, actor, resource)]);
  const none = page.resources.length === 0 && !page.hasPrevious;
  const create = newButton(ctx, actor, kind, within);
  // A person who may make the first one is not told to ask others.
  const state = !none ? 'of' : within === null && create.length > 0 ? 'first' : 'none';
  const heading = t.rich(`resources-${state}-${kind}`, { workspace: actor.workspace.name });
  const last = page.resources.at(-1);
  const turning: Button[] = [
    ...(page.hasPrevious ? [ctx.button(t.text('button-first-page'), LISTS[kind], { within })] : []),
    ...(page.hasNext && last
      ? [ctx.button(t.text('button-next-page'), LISTS[kind], { within, after: last.id })]
      : []),
  ];
  return {
    text: [...heading, ...(lines.length > 0 ? ['\n', ...lines] : [])],
    buttons: [
      ...page.resources.map((resource) => [resourceButton(ctx, resource)]),
      ...(turning.length > 0 ? [turning] : []),
      [...create, ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** Channels are made on the card of their bot. */
function newButton(ctx: Context, actor: Actor, kind: ResourceKind, within: string | null): Button[] {
  if (kind === 'channel') return [];
  const at = { path: within === null ? [] : [{ kind: 'project', id: within } as const] };
  if (!can(actor, ctx.scheme(actor.workspace.scheme), `${kind}.create`, ctx.now, at)) return [];
  return [ctx.button(ctx.t.text(`button-new-${kind}`), addResource, { kind, within })];
}

function resourceLine(ctx: Context, actor: Actor, resource: Resource): RichText {
  const { t } = ctx;
  const { name, bot, project, versions, connection } = resource;
  if (resource.kind === 'project')
    return t.rich('resources-line-project', { name, count: resource.contents });
  if (resource.kind === 'channel') {
    return t.rich('resources-line-channel', {
      name,
      bot: bot?.name ?? '',
      tail: { composed: connection?.tail ?? '' },
    });
  }
  const held = heldAt(actor.membership.grants, resource);
  return [
    ...t.rich(project ? 'resources-line-bot-in' : 'resources-line-bot', {
      name,
      project: project?.name ?? '',
    }),
    ' · ',
    ...(versions?.production
      ? t.rich('bot-production', { version: versions.production })
      : t.rich('bot-unpublished')),
    ...(held.length > 0
      ? [
          ' · ',
          ...t.rich('resources-line-roles', { roles: heldRoles(t, actor.workspace.scheme, held, ctx.now) }),
        ]
      : []),
  ];
}
