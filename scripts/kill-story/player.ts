import { setTimeout as delay } from 'node:timers/promises';
import type { TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';

type Control = TelegramEmulator['control'];
type ShownMessage = ReturnType<Control['messages']>[number];

/** A person who goes on only when they see what they wait for, however often the bot dies meanwhile. */
export interface Player {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  says(text: string): void;
  opens(payload: string): void;
  /** Waits for a message, new or changed since this was last called for it, that says so. */
  hears(pattern: RegExp): Promise<ShownMessage>;
  /** Waits for such a message with a button, and presses that. */
  presses(label: RegExp, under: RegExp): Promise<void>;
}

/** A message owed by a killed process waits for its lease, 15 s, for the sweep, 5 s, and for those before it. */
const PATIENCE_MS = 240_000;
const LOOK_EVERY_MS = 40;

/** Makes a person whose name no other has. `signal` ends all waiting. */
export function createPlayer(
  control: Control,
  given: { name: string; username: string; started: boolean },
  signal: AbortSignal,
): Player {
  const { name, username } = given;
  const user = control.createUser({
    firstName: name,
    username,
    languageCode: 'en',
    started: given.started,
  });
  const heard = new Set<string>();
  const keyOf = ({ id, edits }: ShownMessage): string => `${id}.${edits}`;

  const wait = async (what: string, fits: (message: ShownMessage) => boolean): Promise<ShownMessage> => {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const found = control
        .messages(user)
        .findLast(
          (message) => message.fromBot && !message.deleted && !heard.has(keyOf(message)) && fits(message),
        );
      if (found) {
        heard.add(keyOf(found));
        return found;
      }
      await delay(LOOK_EVERY_MS, undefined, { signal });
    }
    const last = control.lastFromBot(user);
    const labels = last?.buttons.flat().map(({ text }) => `[${text}]`) ?? [];
    throw new Error(
      `${name} waited in vain for ${what}; last heard: ${last?.text ?? 'nothing'} ${labels.join(' ')}`,
    );
  };

  return {
    id: user.id,
    name,
    username,
    says: (text) => void control.write(user, text),
    opens: (payload) => void control.openLink(user, payload),
    hears: (pattern) => wait(String(pattern), ({ text }) => pattern.test(readable(text))),
    async presses(label, under) {
      const message = await wait(
        `a button ${label} under ${under}`,
        ({ text, buttons }) =>
          under.test(readable(text)) && buttons.flat().some((one) => label.test(one.text)),
      );
      const button = message.buttons.flat().find(({ text }) => label.test(text));
      control.press(user, message, { data: button?.data ?? '' });
    },
  };
}

/** Text without the invisible marks that isolate names. */
function readable(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
