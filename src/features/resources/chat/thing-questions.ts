import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import type { Screen } from '../../../chat/reply.ts';
import {
  CHANNEL_MESSENGERS,
  type ChannelMessenger,
  type Thing,
  type ThingKind,
} from '../../../domain/thing.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import {
  addResource,
  confirmDeletingResource,
  connectMessenger,
  moveBot,
  moveChannel,
  openResource,
} from './actions.ts';

/** Asks for the name of a new thing. */
export function askThingName(ctx: Context, kind: ThingKind): Screen {
  return { text: ctx.t.rich(`thing-name-${kind}`), buttons: cancel(ctx) };
}

/** Asks for a new bot's name again: the project that seemed to be named is not there. */
export function askNameWithout(ctx: Context, project: string): Screen {
  return { text: ctx.t.rich('thing-name-without', { project }), buttons: cancel(ctx) };
}

/** Asks for another name of a thing. */
export function askNewThingName(ctx: Context, { name }: Thing): Screen {
  return { text: ctx.t.rich('thing-rename', { name }), buttons: cancel(ctx) };
}

/** Asks which bot shall be connected to a messenger. */
export function askWhichBot(ctx: Context, bots: readonly Thing[]): Screen {
  const { t } = ctx;
  return {
    text: t.rich(bots.length === 0 ? 'channel-no-bot' : 'channel-which-bot'),
    buttons: [
      ...bots.map(({ id, name }) => [
        ctx.button(t.text('thing-button-bot', { name }), addResource, { kind: 'channel', within: id }),
      ]),
      ...(bots.length === 0
        ? [[commandButton(ctx, 'bots'), ctx.button(t.text('button-home'), goHome)]]
        : cancel(ctx)),
    ],
  };
}

/** Asks which messenger a bot shall be connected to. */
export function askMessenger(ctx: Context, bot: Thing): Screen {
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
export function askToken(ctx: Context, bot: Thing, messenger: ChannelMessenger): Screen {
  return {
    text: ctx.t.rich('channel-token', {
      bot: bot.name,
      messenger: { composed: MESSENGER_NAMES[messenger] },
    }),
    buttons: cancel(ctx),
  };
}

/** Asks where a thing shall be moved: the first places by name; any other one by its name. */
export function askDestination(ctx: Context, thing: Thing, places: readonly Thing[]): Screen {
  const { t } = ctx;
  const move = thing.kind === 'bot' ? moveBot : moveChannel;
  const standsIn = thing.kind === 'bot' ? thing.project : thing.bot;
  return {
    text: t.rich(`thing-move-${thing.kind}`, { name: thing.name }),
    buttons: [
      ...places
        .filter(({ id }) => id !== standsIn?.id)
        .map((place) => [
          ctx.button(t.text(`thing-button-${place.kind}`, { name: place.name }), move, {
            id: thing.id,
            to: place.id,
          }),
        ]),
      ...(thing.kind === 'bot' && thing.project
        ? [[ctx.button(t.text('button-outside'), moveBot, { id: thing.id })]]
        : []),
      ...cancel(ctx),
    ],
  };
}

/** Asks before a thing is deleted, with all that goes along. */
export function askDeleting(ctx: Context, thing: Thing): Screen {
  const { t } = ctx;
  const { kind, id } = thing;
  return {
    text: t.rich(`thing-delete-${thing.kind}`, { name: thing.name, count: thing.contents }),
    buttons: [
      [ctx.danger(t.text('button-delete-yes'), confirmDeletingResource, { kind, id })],
      [ctx.button(t.text('button-delete-no'), openResource, { kind, id })],
    ],
  };
}

function cancel(ctx: Context): Screen['buttons'] {
  return [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]];
}
