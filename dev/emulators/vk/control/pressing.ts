import type { Emulation } from '../emulation.ts';
import type { VkButton } from '../keyboard.ts';
import type { Toast } from '../presses.ts';
import { findMessage, type Ref } from '../world.ts';
import { post } from './writing.ts';

/** Which button: its label, its place (from 0), or a payload of one's own making (JSON). */
export type ButtonRef = string | { row: number; col: number } | { data: string };

export interface PressHandle {
  /** The event of the envelope, by which it can be sent again. */
  eventId: string | undefined;
  /** Resolves with what the bot answered. Rejects when it has not within the time (5 s). */
  answered(timeoutMs?: number): Promise<Toast>;
}

/**
 * A person presses a button under a message: a callback button makes an event that wants an answer, a text button
 * writes its label. Throws where their client shows no such button.
 */
export function press(
  emulation: Emulation,
  ref: Ref,
  of: { chatId: number; id: number },
  button: ButtonRef,
): PressHandle {
  const person = emulation.world.personOf(ref);
  const chat = emulation.world.chatOf(of.chatId);
  if (!chat.members.has(person.id)) throw new Error(`user ${person.id} is not in chat ${of.chatId}`);
  const rows = findMessage(chat, of.id)?.keyboard?.buttons ?? [];
  const action = actionOf(rows, button);
  if (action.type === 'open_link') throw new Error(`button "${action.label}" opens a link`);
  if (action.type === 'text') {
    const payload = action.payload === undefined ? {} : { payload: action.payload };
    const { eventId } = post(emulation, person, chat, { text: action.label, ...payload });
    return { eventId, answered: () => Promise.reject(new Error('a text button gets no answer')) };
  }
  if (!person.callbackButtons) throw new Error(`the client shows no button "${action.label}"`);
  const pressId = emulation.presses.press(person.id, chat.peerId);
  const object = {
    user_id: person.id,
    peer_id: chat.peerId,
    event_id: pressId,
    payload: action.payload === undefined ? undefined : JSON.parse(action.payload),
    conversation_message_id: of.id,
  };
  const eventId = emulation.stream.add('message_event', object, `person ${person.id}`);
  emulation.changes.happened();
  const answered = (timeoutMs = 5000): Promise<Toast> =>
    emulation.changes.until(
      () => emulation.presses.toastOf(pressId),
      timeoutMs,
      `the answer to the press on "${action.label}"`,
    );
  return { eventId, answered };
}

type Action = { type: 'callback' | 'text' | 'open_link'; label: string; payload?: string };

function actionOf(rows: readonly (readonly VkButton[])[], button: ButtonRef): Action {
  if (typeof button === 'object' && 'data' in button)
    return { type: 'callback', label: button.data, payload: button.data };
  const found = typeof button === 'string' ? byLabel(rows.flat(), button) : rows[button.row]?.[button.col];
  if (found) return found.action;
  const labels = rows.flat().map(({ action }) => `[${action.label}]`);
  throw new Error(`no button ${JSON.stringify(button)}; there are: ${labels.join(' ') || 'none'}`);
}

/** The button of exactly this label, else the only one whose label contains it. */
function byLabel(buttons: readonly VkButton[], label: string): VkButton | undefined {
  const exact = buttons.find(({ action }) => action.label === label);
  if (exact) return exact;
  const containing = buttons.filter(({ action }) => action.label.includes(label));
  return containing.length === 1 ? containing[0] : undefined;
}
