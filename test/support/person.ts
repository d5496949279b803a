import { expect } from 'vitest';

/** What a phone shows of one message of the bot, whichever the messenger. */
interface Shown {
  readonly text: string;
  readonly buttons: readonly (readonly { readonly text: string }[])[];
}

/** Somebody's phone in one messenger, as the control side of its emulator gives it. Nothing here waits. */
export interface Phone {
  write(text: string): void;
  /** Presses a button by its whole label, the newest of that name. */
  press(label: string): void;
  /** Opens the bot by a link that carries this payload. */
  open(payload: string): void;
  /** Everything the bot wrote here, oldest first. */
  heard(): readonly Shown[];
  /** The last answer to a press; where the messenger has no such resource, the last message. */
  notice(): string;
}

/** Makes the phone of a new person. */
export type PhoneMaker = (name: string, options: { language: string }) => Phone;

/** Somebody who talks to the bot in any messenger. Every act waits until the bot has answered all it owes. */
export interface Person {
  says(text: string): Promise<void>;
  /** Presses the newest button whose label contains `label`. */
  presses(label: string): Promise<void>;
  opens(payload: string): Promise<void>;
  /** The newest message of the bot says so. */
  sees(text: string | RegExp): void;
  seesButton(label: string): void;
  seesNoButton(label: string): void;
  /** The answer to the last press. */
  seesToast(text: string | RegExp): void;
  /** The newest message of the bot. */
  last(): Shown;
  heard(): readonly Shown[];
  /** Labels of the buttons of the newest message. */
  labels(): string[];
}

/** Text as a person reads it: without the invisible marks that isolate names. */
export function readable(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** Compares what is shown with what was expected. */
export function expectText(actual: string, expected: string | RegExp): void {
  if (typeof expected === 'string') expect(actual).toContain(expected);
  else expect(actual).toMatch(expected);
}

/** Gives a phone to somebody. */
export function createPerson(name: string, phone: Phone, settled: () => Promise<void>): Person {
  const last = (): Shown => {
    const found = phone.heard().at(-1);
    if (!found) throw new Error(`the bot has written nothing to ${name}`);
    return found;
  };
  const labelsOf = (shown: Shown): string[] => shown.buttons.flat().map((button) => readable(button.text));
  const labels = (): string[] => labelsOf(last());
  return {
    async says(text) {
      phone.write(text);
      await settled();
    },
    async presses(label) {
      const shown = phone.heard().findLast((one) => labelsOf(one).some((text) => text.includes(label)));
      const button = shown?.buttons.flat().find((one) => readable(one.text).includes(label));
      if (!button)
        throw new Error(`${name} sees no button "${label}"; the last message has: ${labels().join(' | ')}`);
      phone.press(button.text);
      await settled();
    },
    async opens(payload) {
      phone.open(payload);
      await settled();
    },
    sees: (text) => expectText(readable(last().text), text),
    seesButton(label) {
      const found = labels();
      expect(
        found.some((one) => one.includes(label)),
        `a button "${label}" among ${found.join(' | ')}`,
      ).toBe(true);
    },
    seesNoButton: (label) => expect(labels().filter((one) => one.includes(label))).toEqual([]),
    seesToast: (text) => expectText(readable(phone.notice()), text),
    last,
    heard: () => phone.heard(),
    labels,
  };
}
