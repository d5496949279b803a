import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';
import { readable, type ShownMessage } from './show.ts';

type Control = TelegramEmulator['control'];

/** A step of a story did not come out. The message says which and what happened instead. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** What happens in a story, told as it goes. */
export interface Narrator {
  chapter(title: string): void;
  /** A person does something. */
  act(text: string): void;
  /** Everything that has changed on the screens since the last call. */
  screens(): void;
  /** Something was as it must be. */
  check(text: string): void;
}

/** The private chat where left out. */
interface Place {
  readonly group?: number;
}

/** A person in a story. Acts resolve when the bot has done all it queues; checks throw `StoryBroken`. */
export interface Actor {
  readonly name: string;
  readonly id: number;
  says(text: string, place?: Place): Promise<void>;
  /** Presses the newest button whose label contains this. */
  presses(label: string, place?: Place): Promise<void>;
  /** Presses that button of a message which is not one's own, or a payload of one's own making. */
  pressesOn(message: ShownMessage, button: string | { data: string }): Promise<void>;
  opens(payload: string): Promise<void>;
  /** Chooses people where the bot has asked for them. */
  picks(...people: readonly Actor[]): Promise<void>;
  /** The newest message of the bot says so. */
  sees(expected: string | RegExp, place?: Place): void;
  seesNot(unexpected: string | RegExp, place?: Place): void;
  seesButton(label: string, place?: Place): void;
  seesNoButton(label: string, place?: Place): void;
  /** The last notice over the chat, after a press. */
  seesToast(expected: string | RegExp): void;
  last(place?: Place): ShownMessage;
  /** The payload of the newest invitation link in the chat. */
  link(): string;
}

export interface ActorParts {
  readonly control: Control;
  readonly narrator: Narrator;
  readonly settled: () => Promise<void>;
}

/** A person whose Telegram speaks this language. The bot has not met them yet. */
export function createActor(
  { control, narrator, settled }: ActorParts,
  given: { name: string; language: string; username?: string },
): Actor {
  const { name, language, username } = given;
  const user = control.createUser({
    firstName: name,
    languageCode: language,
    ...(username !== undefined && { username }),
  });
  const chatOf = (place?: Place): number => place?.group ?? user.id;
  const fromBot = (place?: Place): ShownMessage[] =>
    control.messages(chatOf(place)).filter((message) => message.fromBot && !message.deleted);
  const last = (place?: Place): ShownMessage => {
    const found = fromBot(place).at(-1);
    if (!found) throw new StoryBroken(`the bot has written nothing to ${name}`);
    return found;
  };
  const labels = (place?: Place): string[] =>
    last(place)
      .buttons.flat()
      .map(({ text }) => readable(text));
  const act = async (text: string, run: () => void): Promise<void> => {
    narrator.act(`${name} ${text}`);
    run();
    await settled();
    narrator.screens();
  };
  const check = (what: string, holds: boolean, instead: () => string): void => {
    if (!holds) throw new StoryBroken(`${what}\n  instead: ${instead()}`);
    narrator.check(what);
  };
  const textOf = (place?: Place): string => readable(last(place).text);
  const where = (place?: Place): string => (place?.group === undefined ? '' : ' in the group');

  return {
    name,
    id: user.id,
    last,
    says: (text, place) =>
      act(`writes${where(place)}: ${text}`, () => {
        control.write(user, text, place?.group === undefined ? {} : { chat: place.group });
      }),
    async presses(label, place) {
      const message = fromBot(place).findLast((one) =>
        one.buttons.flat().some(({ text }) => readable(text).includes(label)),
      );
      const button = message?.buttons.flat().find(({ text }) => readable(text).includes(label));
      if (!message || button?.data === undefined)
        throw new StoryBroken(
          `${name} finds no button "${label}"; the last are: ${labels(place).join(' | ')}`,
        );
      const { data } = button;
      await act(`presses${where(place)}: [${readable(button.text)}]`, () => {
        control.press(user, message, { data });
      });
    },
    pressesOn: (message, button) => {
      const label = typeof button === 'string' ? `[${readable(button)}]` : 'something the bot never made';
      return act(`presses: ${label}`, () => void control.press(user, message, button));
    },
    opens: (payload) =>
      act(`opens https://t.me/…?start=${payload}`, () => void control.openLink(user, payload)),
    picks: (...people) =>
      act(`picks ${people.map((one) => one.name).join(', ')}`, () => {
        const asked = fromBot()
          .flatMap(({ keyboard }) => keyboard.flat())
          .findLast(({ request_users }) => request_users !== undefined);
        if (!asked?.request_users) throw new StoryBroken(`the bot has not asked ${name} to choose people`);
        control.pickUsers(user, asked.request_users.request_id, [...people]);
      }),
    sees: (expected, place) =>
      check(`${name} sees ${quoted(expected)}`, fits(textOf(place), expected), () => textOf(place)),
    seesNot: (unexpected, place) =>
      check(`${name} does not see ${quoted(unexpected)}`, !fits(textOf(place), unexpected), () =>
        textOf(place),
      ),
    seesButton: (label, place) =>
      check(
        `${name} has a button "${label}"`,
        labels(place).some((one) => one.includes(label)),
        () => labels(place).join(' | '),
      ),
    seesNoButton: (label, place) =>
      check(`${name} has no button "${label}"`, !labels(place).some((one) => one.includes(label)), () =>
        labels(place).join(' | '),
      ),
    seesToast(expected) {
      const toast = readable(control.toasts(user).at(-1)?.text ?? '');
      check(`${name} is told ${quoted(expected)}`, fits(toast, expected), () => toast || 'nothing');
    },
    link() {
      for (const { text, buttons, entities } of fromBot().reverse()) {
        const urls = [...buttons.flat(), ...entities].flatMap(({ url }) => url ?? []);
        const found = /[?&]start=([\w-]+)/.exec([text, ...urls.map(decodeURIComponent)].join(' '));
        if (found?.[1] !== undefined) return found[1];
      }
      throw new StoryBroken(`${name} has no invitation link`);
    },
  };
}

function fits(text: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}

function quoted(expected: string | RegExp): string {
  return typeof expected === 'string' ? `"${expected.replaceAll('\n', ' / ')}"` : String(expected);
}
