import type { Right } from '../../../access/vocabulary.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { inPairs } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import { type Resource, targetOf } from '../../../domain/resource.ts';
import { grantableRoles, hasApprover } from '../../../domain/scheme-roles.ts';
import type { Actor } from '../../../domain/state.ts';
import { listBotAccess, listProjectAccess } from '../../grants/chat/actions.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import { heldAt } from '../held-at.ts';
import { mayMove } from '../move.ts';
import {
  addResource,
  askDeletingResource,
  askNewName,
  askWhereTo,
  listBots,
  listChannels,
} from './actions.ts';
import { lockedUnless, publishButton, resourceButton } from './resource-button.ts';
import { LISTS } from './resource-list.ts';

/**
 * A resource's card. Acts that one may not do are left out; deleting is shown locked to a person who may change the resource,
 * because some schemes forbid it to everybody.
 */
export function resourceCard(ctx: Context, actor: Actor, resource: Resource, note: RichText = []): Screen {
  const { t } = ctx;
  const scheme = ctx.scheme(actor.workspace.scheme);
  const may = (right: Right): boolean => can(actor, scheme, right, ctx.now, targetOf(resource));
  const { id, kind } = resource;
  const changes = may(`${kind}.update`);
  const deletes = may(`${kind}.delete`);
  const inside: Button[] =
    kind === 'project'
      ? [
          ctx.button(t.text('button-bots-of'), listBots, { within: id }),
          ...(may('bot.create')
            ? [ctx.button(t.text('button-new-bot'), addResource, { kind: 'bot', within: id })]
            : []),
        ]
      : kind === 'bot'
        ? [
            ...(may('channel.view')
              ? [ctx.button(t.text('button-channels-of'), listChannels, { within: id })]
              : []),
            ...(may('channel.create')
              ? [ctx.button(t.text('button-new-channel'), addResource, { kind: 'channel', within: id })]
              : []),
            ...(may(hasApprover(scheme) ? 'bot.update' : 'bot.publish')
              ? [publishButton(ctx, resource, t.text('button-publish'))]
              : []),
          ]
        : [];
  const access =
    kind !== 'channel' && grantableRoles(scheme).length > 0 && may('member.view')
      ? [
          ctx.button(t.text('button-access'), kind === 'bot' ? listBotAccess : listProjectAccess, {
            resource: id,
          }),
        ]
      : [];
  const acts: Button[] = [
    ...inside,
    ...access,
    ...(changes ? [ctx.button(t.text('button-rename-resource'), askNewName, { kind, id })] : []),
    ...(mayMove(actor, scheme, resource, ctx.now)
      ? [ctx.button(t.text('button-move'), askWhereTo, { kind, id })]
      : []),
    ...(deletes || changes
      ? [lockedUnless(ctx, deletes, 'button-delete', askDeletingResource, { kind, id })]
      : []),
  ];
  const holder = kind === 'channel' ? resource.bot : kind === 'bot' ? resource.project : null;
  const holderKind = kind === 'channel' ? 'bot' : 'project';
  return {
    text: [...(note.length > 0 ? [...note, '\n\n'] : []), ...cardText(ctx, actor, resource)],
    buttons: [
      ...inPairs(acts),
      [
        ...(holder ? [resourceButton(ctx, { kind: holderKind, ...holder })] : []),
        ctx.button(t.text(`button-all-${kind}s`), LISTS[kind]),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}

function cardText(ctx: Context, actor: Actor, resource: Resource): RichText {
  const { t } = ctx;
  const { name, project, bot, versions, connection } = resource;
  const held = heldAt(actor.membership.grants, resource);
  const lines: RichText[] = [
    t.rich(`resource-card-${resource.kind}`, { name }),
    ...(resource.kind === 'project' ? [t.rich('resource-card-bots', { count: resource.contents })] : []),
    ...(bot && resource.kind === 'channel' ? [t.rich('resource-card-of-bot', { bot: bot.name })] : []),
    ...(project && resource.kind !== 'project'
      ? [t.rich('resource-card-in', { project: project.name })]
      : []),
    ...(versions
      ? [
          t.rich('bot-staging', { version: versions.staging }),
          versions.production === null
            ? t.rich('bot-unpublished')
            : t.rich('bot-published', {
                version: versions.production,
                at: t.date(versions.publishedAt ?? ctx.now),
              }),
          t.rich('resource-card-channels', { count: resource.contents }),
        ]
      : []),
    ...(connection
      ? [
          t.rich('channel-connection', {
            messenger: { composed: MESSENGER_NAMES[connection.messenger] },
            tail: { composed: connection.tail },
          }),
        ]
      : []),
    ...(held.length > 0
      ? [t.rich('resource-card-roles', { roles: heldRoles(t, actor.workspace.scheme, held, ctx.now) })]
      : []),
  ];
  return lines.flatMap((line, place) => (place === 0 ? line : ['\n', ...line]));
}
