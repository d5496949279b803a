import type { Act } from '../../../chat/act.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import type { Screen } from '../../../chat/reply.ts';
import {
  CHANNEL_MESSENGERS,
  type ChannelMessenger,
  type Thing,
  type ThingKind,
} from '../../../domain/thing.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';

/** Asks for the name of a new thing. */
export function askThingName(act: Act, kind: ThingKind): Screen {
  return { text: act.t.rich(`thing-name-${kind}`), buttons: cancel(act) };
}

/** Asks for a new bot's name again: the project that seemed to be named is not there. */
export function askNameWithout(act: Act, project: string): Screen {
  return { text: act.t.rich('thing-name-without', { project }), buttons: cancel(act) };
}

/** Asks for another name of a thing. */
export function askNewThingName(act: Act, { name }: Thing): Screen {
  return { text: act.t.rich('thing-rename', { name }), buttons: cancel(act) };
}

/** Asks which bot shall be connected to a messenger. */
export function askWhichBot(act: Act, bots: readonly Thing[]): Screen {
  const { t } = act;
  return {
    text: t.rich(bots.length === 0 ? 'channel-no-bot' : 'channel-which-bot'),
    buttons: [
      ...bots.map(({ id, name }) => [act.button(t.text('thing-button-bot', { name }), 'pn', 'c', id)]),
      ...(bots.length === 0
        ? [[commandButton(act, 'bots'), act.button(t.text('button-home'), 'hm')]]
        : cancel(act)),
    ],
  };
}

/** Asks which messenger a bot shall be connected to. */
export function askMessenger(act: Act, bot: Thing): Screen {
  return {
    text: act.t.rich('channel-messenger', { bot: bot.name }),
    buttons: [
      CHANNEL_MESSENGERS.map((messenger) => act.button(MESSENGER_NAMES[messenger], 'cm', bot.id, messenger)),
      ...cancel(act),
    ],
  };
}

/** Asks for the messenger's token. */
export function askToken(act: Act, bot: Thing, messenger: ChannelMessenger): Screen {
  return {
    text: act.t.rich('channel-token', {
      bot: bot.name,
      messenger: { composed: MESSENGER_NAMES[messenger] },
    }),
    buttons: cancel(act),
  };
}

/** Asks where a thing shall be moved: the first places by name; any other one by its name. */
export function askDestination(act: Act, thing: Thing, places: readonly Thing[]): Screen {
  const { t } = act;
  const verb = thing.kind === 'bot' ? 'pt' : 'pu';
  const standsIn = thing.kind === 'bot' ? thing.project : thing.bot;
  return {
    text: t.rich(`thing-move-${thing.kind}`, { name: thing.name }),
    buttons: [
      ...places
        .filter(({ id }) => id !== standsIn?.id)
        .map((place) => [
          act.button(t.text(`thing-button-${place.kind}`, { name: place.name }), verb, thing.id, place.id),
        ]),
      ...(thing.kind === 'bot' && thing.project
        ? [[act.button(t.text('button-outside'), 'pt', thing.id)]]
        : []),
      ...cancel(act),
    ],
  };
}

/** Asks before a thing is deleted, with all that goes along. */
export function askDeleting(act: Act, thing: Thing): Screen {
  const { t } = act;
  const letter = thing.kind.slice(0, 1);
  return {
    text: t.rich(`thing-delete-${thing.kind}`, { name: thing.name, count: thing.contents }),
    buttons: [
      [act.danger(t.text('button-delete-yes'), 'py', letter, thing.id)],
      [act.button(t.text('button-delete-no'), 'po', letter, thing.id)],
    ],
  };
}

function cancel(act: Act): Screen['buttons'] {
  return [[act.button(act.t.text('button-cancel'), 'xx')]];
}
