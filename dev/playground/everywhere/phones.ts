import type { MessengerName } from '../../../src/chat/update.ts';
import type { TelegramEmulator } from '../../emulators/telegram/emulator.ts';
import type { ViberEmulator } from '../../emulators/viber/emulator.ts';
import type { VkEmulator } from '../../emulators/vk/emulator.ts';

/** A message of the bot as a phone shows it. */
export interface Shown {
  readonly key: string;
  readonly text: string;
  readonly rows: readonly (readonly string[])[];
}

/** A person's phone with one messenger on it. Nothing here waits. */
export interface Phone {
  readonly messenger: MessengerName;
  write(text: string): void;
  /** Presses the newest button with this whole label. */
  press(label: string): void;
  /** Opens a link to the bot. Throws where it is not one of this messenger's. */
  open(link: string): void;
  /** What the bot has written, oldest first, as it stands now. */
  shown(): Shown[];
  /** Notices over the chat, oldest first. */
  notices(): string[];
}

type Shape = {
  readonly id: number | string;
  readonly text: string;
  readonly buttons: readonly (readonly { readonly text: string }[])[];
};

function shownAs({ id, text, buttons }: Shape): Shown {
  return { key: String(id), text, rows: buttons.map((row) => row.map((button) => button.text)) };
}

function payloadIn(link: string, expected: RegExp): string {
  const payload = expected.exec(link)?.[1];
  if (payload === undefined) throw new Error(`this messenger does not open ${link}`);
  return payload;
}

/** A phone with Telegram, whose client speaks `language`. */
export function telegramPhone(
  { control }: TelegramEmulator,
  given: { readonly name: string; readonly language: string },
): Phone {
  const user = control.createUser({ firstName: given.name, languageCode: given.language });
  const fromBot = () => control.messages(user).filter(({ fromBot, deleted }) => fromBot && !deleted);
  return {
    messenger: 'telegram',
    write: (text) => void control.write(user, text),
    press(label) {
      const message = fromBot().findLast((one) => one.buttons.flat().some(({ text }) => text === label));
      if (message) control.press(user, message, label);
    },
    open: (link) => void control.openLink(user, payloadIn(link, /t\.me\/\w+\?start=([\w-]+)/)),
    shown: () => fromBot().map(shownAs),
    notices: () => control.toasts(user).flatMap(({ text }) => (text === '' ? [] : [text])),
  };
}

/** A phone with VK. */
export function vkPhone(
  { control }: VkEmulator,
  given: { readonly name: string; readonly language: string },
): Phone {
  const user = control.createUser({ firstName: given.name, languageCode: given.language });
  const fromBot = () => control.messages(user).filter(({ fromBot, deleted }) => fromBot && !deleted);
  return {
    messenger: 'vk',
    write: (text) => void control.write(user, text),
    press(label) {
      const message = fromBot().findLast((one) => one.buttons.flat().some(({ text }) => text === label));
      if (message) control.press(user, message, label);
    },
    open: (link) => void control.openLink(user, payloadIn(link, /vk\.me\/\w+\?ref=([\w-]+)/)),
    shown: () => fromBot().map(shownAs),
    notices: () => control.toasts(user).map(({ text }) => text),
  };
}

/** A phone with Viber. */
export function viberPhone(
  { control }: ViberEmulator,
  given: { readonly name: string; readonly language: string },
): Phone {
  const user = control.createUser(given);
  return {
    messenger: 'viber',
    write: (text) => void control.write(user, text),
    press: (label) => void control.press(user, null, label),
    open: (link) => void control.openLink(user, payloadIn(link, /context=([\w-]+)/)),
    shown: () =>
      control
        .messages(user)
        .filter(({ fromBot }) => fromBot)
        .map(shownAs),
    notices: () => [],
  };
}
