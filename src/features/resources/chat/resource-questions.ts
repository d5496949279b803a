import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import type { Screen } from '../../../chat/reply.ts';
import {
  CHANNEL_MESSENGERS,
  type ChannelMessenger,
  type Resource,
  type ResourceKind,
} from '../../../domain/resource.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import {
  addResource,
  confirmDeletingResource,
  connectMessenger,
  moveBot,
  moveChannel,
  openResource,
} from './actions.ts';

/** Asks for the name of a new resource. */
export function askResourceName(ctx: Context, kind: ResourceKind): Screen {
  return { text: ctx.t.rich(`resource-name-${kind}`), buttons: cancel(ctx) };
}

/** Asks for a new bot's name again: the project that seemed to be named is not there. */
export function askNameWithout(ctx: Context, project: string): Screen {
  return { text: ctx.t.rich('resource-name-without', { project }), buttons: cancel(ctx) };
}

/** Asks for another name of a resource. */
export function askNewResourceName(ctx: Context, { name }: Resource): Screen {
  return { text: ctx.t.rich('resource-rename', { name }), buttons: cancel(ctx) };
}

/** Asks which bot shall be connected to a messenger. */
export function askWhichBot(ctx: Context, bots: readonly Resource[]): Screen {
  const { t } = ctx;
  return {
    text: t.rich(bots.length === 0 ? 'channel-no-bot' : 'channel-which-bot'),
    buttons: [
      ...bots.map(({ id, name }) => [
        ctx.button(t.text('resource-button-bot', { name }), addResource, { kind: 'channel', within: id }),
      ]),
      ...(bots.length === 0
        ? [[commandButton(ctx, 'bots'), ctx.button(t.text('button-home'), goHome)]]
        : cancel(ctx)),
    ],
  };
}

/** Asks which messenger a bot shall be connected to. */
export function askMessenger(ctx: Context, bot: Resource): Screen {
  return {
    text: ctx.t.rich('channel-messenger', { bot: bot.name }),
    buttons: [
      CHANNEL_MESSENGERS.map((messenger) =>
        ctx.button(MESSENGER_NAMES[messenger], connectMessenger, { bot: bot.id, messenger }),
      ),
      ...cancel(ctx),
    ],
  };
}

/** Asks for the messenger's token. */
export function askToken(ctx: Context, bot: Resource, messenger: ChannelMessenger): Screen {
  return {
    text: ctx.t.rich('channel-token', {
      bot: bot.name,
      messenger: { composed: MESSENGER_NAMES[messenger] },
    }),
    buttons: cancel(ctx),
  };
}

/** Asks where a resource shall be moved: the first places by name; any other one by its name. */
export function askDestination(ctx: Context, resource: Resource, places: readonly Resource[]): Screen {
  const { t } = ctx;
  const move = resource.kind === 'bot' ? moveBot : moveChannel;
  const standsIn = resource.kind === 'bot' ? resource.project : resource.bot;
  return {
    text: t.rich(`resource-move-${resource.kind}`, { name: resource.name }),
    buttons: [
      ...places
        .filter(({ id }) => id !== standsIn?.id)
        .map((place) => [
          ctx.button(t.text(`resource-button-${place.kind}`, { name: place.name }), move, {
            id: resource.id,
            to: place.id,
          }),
        ]),
      ...(resource.kind === 'bot' && resource.project
        ? [[ctx.button(t.text('button-outside'), moveBot, { id: resource.id })]]
        : []),
      ...cancel(ctx),
    ],
  };
}

/** Asks before a resource is deleted, with all that goes along. */
export function askDeleting(ctx: Context, resource: Resource): Screen {
  const { t } = ctx;
  const { kind, id } = resource;
  return {
    text: t.rich(`resource-delete-${resource.kind}`, { name: resource.name, count: resource.contents }),
    buttons: [
      [ctx.danger(t.text('button-delete-yes'), confirmDeletingResource, { kind, id })],
      [ctx.button(t.text('button-delete-no'), openResource, { kind, id })],
    ],
  };
}

function cancel(ctx: Context): Screen['buttons'] {
  return [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]];
}
