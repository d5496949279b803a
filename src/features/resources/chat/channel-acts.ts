import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { can } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import {
  CHANNEL_MESSENGERS,
  type ChannelMessenger,
  type Resource,
  targetOf,
} from '../../../domain/resource.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import { createChannel, enforceConnecting } from '../create.ts';
import { visibilityOf } from '../visibility.ts';
import type * as actions from './actions.ts';
import { resourceCard } from './resource-card.ts';
import { askMessenger, askToken, askWhichBot } from './resource-questions.ts';
import { inWorkspace, type ResourcePointer, withResource } from './resources-find.ts';

/**
 * `/channels new Shop telegram <token> [name]`. What is missing is asked for; a token is taken in a private chat
 * only, and its message is to be deleted by who wrote it: a bot cannot take it out of the chat.
 */
export function connectChannel(ctx: Context, text: string): Plan {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const place = words.findIndex((word) => messengerNamed(word, ctx.t) !== null);
  const messenger = messengerNamed(words[place] ?? '', ctx.t);
  const bot = (place === -1 ? words : words.slice(0, place)).join(' ');
  const [token, ...name] = place === -1 ? [] : words.slice(place + 1);
  if (bot === '') return askForBot(ctx);
  if (messenger === null) return askForMessenger(ctx, { name: bot });
  if (token === undefined) return askForToken(ctx, { name: bot }, messenger);
  return connecting(ctx, { name: bot }, messenger, token, name.join(' '));
}

/** Asks which bot: the first ones by a button, any other by its name. */
function askForBot(ctx: Context): Plan {
  requirePrivate(ctx);
  const { actor, scheme } = inWorkspace(ctx);
  const visibility = visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now);
  return asks(
    {
      kind: 'resources.page',
      workspaceId: actor.workspace.id,
      of: 'bot',
      within: null,
      visibility,
      after: null,
    },
    ({ resources }) => {
      const lawful = resources.filter((bot) => can(actor, scheme, 'channel.create', ctx.now, targetOf(bot)));
      return { screen: askWhichBot(ctx, lawful), wizard: null };
    },
  );
}

/** Connects the bot with a token that was typed. */
export function connecting(
  ctx: Context,
  pointer: ResourcePointer,
  messenger: ChannelMessenger,
  token: string,
  typed: string,
): Plan {
  requirePrivate(ctx);
  const { actor, scheme } = inWorkspace(ctx);
  return withResource(ctx, 'bot', pointer, {}, ({ resource: bot }) => {
    const made = createChannel(actor, scheme, bot, {
      typed: typed === '' ? MESSENGER_NAMES[messenger] : typed,
      messenger,
      token,
      id: ctx.newId(),
      now: ctx.now,
      seal: (channelId, secret) => ctx.sealToken(channelId, secret),
    });
    const channel: Resource = {
      kind: 'channel',
      id: made.id,
      name: made.name,
      bot: { id: bot.id, name: bot.name },
      project: bot.project,
      versions: null,
      connection: { messenger, tail: made.tail },
      contents: 0,
    };
    return {
      changes: made.changes,
      screen: resourceCard(ctx, actor, channel, ctx.t.rich('channel-created', { bot: bot.name })),
      wizard: null,
    };
  });
}

/** Asks which messenger, of those who may connect the bot. */
export function askForMessenger(ctx: Context, pointer: ResourcePointer): Plan {
  return connectable(ctx, pointer, (bot) => ({ screen: askMessenger(ctx, bot), wizard: null }));
}

function askForToken(ctx: Context, pointer: ResourcePointer, messenger: ChannelMessenger): Plan {
  return connectable(ctx, pointer, (bot) => ({
    screen: askToken(ctx, bot, messenger),
    wizard: { name: 'channel', data: { botId: bot.id, messenger } },
  }));
}

/** The messenger of a new channel, by buttons. */
export const channelActsHandlers = {
  /** A messenger chosen for a bot. */
  connectMessenger: (ctx, { bot: botId, messenger: name }) =>
    planning(() => {
      const messenger = messengerNamed(name, ctx.t);
      if (messenger === null) throw new Refusal('button_stale');
      return askForToken(ctx, { id: botId }, messenger);
    }),
} satisfies Partial<Handlers<typeof actions>>;

function connectable(ctx: Context, pointer: ResourcePointer, decide: (bot: Resource) => Outcome): Plan {
  requirePrivate(ctx);
  const { actor, scheme } = inWorkspace(ctx);
  return withResource(ctx, 'bot', pointer, {}, ({ resource: bot }) => {
    enforceConnecting(actor, scheme, bot, ctx.now);
    return decide(bot);
  });
}

/** In a group everybody would read the token. */
function requirePrivate(ctx: Context): void {
  if (ctx.update.chat.kind === 'group') throw new Refusal('private_only');
}

function messengerNamed(word: string, t: Translator): ChannelMessenger | null {
  const wanted = word.toLowerCase();
  return (
    CHANNEL_MESSENGERS.find((one) => one === wanted || t.words(`words-messenger-${one}`).has(word)) ?? null
  );
}
