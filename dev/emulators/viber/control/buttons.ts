import type { Emulation } from '../emulation.ts';
import type { Contact, StoredMessage, ViberButton } from '../types.ts';
import type { UserRef } from '../world.ts';
import { send } from './writing.ts';

/** Which button: its whole label or a part of it that only one has, or a body of one's own making. */
export type ButtonRef = string | { readonly data: string };

/** What a press led to: the event it made, or the address it opened. */
export interface PressHandle {
  readonly updateId: string | null;
  readonly opened: string | null;
}

/**
 * A person presses a button: of the keyboard that is shown, which is the last one sent, or of a rich media message,
 * which keeps its own. `of` null looks at all that can be pressed.
 */
export function press(
  emulation: Emulation,
  ref: UserRef,
  of: { readonly id: string } | null,
  button: ButtonRef,
): PressHandle {
  const contact = emulation.world.personOf(ref);
  if (typeof button === 'object')
    return { updateId: send(emulation, ref, { type: 'text', text: button.data }, true), opened: null };
  return act(emulation, contact, find(pressable(contact, of), button));
}

function act(emulation: Emulation, contact: Contact, button: ViberButton): PressHandle {
  const { user } = contact;
  switch (button.ActionType) {
    case 'reply':
      return {
        updateId: send(emulation, user, { type: 'text', text: button.ActionBody }, button.Silent),
        opened: null,
      };
    case 'open-url': {
      // The address is sent back as a message, too, unless the button is silent.
      const echo = button.Silent ? null : send(emulation, user, { type: 'text', text: button.ActionBody });
      return { updateId: echo, opened: button.ActionBody };
    }
    case 'share-phone': {
      const contactShared = { name: user.name, phone_number: user.phone };
      return { updateId: send(emulation, user, { type: 'contact', contact: contactShared }), opened: null };
    }
    default:
      return { updateId: null, opened: null };
  }
}

function pressable(contact: Contact, of: { readonly id: string } | null): readonly ViberButton[] {
  const fromBot = contact.messages.filter(({ fromBot }) => fromBot);
  const shown = fromBot.findLast(({ keyboard }) => keyboard !== null);
  const buttonsOf = (message: StoredMessage): readonly ViberButton[] => [
    ...message.rich,
    ...(message === shown ? (message.keyboard ?? []) : []),
  ];
  if (of === null) return [...fromBot].reverse().flatMap(buttonsOf);
  const message = fromBot.find(({ token }) => token === of.id);
  if (message === undefined) throw new Error(`no message ${of.id}`);
  return buttonsOf(message);
}

function find(buttons: readonly ViberButton[], label: string): ViberButton {
  const containing = buttons.filter(({ Text }) => Text.includes(label));
  const found =
    buttons.find(({ Text }) => Text === label) ?? (containing.length === 1 ? containing[0] : undefined);
  if (found !== undefined) return found;
  const labels = buttons.map(({ Text }) => `[${Text}]`).join(' ');
  throw new Error(`no button ${JSON.stringify(label)} can be pressed; there are: ${labels || 'none'}`);
}
