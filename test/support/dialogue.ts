import { expect } from 'vitest';
import type { TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';
import type { MessengerName } from '../../src/chat/update.ts';
import { createPerson, expectText, type Person, type PhoneMaker, readable } from './person.ts';

export { readable };

type Control = TelegramEmulator['control'];
type EmulatedUser = ReturnType<Control['createUser']>;
type EmulatedChat = ReturnType<Control['createGroup']>;
type ShownMessage = ReturnType<Control['messages']>[number];

/** Where something is said: a group, and in a forum the topic. */
interface Place {
  readonly chat?: EmulatedChat;
  readonly threadId?: number;
}

/** A person at their phone. Every act waits until the bot has answered everything it owes. */
export interface Actor {
  readonly user: EmulatedUser;
  says(text: string, options?: Parameters<Control['write']>[2]): Promise<void>;
  /** Presses the newest button whose label contains `label`. */
  presses(label: string, place?: Place): Promise<void>;
  /** Presses a button of another message, or a payload that no button has. */
  pressesOn(message: ShownMessage, button: string | { data: string }): Promise<void>;
  opens(payload: string): Promise<void>;
  /** The newest message of the bot says so. */
  sees(text: string | RegExp, place?: Place): void;
  seesButton(label: string, place?: Place): void;
  seesNoButton(label: string, place?: Place): void;
  /** The last notice over the chat after a press. */
  seesToast(text: string | RegExp): void;
  /** The newest message of the bot. */
  last(place?: Place): ShownMessage;
  /** Everything the bot wrote in the private chat, oldest first. */
  heard(): ShownMessage[];
  labels(place?: Place): string[];
}

export interface Dialogue {
  /** A person whose messenger speaks `language`. The username defaults to the lower-case name. */
  person(name: string, options?: { language?: string; username?: string | null }): Actor;
  /** A person in one of the app's messengers, with what all of them have. */
  person(name: string, options: { language?: string; messenger: MessengerName }): Person;
  group(title: string, members: readonly Actor[], options?: { isForum?: boolean }): Promise<EmulatedChat>;
}

/** Lets emulated people talk to the bot. */
export function createDialogue(
  telegram: TelegramEmulator,
  settled: () => Promise<void>,
  phones: Partial<Record<MessengerName, PhoneMaker>> = {},
): Dialogue {
  const { control } = telegram;

  const onTelegram = (name: string, options: { language?: string; username?: string | null } = {}): Actor => {
    const [firstName = name, ...rest] = name.split(' ');
    const username = options.username === undefined ? firstName.toLowerCase() : options.username;
    const user = control.createUser({
      firstName,
      ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}),
      ...(username === null ? {} : { username }),
      languageCode: options.language ?? 'en',
    });
    const chatOf = (place?: Place): EmulatedChat | EmulatedUser => place?.chat ?? user;
    const last = (place?: Place): ShownMessage => {
      const found = control
        .messages(chatOf(place))
        .findLast((message) => message.fromBot && !message.deleted && threadMatches(message, place));
      if (!found) throw new Error(`the bot has written nothing to ${name}`);
      return found;
    };
    const labels = (place?: Place): string[] =>
      last(place)
        .buttons.flat()
        .map((button) => readable(button.text));
    return {
      user,
      async says(text, said) {
        control.write(user, text, said);
        await settled();
      },
      async presses(label, place) {
        const message = control
          .messages(chatOf(place))
          .findLast(
            (one) =>
              one.fromBot &&
              !one.deleted &&
              one.buttons.flat().some((button) => readable(button.text).includes(label)),
          );
        if (!message)
          throw new Error(
            `${name} sees no button "${label}"; the last message has: ${labels(place).join(' | ')}`,
          );
        const button = message.buttons.flat().find((one) => readable(one.text).includes(label));
        control.press(user, message, button?.text ?? label);
        await settled();
      },
      async pressesOn(message, button) {
        control.press(user, message, button);
        await settled();
      },
      async opens(payload) {
        control.openLink(user, payload);
        await settled();
      },
      sees(text, place) {
        expectText(readable(last(place).text ?? ''), text);
      },
      seesButton(label, place) {
        expect(
          labels(place).some((one) => one.includes(label)),
          `a button "${label}" among ${labels(place).join(' | ')}`,
        ).toBe(true);
      },
      seesNoButton(label, place) {
        expect(labels(place).filter((one) => one.includes(label))).toEqual([]);
      },
      seesToast(text) {
        expectText(readable(control.toasts(user).at(-1)?.text ?? ''), text);
      },
      last,
      heard: () => control.messages(user).filter((message) => message.fromBot),
      labels,
    };
  };

  function person(name: string, options?: { language?: string; username?: string | null }): Actor;
  function person(name: string, options: { language?: string; messenger: MessengerName }): Person;
  function person(
    name: string,
    options: { language?: string; username?: string | null; messenger?: MessengerName } = {},
  ): Actor | Person {
    const { messenger = 'telegram', language = 'en' } = options;
    if (messenger === 'telegram') return onTelegram(name, options);
    const phone = phones[messenger]?.(name, { language });
    if (!phone) throw new Error(`the app speaks no ${messenger}`);
    return createPerson(name, phone, settled);
  }

  return {
    person,
    async group(title, members, options = {}) {
      const chat = control.createGroup({ title, members: members.map((member) => member.user), ...options });
      control.addBot(chat);
      await settled();
      return chat;
    },
  };
}

function threadMatches(message: ShownMessage, place?: Place): boolean {
  return place?.threadId === undefined || message.threadId === place.threadId;
}
