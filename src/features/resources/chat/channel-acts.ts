import { type Act, asks, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { can } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { CHANNEL_MESSENGERS, type ChannelMessenger, type Thing, targetOf } from '../../../domain/thing.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import { idOf } from '../../members/chat/members-find.ts';
import { createChannel, obeyConnecting } from '../create.ts';
import { sightOf } from '../sight.ts';
import { thingCard } from './thing-card.ts';
import { askMessenger, askToken, askWhichBot } from './thing-questions.ts';
import { inWorkspace, type ThingPointer, withThing } from './things-find.ts';

/**
 * `/channels new Shop telegram <token> [name]`. What is missing is asked for; a token is taken in a private chat
 * only, and its message is to be deleted by who wrote it: a bot cannot take it out of the chat.
 */
export function connectChannel(act: Act, text: string): Plan {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const place = words.findIndex((word) => messengerNamed(word, act.t) !== null);
  const messenger = messengerNamed(words[place] ?? '', act.t);
  const bot = (place === -1 ? words : words.slice(0, place)).join(' ');
  const [token, ...name] = place === -1 ? [] : words.slice(place + 1);
  if (bot === '') return askForBot(act);
  if (messenger === null) return askForMessenger(act, { name: bot });
  if (token === undefined) return askForToken(act, { name: bot }, messenger);
  return connecting(act, { name: bot }, messenger, token, name.join(' '));
}

/** Asks which bot: the first ones by a button, any other by its name. */
function askForBot(act: Act): Plan {
  requirePrivate(act);
  const { actor, scheme } = inWorkspace(act);
  const sight = sightOf(scheme, subjectOf(actor.membership, actor.person.id), act.now);
  return asks(
    { kind: 'things.page', workspaceId: actor.workspace.id, of: 'bot', within: null, sight, after: null },
    ({ things }) => {
      const lawful = things.filter((bot) => can(actor, scheme, 'channel.create', act.now, targetOf(bot)));
      return { screen: askWhichBot(act, lawful), wizard: null };
    },
  );
}

/** Connects the bot with a token that was typed. */
export function connecting(
  act: Act,
  pointer: ThingPointer,
  messenger: ChannelMessenger,
  token: string,
  typed: string,
): Plan {
  requirePrivate(act);
  const { actor, scheme } = inWorkspace(act);
  return withThing(act, 'bot', pointer, {}, ({ thing: bot }) => {
    const made = createChannel(actor, scheme, bot, {
      typed: typed === '' ? MESSENGER_NAMES[messenger] : typed,
      messenger,
      token,
      id: act.newId(),
      now: act.now,
      seal: (channelId, secret) => act.sealToken(channelId, secret),
    });
    const channel: Thing = {
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
      screen: thingCard(act, actor, channel, act.t.rich('channel-created', { bot: bot.name })),
      wizard: null,
    };
  });
}

/** Asks which messenger, of those who may connect the bot. */
export function askForMessenger(act: Act, pointer: ThingPointer): Plan {
  return connectable(act, pointer, (bot) => ({ screen: askMessenger(act, bot), wizard: null }));
}

function askForToken(act: Act, pointer: ThingPointer, messenger: ChannelMessenger): Plan {
  return connectable(act, pointer, (bot) => ({
    screen: askToken(act, bot, messenger),
    wizard: { name: 'channel', data: { botId: bot.id, messenger } },
  }));
}

/** A messenger chosen for a bot. */
export const messengerButton: Action = {
  verb: 'cm',
  run: (act, [botId, name = '']) =>
    planning(() => {
      const messenger = messengerNamed(name, act.t);
      if (messenger === null) throw new Refusal('button_stale');
      return askForToken(act, { id: idOf(botId) }, messenger);
    }),
};

function connectable(act: Act, pointer: ThingPointer, decide: (bot: Thing) => Outcome): Plan {
  requirePrivate(act);
  const { actor, scheme } = inWorkspace(act);
  return withThing(act, 'bot', pointer, {}, ({ thing: bot }) => {
    obeyConnecting(actor, scheme, bot, act.now);
    return decide(bot);
  });
}

/** In a group everybody would read the token. */
function requirePrivate(act: Act): void {
  if (act.update.chat.kind === 'group') throw new Refusal('private_only');
}

function messengerNamed(word: string, t: Translator): ChannelMessenger | null {
  const wanted = word.toLowerCase();
  return (
    CHANNEL_MESSENGERS.find((one) => one === wanted || t.words(`words-messenger-${one}`).has(word)) ?? null
  );
}
